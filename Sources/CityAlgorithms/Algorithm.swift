import Media
import Scene

/// Judges the looks of one zone of one camera. A value per zone, made by its `AlgorithmEntry`; whatever it remembers runs
/// on media time.
///
/// It says what it sees in this look; whether that lasted long enough, is allowed here or at this hour, is the
/// rule's affair (`Rules`). Every algorithm passes the conformance suite in `Tests/CityAlgorithmsTests`.
package protocol Algorithm: Sendable {
    /// - Parameters:
    ///   - look: has what the algorithm's entry says that it needs. Times never decrease from call to call.
    ///   - observations: what is seen in the zone is appended; boxes lie within 0..1. Taken along so that a look allocates
    ///     nothing.
    mutating func judge(_ look: Look, into observations: inout [Observation])

    /// How often the networks of its entry should look while its zone is like this; nil: there is nothing for them to look
    /// at. Networks cost some thirty times what the scene does, and most looks show a street where nothing is the matter.
    ///
    /// - Parameter enter: the measure at which its rule begins to count: far from it there is time.
    func lookInterval(_ scene: SceneLook, enter: Double) -> Duration?

    /// Whether, after its last look, it wants to see every picture for the next two seconds; heeded under the policy
    /// `burst`.
    var asksForEveryPicture: Bool { get }

    /// What it has learned of its zone by itself, to be kept over a restart; nil: it learns nothing.
    var usual: UsualLook? { get }

    /// Nothing of its kind is under way, nor was for long: what its networks saw last is how the place usually looks.
    mutating func learnUsual()

    /// Goes on with what was learned before a restart; what is of another zone is left.
    mutating func recall(_ usual: UsualLook)
}

extension Algorithm {
    /// - Returns: what is seen in the zone.
    package mutating func judge(_ look: Look) -> [Observation] {
        var observations: [Observation] = []
        judge(look, into: &observations)
        return observations
    }

    package var asksForEveryPicture: Bool { false }

    package var usual: UsualLook? { nil }
    package mutating func learnUsual() {}
    package mutating func recall(_ usual: UsualLook) {}

    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? { .zero }
}

/// What one algorithm says of one look.
package struct Observation: Sendable, Equatable {
    /// Since when, at the earliest, what is seen has been so; not after the look.
    package let since: MediaTime
    package let box: Box
    /// The amount the rule's threshold is compared with: persons, a share of the zone, or 1 for a thing.
    package private(set) var measure: Double
    /// How sure, 0..1.
    package let score: Double
    /// Where a network found what it is made of: each person of a crowd, each cell of water. What moves is told of in the
    /// picture alone in which it was found.
    package let parts: [Box]
    /// The same in each look for one thing, where the algorithm follows things itself; nil: its place says which it is.
    package let number: Int?
    /// How large it is on the ground; nil: nobody asked, or the camera cannot tell.
    package private(set) var extent: Extent?

    package init(
        since: MediaTime, box: Box, measure: Double, score: Double, parts: [Box] = [], number: Int? = nil,
        extent: Extent? = nil
    ) {
        (self.since, self.box, self.measure, self.score, self.parts) = (since, box, measure, score, parts)
        (self.number, self.extent) = (number, extent)
    }

    /// Of a thing that stands there: how wide it is.
    package mutating func tellWidth(by scale: GroundScale) {
        extent = scale.width(of: box).map { Extent(size: .width(metres: $0)) }
    }

    /// By a camera's own scale.
    package mutating func multiply(by scale: Double) { measure *= scale }
}

/// What an algorithm is, apart from its code.
package struct AlgorithmProfile: Hashable, Sendable {
    /// The configuration's key that says how long something must last.
    package enum LastingKey: String, Sendable { case dwell, hold }

    /// What its measure says.
    package enum Measure: Sendable {
        /// 1: it is there.
        case presence
        /// How many there are.
        case persons
        /// How much of its zone is covered, 0...1.
        case share
    }

    package let id: String
    package let nameZH: String
    package let nameEN: String
    /// Zones it watches where the configuration names none.
    package let zoneKinds: Set<ZoneKind>
    package let lastingKey: LastingKey
    package let lasting: Duration
    /// What the measure must reach; nil where a thing is there or not.
    package let threshold: Double?
    /// What has fallen below this share of the most that it was is going away: no hit begins with it; nil: how it goes does not
    /// matter.
    package let steady: Double?
    /// How long it may be out of sight (someone walks by) and still count as lasting.
    package let gap: Duration
    /// An incident without a hit for so long has ended.
    package let quietAfter: Duration
    /// Within so many hours on end (紧急工作时) it should be dealt with, where the district says nothing else.
    package let handlingHours: Double
    package let measures: Measure
    /// What it sees passes: each hit is an incident of its own.
    package let passes: Bool

    package init(
        id: String, nameZH: String, nameEN: String, zoneKinds: Set<ZoneKind>, lastingKey: LastingKey,
        lasting: Duration, threshold: Double?, gap: Duration, quietAfter: Duration,
        handlingHours: Double, measures: Measure = .presence, steady: Double? = nil, passes: Bool = false
    ) {
        (self.id, self.nameZH, self.nameEN, self.zoneKinds) = (id, nameZH, nameEN, zoneKinds)
        (self.lastingKey, self.lasting, self.threshold) = (lastingKey, lasting, threshold)
        (self.gap, self.quietAfter, self.handlingHours) = (gap, quietAfter, handlingHours)
        (self.measures, self.steady, self.passes) = (measures, steady, passes)
    }
}

extension AlgorithmProfile.Measure {
    /// What a configuration may ask of it.
    package var thresholds: ClosedRange<Double> {
        switch self {
        case .presence, .persons: 1...10_000
        case .share: 0.01...1
        }
    }
}

extension AlgorithmProfile {
    /// Whether it watches zones of a kind where the configuration names none.
    package func watches(_ kind: ZoneKind) -> Bool { zoneKinds.contains(kind) }

    /// All kinds of zones that it watches, in the order of their names.
    package var watchedKinds: [ZoneKind] {
        ZoneKind.allCases.filter(watches).sorted { $0.rawValue < $1.rawValue }
    }
}
