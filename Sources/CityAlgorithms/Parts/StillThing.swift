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
    /// So much of a thing may be persons without the next look being urgent: it is clear that it is more, or nothing else.
    private static let clear = 0.3...0.75
    /// Something stands in the zone by this share of its columns: persons before a van in the road stand on the pavement.
    private static let standing = 0.25

    private let terms: Terms
    private let zone: Zone
    /// nil: nobody says what a thing is.
    private let network: String?
    /// Kept between looks for its memory alone.
    private var seen: [Observation] = []
    private var places = StillPlaces()

    /// - Parameter network: one of the terms', where it is there; nil: the scene is all.
    package init(zone: Zone, _ terms: Terms, network: String? = nil) {
        (self.zone, self.terms, self.network) = (zone, terms, network)
        seen.reserveCapacity(16)
    }

    /// A thing that the network has not looked at is looked at soon, one that stays now and then.
    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        var interval: Duration?
        for region in scene.still where isOfSize(region.box, area: region.area, scene) {
            guard let known = places.index(of: region.box), isKnown(places.all[known]) else { return Self.hurried }
            interval = Self.calm
        }
        return interval
    }

    private func isKnown(_ place: StillPlaces.Place) -> Bool {
        guard place.lookedAt != nil else { return false }
        return terms.people == nil || !Self.clear.contains(place.persons)
    }

    package mutating func judge(_ look: Look, into observations: inout [Observation]) {
        let objects = network.map { StreetObjects(look.objects(of: $0)) }
        let lookedAt = network.flatMap { look.lookedAt($0) }
        let look = look.scene
        seen.removeAll(keepingCapacity: true)
        places.beginLook(at: look.at)
        for region in look.still where isOfSize(region.box, area: region.area, look) {
            let place = places.see(region.box, at: look.at)
            let sure = min(0.5 + 0.1 * region.edgeRatio, 0.95)
            var score: Double? = sure
            if let objects { score = self.score(region, place, objects, lookedAt, look, otherwise: sure) }
            guard let score, places.isSteady(place) else { continue }
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

    /// How sure it is that it is what is looked for; nil: the network knows better.
    private mutating func score(
        _ region: StillRegion, _ place: Int, _ objects: StreetObjects, _ lookedAt: MediaTime?, _ look: SceneLook,
        otherwise: Double
    ) -> Double? {
        // What the network found before the thing came says nothing of it, and it may not stay for the next look.
        guard let lookedAt, lookedAt >= places.all[place].since else { return otherwise }
        if let people = terms.people {
            guard isMore(region, place, than: objects, lookedAt, people, look) else { return nil }
        } else {
            places.look(place, at: lookedAt, persons: 0)
        }
        switch terms.vehicle {
        case .never(let sure): return objects.isVehicle(region.box) >= sure ? nil : otherwise
        case .only(let sure):
            return objects.car(on: region.box).flatMap { $0.score >= sure ? $0.score : nil }
        case nil: return otherwise
        }
    }

    /// Whether there is something beside the persons in it: they do not cover the given share of it, and what they leave
    /// stands in the zone and is of a size that is looked for.
    private mutating func isMore(
        _ region: StillRegion, _ place: Int, than objects: StreetObjects, _ lookedAt: MediaTime, _ share: Double,
        _ look: SceneLook
    ) -> Bool {
        let rest = objects.withoutPersons(region.shape, of: region.box)
        let left = Double(rest.count) / Double(max(region.shape.count, 1))
        places.look(place, at: lookedAt, persons: 1 - left)
        guard places.all[place].persons < share else {
            places.keepPeople(region.box, at: look.at)
            return false
        }
        let part = rest.largestPart
        guard !places.isPieceOfPeople(region.box), let box = part.bounds(in: region.box),
            isOfSize(box, area: left * region.area, look)
        else { return false }
        return part.standing(in: region.box) { zone.polygon.contains($0.insidePicture) } >= Self.standing
    }

    /// The vehicle that it is, where that is what is looked for.
    private func parts(of region: StillRegion, _ objects: StreetObjects?) -> [Box] {
        guard case .only = terms.vehicle, let vehicle = objects?.car(on: region.box) else { return [] }
        return [vehicle.box]
    }

    /// In the zone, and of a size that is looked for.
    private func isOfSize(_ box: Box, area: Double, _ look: SceneLook) -> Bool {
        guard zone.polygon.contains(box.foot.insidePicture) else { return false }
        let person = look.personHeight(at: box)
        let width = box.width * look.aspect / person
        let height = box.height / person
        return terms.width.contains(width) && terms.height.contains(height) && width >= terms.slimmest * height
            && area * look.aspect >= terms.area * person * person
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
