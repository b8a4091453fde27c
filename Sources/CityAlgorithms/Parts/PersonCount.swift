import Media
import Scene

/// Persons in a zone: a crowd.
///
/// With a network that finds persons, those it finds are counted, and more for those it misses; what moves only says when
/// it is worth looking. A lorry, a fire or a screen is no crowd then.
///
/// Without one, persons are counted from the mass of living foreground.
/// Each mass is measured in persons of the size that `PersonScale` expects where it stands. One of a person's size is
/// one; a wider one is its area over a person's, with half added for those who hide behind others. A solid mass that
/// came all at once is a vehicle or a lamp. Measured at the hit: 48 to 58 for 35 to 40 people spread over a hall, about
/// 20 for a dense drawn group of 34. People who were there when the camera was switched on and never stir are not
/// counted, nor is a moving picture on a screen told from a crowd: put an `ignore` zone over it.
package struct PersonCount: Algorithm {
    package struct Terms: Hashable, Sendable {
        /// In the order in which they are preferred; none: what moves is counted.
        package let finders: [Finder]

        package init(finders: [Finder] = []) { self.finders = finders }
    }

    /// A network that finds persons.
    package struct Finder: Hashable, Sendable {
        package let network: String
        /// Of the persons there are, the share that the network finds, and of those it finds, the share that are persons:
        /// measured on cameras that it never saw. Persons are those found times `precision / recall`.
        package let recall: Double
        package let precision: Double

        package init(network: String, recall: Double = 1, precision: Double = 1) {
            (self.network, self.recall, self.precision) = (network, recall, precision)
        }

        fileprivate func persons(_ found: Int) -> Double { Double(found) * precision / recall }
    }

    /// Counts are averaged over this long: people hide one another for moments.
    private static let smoothing = Duration.seconds(4)
    /// The filled part of a person's height squared.
    private static let personArea = 0.13

    /// From these shares of what counts as a crowd on, persons are looked at soon, or now and then; fewer, and what is
    /// nobody, more seldom still.
    private static let (many, some) = (0.5, 0.2)
    private static let (hurried, calm, idle, empty) = (
        Duration.seconds(3), Duration.seconds(10), Duration.seconds(20), Duration.seconds(30)
    )

    private let zone: Zone
    /// nil: what moves is counted.
    private let finder: Finder?
    /// How many the network found when it looked last, and how many persons what moved was worth then.
    private var found = 0
    private var movingThen = 0.0
    private var lookedAt: MediaTime?
    private var counts: [(at: MediaTime, persons: Double)] = []

    /// - Parameter network: of one of the terms' finders, where it is there; nil: what moves is counted.
    package init(zone: Zone, _ terms: Terms, network: String? = nil) {
        (self.zone, finder) = (zone, terms.finders.first { $0.network == network })
        counts.reserveCapacity(32)
    }

    /// Something that moves may be persons, and people who have come may stand still. A few are no crowd yet.
    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        let moving = moving(scene).persons
        guard found > 0 || moving >= 1 else { return nil }
        let persons = finder?.persons(found) ?? 0
        if max(persons, moving - movingThen) >= Self.many * enter { return Self.hurried }
        if persons >= Self.some * enter || lookedAt == nil { return Self.calm }
        return found > 0 ? Self.idle : Self.empty
    }

    package mutating func judge(_ look: Look, into observations: inout [Observation]) {
        let (persons, around, parts) = finder.map { seen(look, $0) } ?? moving(look.scene)
        let look = look.scene
        counts.append((look.at, persons))
        counts.removeAll { $0.at <= look.at - Self.smoothing }
        let mean = counts.reduce(0) { $0 + $1.persons } / Double(counts.count)
        guard mean >= 1 else { return }
        let box = around ?? zone.polygon.bounds
        observations.append(
            Observation(
                since: look.at, box: box, measure: mean, score: min(mean / (mean + 10), 0.95), parts: parts))
    }

    /// Counted by the network.
    private mutating func seen(_ look: Look, _ finder: Finder) -> (persons: Double, around: Box?, parts: [Box]) {
        let network = finder.network
        let persons = StreetObjects(look.objects(of: network)).persons(in: zone.polygon, look.scene)
        if lookedAt != look.lookedAt(network) {
            lookedAt = look.lookedAt(network)
            movingThen = moving(look.scene).persons
        }
        found = persons.count
        let boxes = persons.map(\.box)
        let around = boxes.reduce(nil as Box?) { $0?.union($1) ?? $1 }
        // By the next picture they have walked on.
        let parts = look.lookedAt(network) == look.at ? boxes : []
        return (finder.persons(persons.count), around, parts)
    }

    /// Counted from what moves.
    private func moving(_ look: SceneLook) -> (persons: Double, around: Box?, parts: [Box]) {
        var persons = 0.0
        var around: Box?
        for mass in look.masses where zone.polygon.contains(mass.box.foot.insidePicture) {
            let count = Self.persons(in: mass, look: look)
            guard count > 0 else { continue }
            persons += count
            around = around?.union(mass.box) ?? mass.box
        }
        return (persons, around, [])
    }

    /// How many persons a mass is worth.
    static func persons(in mass: Mass, look: SceneLook) -> Double {
        let person = look.personHeight(at: mass.box)
        let width = mass.box.width * look.aspect / person
        let height = mass.box.height / person
        // Areas in squares of a person's height.
        let unit = look.aspect / (person * person)
        var area = mass.area * unit
        let fill = mass.area / max(mass.box.area, 1e-9)
        // Thin things are wires, lane markings under a trembling camera, edges of light.
        guard area >= 0.3 * personArea, height >= 0.45, fill >= 0.22 else { return 0 }
        if mass.active < 0.25 * mass.area { area = mass.active * unit }
        // One near thing: no group of people is more than two high unless it is wide.
        if height > 2, width < 1.5 * height { return 1 }
        if width < 0.7, height < 1.5 { return min(1, area / personArea) }
        let isSolid = width > 0.75 && fill > 0.64
        if isSolid || area > 6 * personArea {
            if isSolid, mass.sudden > 0.5 { return 0 }
            area = mass.established * unit
        }
        let places = (width / 0.33).rounded(.up) * max(1, (height - 0.25).rounded(.up))
        return min(1.5 * area / personArea, places)
    }
}
