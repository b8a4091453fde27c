import Media

/// Gives every packet a decoding time that never runs backwards, whatever the stream says.
///
/// Trusts the distances between timestamps, not the timestamps, and never the header's frame rate: where a timestamp
/// is missing, repeats, falls (a wrap, a restart) or leaps more than a day, the last usual distance stands in.
package struct PacketClock {
    /// Microseconds.
    package private(set) var now: Int64 = 0
    /// Whether the last time follows from the stream's own timestamps; after a break their distance to media time is
    /// another one.
    package private(set) var isUnbroken = true
    /// How many packets in a row had a timestamp that is missing, repeats or falls.
    package private(set) var guesses = 0
    private var lastRaw: Int64?
    private var isFirst = true
    /// The last timestamp was missing: what stands in `lastRaw` is a guess.
    private var isGuess = false
    private var step: Int64 = 40_000

    package init() {}

    /// - Parameter raw: the packet's decoding timestamp in microseconds; nil where it has none.
    /// - Returns: microseconds since the first packet.
    package mutating func next(_ raw: Int64?) -> Int64 {
        defer { (isGuess, isFirst) = (raw == nil, false) }
        isUnbroken = true
        guard !isFirst else {
            lastRaw = raw
            return 0
        }
        guard let raw, let last = lastRaw else {
            // Nothing to measure a distance from.
            advance(by: step)
            guesses += 1
            lastRaw = raw ?? lastRaw.map { $0.addingAtMost(step) }
            isUnbroken = raw == nil
            return now
        }
        let distance = raw.subtractingReportingOverflow(last)
        if !distance.overflow, distance.partialValue > 0, distance.partialValue < 86_400_000_000 {
            advance(by: distance.partialValue)
            if distance.partialValue < 2_000_000 { step = distance.partialValue }
            guesses = 0
        } else {
            advance(by: step)
            guesses += 1
            isUnbroken = isGuess
        }
        lastRaw = raw
        return now
    }

    /// A stream that leaps a day at each packet stands still in the end, rather than runs backwards.
    private mutating func advance(by distance: Int64) { now = now.addingAtMost(distance) }
}
