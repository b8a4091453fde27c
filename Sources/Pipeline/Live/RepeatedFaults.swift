import Media

/// Lets a message that repeats through once a second, with how often it came meanwhile.
package struct RepeatedFaults: Sendable {
    private struct Entry: Sendable {
        var told: MonotonicInstant
        var unsaid = 0
    }

    private var entries: [String: Entry] = [:]

    package init() {}

    /// - Returns: nil when the message is to be kept quiet, else how many were kept quiet since it was last told.
    package mutating func take(_ message: String, at now: MonotonicInstant) -> Int? {
        if var entry = entries[message], now - entry.told < .seconds(1) {
            entry.unsaid += 1
            entries[message] = entry
            return nil
        }
        let unsaid = entries[message]?.unsaid ?? 0
        entries[message] = Entry(told: now)
        // What has not come for a while need not be remembered.
        if entries.count > 1000 { entries = entries.filter { now - $0.value.told < .seconds(1) } }
        return unsaid
    }

    /// What was kept quiet and did not come again.
    package mutating func flush(at now: MonotonicInstant) -> [(message: String, times: Int)] {
        var flushed: [(String, Int)] = []
        for (message, entry) in entries where now - entry.told >= .seconds(1) {
            if entry.unsaid > 0 { flushed.append((message, entry.unsaid)) }
            entries[message] = nil
        }
        return flushed.sorted { $0.0 < $1.0 }
    }
}
