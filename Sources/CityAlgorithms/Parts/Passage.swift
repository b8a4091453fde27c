import Media
import Scene

/// A vehicle of a kind passes through the zone: a muck truck. One observation a passage, from the moment its looks together
/// make it sure.
///
/// Sees: what moves, is as large as the terms say, and what a network makes of it. Does not see: whose it is, what it carries.
package struct Passage: Algorithm {
    package struct Terms: Hashable, Sendable {
        /// Judges vehicles.
        package let network: String
        /// What the network calls those that are looked for.
        package let label: String
        /// What moves is at least so wide and so high, in heights of a person who stands there.
        package let size: Double
        /// How sure one look alone must be, above 0.5 and below 1. Of two the mean must reach half of what that is above 0.5, of
        /// three and more a third.
        package let sure: Double

        package init(network: String, label: String, size: Double = 1.2, sure: Double) {
            precondition(sure > 0.5 && sure < 1, "one look can be sure enough")
            (self.network, self.label, self.size, self.sure) = (network, label, size, sure)
        }
    }

    /// A vehicle that passes is looked at about each second, and more often while looks say that it may well be one.
    private static let (quick, hurried) = (Duration.milliseconds(400), Duration.milliseconds(800))
    /// One that is known, or stands in a queue, is looked at more seldom, and well before it is forgotten: it would be told
    /// again.
    private static let calm = Duration.seconds(2)

    /// Of a vehicle that is so long in the picture, more may never be in sight at once.
    private static let long = 0.5

    private let terms: Terms
    private let zone: Zone
    private var tracks = PassageTracks()
    /// Something passes, and it is not known yet what it is: it will be gone soon.
    package private(set) var asksForEveryPicture = false

    package init(zone: Zone, _ terms: Terms) { (self.zone, self.terms) = (zone, terms) }

    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        var least: Duration?
        for mass in scene.masses where isLarge(mass, scene) {
            let wanted: Duration? =
                switch tracks.knowledge(of: mass.box, at: scene.at) {
                case .promising: Self.quick
                // What comes in is not judged before it is in sight, and a look now would put off that one.
                case .new: mass.box.isCutByEdge && mass.box.width < Self.long ? nil : Self.hurried
                case .unsure: Self.hurried
                case .decided: Self.calm
                }
            if let wanted { least = min(least ?? wanted, wanted) }
        }
        return least
    }

    package mutating func judge(_ look: Look, into observations: inout [Observation]) {
        // First: what passed long ago is not what comes now.
        tracks.forget(before: look.at)
        let moving = look.scene.masses.filter { isLarge($0, look.scene) }.map(\.box)
        tracks.move(with: moving, at: look.at)
        if look.lookedAt(terms.network) == look.at {
            tracks.follow(vehicles(look), moving: moving, at: look.at, sure: terms.sure)
        }
        asksForEveryPicture = look.scene.masses.contains {
            isLarge($0, look.scene) && tracks.knowledge(of: $0.box, at: look.at) != .decided
        }
        // A told passage goes on where it was told: one that drives on is no other.
        observations += tracks.told.map { told in
            Observation(
                since: told.since, box: told.box, measure: 1, score: told.score,
                parts: told.at == look.at ? [told.box] : [], number: told.number)
        }
    }

    private func vehicles(_ look: Look) -> [PassageTracks.Seen] {
        look.objects(of: terms.network).compactMap { object in
            guard object.label == terms.label, zone.polygon.contains(wheelsOf: object.box),
                look.scene.isMoving(object.box)
            else { return nil }
            return PassageTracks.Seen(box: object.box, score: object.score)
        }
    }

    private func isLarge(_ mass: Mass, _ scene: SceneLook) -> Bool {
        scene.persons(across: mass.box) >= terms.size && zone.polygon.contains(someOf: mass.box)
    }
}

extension Polygon {
    /// Whether a vehicle stands in it: its foot, or, where a passer-by before it is in the box as well, what is just above.
    fileprivate func contains(wheelsOf box: Box) -> Bool {
        contains(box.foot.insidePicture) || contains(Point(x: box.x + box.width / 2, y: box.y + 0.75 * box.height))
    }

    /// Whether what moves may be a vehicle in it: one with people who walk before it moves as one with them, and reaches far
    /// below its wheels.
    fileprivate func contains(someOf box: Box) -> Bool {
        contains(wheelsOf: box) || contains(Point(x: box.x + box.width / 2, y: box.y + box.height / 2))
    }
}
