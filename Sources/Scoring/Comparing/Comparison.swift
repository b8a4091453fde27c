import Measures

/// What changed from an earlier score to this one, over the clips and decode policies that both have.
package struct Comparison: Codable, Hashable, Sendable {
    /// When the earlier one was made.
    package let earlierGeneratedAt: String
    /// Clips that only one of the two has: they are left out.
    package let uncomparedClips: [String]
    /// Policies that only one of the two has; nil, here and below: an earlier version wrote the file.
    package let uncomparedPolicies: [String]?
    /// Algorithms that only one of the two was asked for.
    package let uncomparedAlgorithms: [String]?
    /// Where the labels of only one of the two told the truth of an algorithm.
    package let uncomparedTruths: [OneSidedTruth]?
    /// Events that only one of the two was asked for: labels were added, taken away or moved.
    package let uncomparedEvents: [EventChange]?
    package let policies: [PolicyChange]
    /// Event by event, in the order of the clips.
    package let events: [EventChange]

    package struct OneSidedTruth: Codable, Hashable, Sendable {
        package let clip: String
        package let algorithm: String
        /// Else it was judged before, and is not now.
        package let isJudgedNow: Bool
    }

    package struct PolicyChange: Codable, Hashable, Sendable {
        package let policy: String
        /// `all` first.
        package let algorithms: [AlgorithmChange]
    }

    /// What changed for one algorithm, and whether it is more than chance.
    package struct AlgorithmChange: Codable, Hashable, Sendable {
        package let algorithm: String
        /// True events that both were asked for.
        package let events: Int
        package let gained: Int
        package let lost: Int
        /// Of exact McNemar over gained and lost events: how likely so uneven a split is by chance alone.
        package let p: Double?
        package let newFalse: Int
        package let goneFalse: Int
        /// Later less earlier, with a 95 % bootstrap interval over clips.
        package let recall: Difference
        package let falsePerDay: Difference
    }

    package struct Difference: Codable, Hashable, Sendable {
        package let value: Double?
        package let low: Double?
        package let high: Double?
    }
}

/// One event that was found before and is not now, or the other way round; or one that only one of two scores has.
package struct EventChange: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case lost, gained
        case newFalse = "new_false"
        case goneFalse = "gone_false"
        case onlyBefore = "only_before"
        case onlyNow = "only_now"
    }

    package let kind: Kind
    package let before: EventLine?
    package let now: EventLine?

    /// Whichever there is.
    package var line: EventLine? { now ?? before }
}
