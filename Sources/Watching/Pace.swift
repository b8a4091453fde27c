import Media

/// What is done at once and then every so often, by whoever comes by.
struct Pace {
    private let every: Duration
    private var last: MonotonicInstant?

    init(_ every: Duration) { self.every = every }

    mutating func isDue(at now: MonotonicInstant) -> Bool {
        guard last.map({ now - $0 >= every }) ?? true else { return false }
        last = now
        return true
    }
}
