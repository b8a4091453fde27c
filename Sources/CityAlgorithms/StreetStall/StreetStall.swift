import Media
import Scene

/// Street-stall occupation (占道经营): something that was not there stands on the pavement and stays.
///
/// Sees: a thing at rest with edges of its own, wider than two people side by side and no taller than an umbrella
/// over a cart. With a network that finds vehicles and persons, a thing
/// that is one, or is people who stand together, is left out. Does not see: what else it is. A skip
/// or a parked cart is reported too, a stall that was there when the camera was switched on is not.
package struct StreetStall: Algorithm {
    package static let profile = AlgorithmProfile(
        id: "street-stall", nameZH: "占道经营", nameEN: "Street stall",
        zoneKinds: [.pavement, .publicSpace, .watch], lastingKey: .dwell, lasting: .seconds(180), threshold: nil,
        gap: .seconds(6), quietAfter: .seconds(20 * 60), handlingHours: 2)

    package static let entry = AlgorithmEntry(profile) { StreetStall(zone: $0) }

    package static func entry(seeing network: String) -> AlgorithmEntry {
        AlgorithmEntry(profile, needs: LookNeeds(networks: [network])) {
            StreetStall(zone: $0, network: network)
        }
    }

    /// From here on a thing is a vehicle: real stalls have been taken for one with 0.48.
    private static let vehicle = 0.6
    /// From this share of its box on that persons cover it is people; a vendor and buyers leave more of a stall in sight.
    private static let people = 0.6
    private static let (hurried, calm) = (Duration.seconds(5), Duration.seconds(20))

    private let zone: Zone
    /// nil: nobody says what a thing is.
    private let network: String?
    /// When the network looked last.
    private var lookedAt: MediaTime?
    /// Kept between looks for its memory alone.
    private var seen: [Observation] = []

    package init(zone: Zone, network: String? = nil) {
        (self.zone, self.network) = (zone, network)
        seen.reserveCapacity(16)
    }

    /// A thing that came after the network looked is looked at soon, one that stays now and then.
    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        var interval: Duration?
        for region in scene.still where isOfStallSize(region, scene) {
            guard let lookedAt, region.since <= lookedAt else { return Self.hurried }
            interval = Self.calm
        }
        return interval
    }

    package mutating func judge(_ look: Look, into observations: inout [Observation]) {
        let objects = network.map { StreetObjects(look.objects(of: $0)) }
        lookedAt = network.flatMap { look.lookedAt($0) }
        let look = look.scene
        seen.removeAll(keepingCapacity: true)
        for region in look.still where isOfStallSize(region, look) {
            if let objects, isKnown(region, objects) { continue }
            let score = min(0.5 + 0.1 * region.edgeRatio, 0.95)
            seen.append(Observation(since: region.since, box: region.box, measure: 1, score: score))
        }
        // The largest first. There are few; the library's sort allocates.
        for end in seen.indices {
            var at = end
            while at > 0, seen[at - 1].box.area < seen[at].box.area {
                seen.swapAt(at - 1, at)
                at -= 1
            }
        }
        let first = observations.count
        for next in seen { join(next, look, to: &observations, from: first) }
    }

    /// The network says what it is, and it is no stall: a vehicle, or people who stand together.
    private func isKnown(_ region: StillRegion, _ objects: StreetObjects) -> Bool {
        objects.isVehicle(region.box) >= Self.vehicle || objects.coveredByPersons(region.box) >= Self.people
    }

    /// In the zone, and neither a crate nor a lorry's side.
    private func isOfStallSize(_ region: StillRegion, _ look: SceneLook) -> Bool {
        guard zone.polygon.contains(region.box.foot.insidePicture) else { return false }
        let person = look.personHeight(at: region.box)
        let width = region.box.width * look.aspect / person
        let height = region.box.height / person
        // A row of houses in new light is wider, a lorry's side taller than a stall; people who stand behind one another
        // are taller than wide.
        return (0.6...8).contains(width) && (0.25...3).contains(height) && width >= 0.7 * height
            && region.area * look.aspect >= 0.2 * person * person
    }

    /// A cart and its umbrella may show as two things: joins what nearly touches.
    private func join(_ next: Observation, _ look: SceneLook, to groups: inout [Observation], from first: Int) {
        let reach = 0.25 * look.personHeight(at: next.box)
        let near = Box(
            x: next.box.x - reach / look.aspect, y: next.box.y - reach, width: next.box.width + 2 * reach / look.aspect,
            height: next.box.height + 2 * reach)
        for index in first..<groups.count where groups[index].box.intersection(near) > 0 {
            let group = groups[index]
            groups[index] = Observation(
                since: min(group.since, next.since), box: group.box.union(next.box), measure: 1,
                score: max(group.score, next.score))
            return
        }
        groups.append(next)
    }
}
