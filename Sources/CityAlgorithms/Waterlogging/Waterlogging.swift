import Media
import Scene

/// Waterlogging (道路积水): standing water over a road.
///
/// A network says of each cell of the picture whether it shows water; the measure is the share of the zone that such cells
/// cover. Does not see: how deep it is, how many square metres it covers. Wet asphalt that mirrors the sky and the glare of
/// headlights on it are taken for water at times (docs/accuracy.md): a camera's zone should be the road alone.
package struct Waterlogging: Algorithm {
    package static let profile = AlgorithmProfile(
        id: "waterlogging", nameZH: "道路积水", nameEN: "Waterlogging", zoneKinds: [.road, .watch], lastingKey: .hold,
        lasting: .seconds(180), threshold: 0.5, gap: .seconds(30), quietAfter: .seconds(30 * 60), handlingHours: 2,
        measures: .share)

    package static func entry(seeing network: String) -> AlgorithmEntry {
        AlgorithmEntry(profile, needs: LookNeeds(networks: [network])) { Waterlogging(zone: $0, network: network) }
    }

    /// Water comes in minutes. Where it covers this share of what counts, it is watched more closely.
    private static let (hurried, calm) = (Duration.seconds(10), Duration.seconds(60))
    private static let some = 0.5
    /// Places in a zone that are asked whether water is there lie this close.
    private static let lattice = 48

    private let network: String
    private let zone: Zone
    /// Spread evenly over the zone.
    private let places: [Point]
    private var share = 0.0
    private var around: Box?
    private var cells: [Box] = []
    /// When the network found what these say.
    private var lookedAt: MediaTime?

    package init(zone: Zone, network: String) {
        (self.zone, self.network) = (zone, network)
        places = zone.polygon.bounds.places(Self.lattice).filter(zone.polygon.contains)
    }

    /// Water does not move: nothing in the scene says when to look.
    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        share >= Self.some * enter ? Self.hurried : Self.calm
    }

    package mutating func judge(_ look: Look, into observations: inout [Observation]) {
        let now = look.lookedAt(network)
        if now == nil || now != lookedAt { measure(look.objects(of: network)) }
        lookedAt = now
        guard let around else { return }
        observations.append(Observation(since: look.at, box: around, measure: share, score: share, parts: cells))
    }

    private mutating func measure(_ objects: [FoundObject]) {
        let wet = objects.filter { $0.label == "water" }.map(\.box)
        let covered = places.filter { place in wet.contains { $0.contains(place) } }
        cells = wet.filter { cell in covered.contains(where: cell.contains) }
        share = Double(covered.count) / Double(max(places.count, 1))
        let bounds = Polygon(covered).bounds
        around =
            covered.isEmpty
            ? nil
            : Box(x: bounds.x, y: bounds.y, width: max(bounds.width, 0.001), height: max(bounds.height, 0.001))
    }
}
