import Media

/// One event, or one detection that was of none, and what came of it.
package struct EventLine: Codable, Hashable, Sendable {
    package enum Outcome: String, Codable, Sendable, CaseIterable {
        case missed
        case falseAlarm = "false"
        /// Found, but told later than the time that it must last, and the tolerance of its label, allow.
        case late
        case found
    }

    /// The same in every run over the same labels: policy, clip, algorithm, zone and moment; no two lines share it.
    package let id: String
    package let policy: String
    package let clip: String
    package let algorithm: String
    package let zone: String
    package let outcome: Outcome
    package let truth: Truth?
    package let detection: Seen?
    /// Of what was missed: how close it came.
    package let closest: Closest?

    package struct Truth: Codable, Hashable, Sendable {
        package let startS: Double
        package let endS: Double
        package let toleranceS: Double
        package let note: String
        /// nil: the labels do not say where, or an earlier version wrote the file.
        package let box: Box?
    }

    package struct Seen: Codable, Hashable, Sendable {
        package let startedS: Double
        package let hitS: Double
        package let lastSeenS: Double
        package let measure: Double
        package let score: Double
        package let box: Box
    }

    package struct Closest: Codable, Hashable, Sendable {
        package let measure: Double
        package let threshold: Double
        /// How long it lasted in the eyes of the rule.
        package let lastedS: Double
        package let neededS: Double
    }

    /// Seconds from the beginning of the event to its hit; nil: there was no pair.
    package var timeToDetectS: Double? {
        guard let truth, let detection else { return nil }
        return detection.hitS - truth.startS
    }

    /// The moment to look at first: the hit, or where nothing was told, the beginning of the event.
    package var momentS: Double { detection?.hitS ?? truth?.startS ?? 0 }
}
