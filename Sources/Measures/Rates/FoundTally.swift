/// What detections came to when they were compared with the truth: the counts from which precision and recall follow.
package struct FoundTally: Hashable, Sendable {
    package static let zero = FoundTally()

    /// Detections of something that was there, one for each.
    package var truePositives: Int
    /// Detections of what was not there: false alarms.
    package var falsePositives: Int
    /// What was there and not detected.
    package var misses: Int

    /// None is negative.
    package init(truePositives: Int = 0, falsePositives: Int = 0, misses: Int = 0) {
        precondition(min(truePositives, falsePositives, misses) >= 0, "A tally counts from 0.")
        (self.truePositives, self.falsePositives, self.misses) = (truePositives, falsePositives, misses)
    }

    /// Of what was detected, the share that was there.
    package var precision: Share { Share(truePositives, of: truePositives + falsePositives) }

    /// Of what was there, the share that was detected.
    package var recall: Share { Share(truePositives, of: truePositives + misses) }

    /// 2 true / (2 true + false + missed), 0 ... 1: the harmonic mean of precision and recall (van Rijsbergen, "Information
    /// Retrieval", 1979). Nil where nothing was there and nothing was detected.
    package var f1: Double? {
        let all = 2 * truePositives + falsePositives + misses
        return all == 0 ? nil : Double(2 * truePositives) / Double(all)
    }

    package static func + (left: FoundTally, right: FoundTally) -> FoundTally {
        FoundTally(
            truePositives: left.truePositives + right.truePositives,
            falsePositives: left.falsePositives + right.falsePositives, misses: left.misses + right.misses)
    }

    package static func += (left: inout FoundTally, right: FoundTally) { left = left + right }
}
