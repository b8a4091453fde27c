import Media
import Scene

/// How much of a zone is covered by what a network says of each cell of the picture: standing water on a road.
///
/// Does not see: how deep it is, how many square metres it covers.
package struct CoveredCells: Algorithm {
    package struct Terms: Hashable, Sendable {
        package let network: String
        /// What the network calls such a cell.
        package let label: String

        package init(network: String, label: String) { (self.network, self.label) = (network, label) }
    }

    /// Water comes in minutes. Where it covers this share of what counts, it is watched more closely.
    private static let (hurried, calm) = (Duration.seconds(10), Duration.seconds(60))
    private static let some = 0.5
    /// Places in a zone that are asked whether water is there lie this close.
    private static let lattice = 48

    private let terms: Terms
    /// Spread evenly over the zone.
    private let places: [Point]
    private var share = 0.0
    private var around: Box?
    private var cells: [Box] = []
    /// When the network found what these say.
    private var lookedAt: MediaTime?

    package init(zone: Zone, _ terms: Terms) {
        self.terms = terms
        places = zone.polygon.bounds.places(Self.lattice).filter(zone.polygon.contains)
    }

    /// Water does not move: nothing in the scene says when to look.
    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        share >= Self.some * enter ? Self.hurried : Self.calm
    }

    package mutating func judge(_ look: Look, into observations: inout [Observation]) {
        let now = look.lookedAt(terms.network)
        if now == nil || now != lookedAt { measure(look.objects(of: terms.network)) }
        lookedAt = now
        guard let around else { return }
        observations.append(Observation(since: look.at, box: around, measure: share, score: share, parts: cells))
    }

    private mutating func measure(_ objects: [FoundObject]) {
        let wet = objects.filter { $0.label == terms.label }.map(\.box)
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
