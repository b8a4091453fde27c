import Media
import Scene

/// A thing that was not there stands in the zone and stays: a stall, a parked vehicle, what a shop puts out, rubbish.
///
/// Sees: a thing at rest with edges of its own, of a size that its terms say. With a network that finds vehicles and persons it
/// knows those; what else a thing is it does not see. A thing that was there when the camera was switched on is not seen.
package struct StillThing: Algorithm {
    package struct Terms: Hashable, Sendable {
        /// What it has to do with vehicles; the number is how sure the network must be that most of the thing is one.
        package enum Vehicle: Hashable, Sendable {
            /// It is none.
            case never(Double)
            /// It is one, with four wheels or more.
            case only(Double)
        }

        /// In heights of a person who stands there.
        package let width: ClosedRange<Double>
        package let height: ClosedRange<Double>
        /// At least, in squares of that height.
        package let area: Double
        /// It is at least this share of its height wide: people who stand behind one another are taller than wide.
        package let slimmest: Double
        /// Things nearer to each other than this, in heights of a person, are one: a cart and its umbrella.
        package let joinedWithin: Double
        /// In the order in which they are preferred; none: nobody says what a thing is.
        package let networks: [String]
        package let vehicle: Vehicle?
        /// From this share of its box on that persons cover it is people, who leave more of a stall in sight; nil: it may be.
        package let people: Double?

        package init(
            width: ClosedRange<Double>, height: ClosedRange<Double>, area: Double, slimmest: Double = 0,
            joinedWithin: Double = 0, networks: [String] = [], vehicle: Vehicle? = nil, people: Double? = nil
        ) {
            (self.width, self.height, self.area) = (width, height, area)
            (self.slimmest, self.joinedWithin) = (slimmest, joinedWithin)
            (self.networks, self.vehicle, self.people) = (networks, vehicle, people)
        }
    }

    private static let (hurried, calm) = (Duration.seconds(5), Duration.seconds(20))
    /// A thing is told of once it has been in sight for so long, but for who looks more seldom: when it came is read from
    /// its pixels, and where the light changes, pixels that changed ten seconds ago look like a thing for a moment.
    private static let steady = Duration.seconds(3)
    /// A thing that was out of sight for longer comes into sight anew.
    private static let forgotten = Duration.seconds(30)
    /// So short a time it may be out of sight without anybody noticing.
    private static let blink = Duration.seconds(1)

    private let terms: Terms
    private let zone: Zone
    /// nil: nobody says what a thing is.
    private let network: String?
    /// When the network looked last.
    private var lookedAt: MediaTime?
    /// Kept between looks for its memory alone.
    private var seen: [Observation] = []
    private var lastLook: MediaTime?
    /// How long ago the look before was, and whether looks are too seldom for a thing to be waited for.
    private var (sinceLook, isSeldom) = (Duration.zero, false)
    /// Where things of the size are, and were within `forgotten`.
    private var places: [Place] = []

    /// Where a thing is in sight.
    private struct Place: Sendable {
        var box: Box
        /// For how long it was.
        var inSight: Duration
        var seenAt: MediaTime

        /// Whether another box is of the same thing: they are much alike in place and size.
        func holds(_ other: Box) -> Bool { box.intersection(other) > 0.2 * max(box.area, other.area) }
    }

    /// - Parameter network: one of the terms', where it is there; nil: the scene is all.
    package init(zone: Zone, _ terms: Terms, network: String? = nil) {
        (self.zone, self.terms, self.network) = (zone, terms, network)
        seen.reserveCapacity(16)
        places.reserveCapacity(16)
    }

    /// A thing that came after the network looked is looked at soon, one that stays now and then.
    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        var interval: Duration?
        for region in scene.still where isOfSize(region, scene) {
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
        places.removeAll { look.at - $0.seenAt > Self.forgotten }
        let before = sinceLook
        sinceLook = lastLook.map { look.at - $0 } ?? .zero
        // Two in a row: one alone is a gap in a stream.
        isSeldom = min(before, sinceLook) > Self.steady
        lastLook = look.at
        for region in look.still where isOfSize(region, look) && isSteady(region.box, at: look.at) {
            let sure = min(0.5 + 0.1 * region.edgeRatio, 0.95)
            guard let score = objects.map({ score(region, $0, otherwise: sure) }) ?? sure else { continue }
            seen.append(
                Observation(
                    since: region.since, box: region.box, measure: 1, score: score, parts: parts(of: region, objects)))
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

    /// Whether something has been in sight there for long enough.
    private mutating func isSteady(_ box: Box, at now: MediaTime) -> Bool {
        guard let known = places.firstIndex(where: { $0.holds(box) }) else {
            places.append(Place(box: box, inSight: .zero, seenAt: now))
            return isSeldom
        }
        let since = now - places[known].seenAt
        // A look or two may miss it.
        if since <= max(Self.blink, sinceLook) { places[known].inSight += since }
        (places[known].box, places[known].seenAt) = (box, now)
        return isSeldom || places[known].inSight >= Self.steady
    }

    /// How sure it is that it is what is looked for; nil: the network knows better.
    private func score(_ region: StillRegion, _ objects: StreetObjects, otherwise: Double) -> Double? {
        if let people = terms.people, objects.coveredByPersons(region.box) >= people { return nil }
        switch terms.vehicle {
        case .never(let sure): return objects.isVehicle(region.box) >= sure ? nil : otherwise
        case .only(let sure):
            return objects.car(on: region.box).flatMap { $0.score >= sure ? $0.score : nil }
        case nil: return otherwise
        }
    }

    /// The vehicle that it is, where that is what is looked for.
    private func parts(of region: StillRegion, _ objects: StreetObjects?) -> [Box] {
        guard case .only = terms.vehicle, let vehicle = objects?.car(on: region.box) else { return [] }
        return [vehicle.box]
    }

    /// In the zone, and of a size that is looked for.
    private func isOfSize(_ region: StillRegion, _ look: SceneLook) -> Bool {
        guard zone.polygon.contains(region.box.foot.insidePicture) else { return false }
        let person = look.personHeight(at: region.box)
        let width = region.box.width * look.aspect / person
        let height = region.box.height / person
        return terms.width.contains(width) && terms.height.contains(height) && width >= terms.slimmest * height
            && region.area * look.aspect >= terms.area * person * person
    }

    /// What is one may show as two things: joins what nearly touches.
    private func join(_ next: Observation, _ look: SceneLook, to groups: inout [Observation], from first: Int) {
        let reach = terms.joinedWithin * look.personHeight(at: next.box)
        let near = Box(
            x: next.box.x - reach / look.aspect, y: next.box.y - reach, width: next.box.width + 2 * reach / look.aspect,
            height: next.box.height + 2 * reach)
        for index in first..<groups.count where groups[index].box.intersection(near) > 0 {
            let group = groups[index]
            groups[index] = Observation(
                since: min(group.since, next.since), box: group.box.union(next.box), measure: 1,
                score: max(group.score, next.score), parts: group.parts + next.parts)
            return
        }
        groups.append(next)
    }
}
