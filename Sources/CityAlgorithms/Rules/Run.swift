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
    var seenAt: MediaTime
    /// Where it was first seen, and where lately: parts of it may be hidden for a while.
    let home: Box
    var box: Box
    var offence: Offence?
    /// When it was last seen under a permit.
    var permittedAt: MediaTime?
    var isPermitTold = false

    init(since: MediaTime, seenAt: MediaTime, box: Box, number: Int? = nil) {
        (self.since, self.seenAt, home, self.box) = (since, seenAt, box, box)
        self.number = number
    }

    /// How much of it lies at another place, where it was first seen or where it was lately; 0..1.
    func shares(_ other: Box) -> Double { max(box.overlap(other), home.overlap(other)) }

    /// Its time counts from now on.
    mutating func startAnew(at now: MediaTime) {
        since = now
        if let offence { self.offence = Offence(startedAt: now, seenAt: offence.seenAt) }
    }
}
