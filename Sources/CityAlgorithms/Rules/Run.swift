import Media

/// Observations of one thing, without a gap longer than its rule allows.
struct Run: Sendable {
    /// What no permit allows of it. Its time is what a dwell is measured by; a permit ends it.
    struct Offence: Sendable {
        let startedAt: MediaTime
        var seenAt: MediaTime
        var isHit = false
    }

    /// Since when the thing is there.
    private(set) var since: MediaTime
    /// The observations' own; nil: they have none.
    let number: Int?
    private(set) var seenAt: MediaTime
    /// Where it was first seen, and where lately: parts of it may be hidden for a while.
    let home: Box
    private(set) var box: Box
    /// Its measure when it began, the most it was since, and the last.
    private let first: Double
    private(set) var most: Double
    private var last: Double
    var offence: Offence?
    /// When it was last seen under a permit.
    var permittedAt: MediaTime?
    var isPermitTold = false

    init(since: MediaTime, seenAt: MediaTime, _ observation: Observation) {
        (self.since, self.seenAt, home, box) = (since, seenAt, observation.box, observation.box)
        number = observation.number
        (first, most, last) = (observation.measure, observation.measure, observation.measure)
    }

    mutating func see(_ observation: Observation, at now: MediaTime) {
        (seenAt, box, last) = (now, observation.box, observation.measure)
        most = max(most, last)
    }

    /// Where its measure goes. A seventh up or down is what looks of the same thing differ by.
    var trend: Extent.Trend { last < 0.85 * most ? .shrinking : last > 1.15 * first ? .growing : .steady }

    /// How much of it lies at another place, where it was first seen or where it was lately; 0..1.
    func shares(_ other: Box) -> Double { max(box.overlap(other), home.overlap(other)) }

    /// Its time counts from now on.
    mutating func startAnew(at now: MediaTime) {
        since = now
        if let offence { self.offence = Offence(startedAt: now, seenAt: offence.seenAt) }
    }
}
