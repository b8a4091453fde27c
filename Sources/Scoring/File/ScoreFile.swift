/// What a run of `piculet score` came to, as `score.json` has it: the one source of the table, the page and of comparisons.
///
/// Stable: version 1 keeps its keys; whoever reads it may meet more of them. Times of clips are seconds from the first picture,
/// boxes are shares of the picture.
package struct ScoreFile: Codable, Hashable, Sendable {
    package static let schema = "piculet-score"
    package static let version = 1

    package var schema = Self.schema
    package var version = Self.version
    /// What was asked for.
    package let run: Run
    package let clips: [Clip]
    /// Per decode policy, in the order in which they were asked for.
    package let policies: [PolicyScore]
    package let events: [EventLine]
    /// By algorithm that is asked about; nil: no dataset has labelled still pictures, or an earlier version wrote the file.
    package var stills: [StillScore]?
    /// Against an earlier score; nil: none was given.
    package var comparison: Comparison?
    /// When and how fast: the one part that differs from run to run.
    package var times: Times

    package struct Run: Codable, Hashable, Sendable {
        package let datasets: [String]
        package let algorithms: [String]
        package let policies: [String]
        /// The whole picture was watched as one zone, whatever zones the labels have.
        package let isWholePicture: Bool
        /// By algorithm, where they are the same on every clip.
        package let terms: [Terms]
    }

    package struct Terms: Codable, Hashable, Sendable {
        package let algorithm: String
        /// How long it must last.
        package let lastingS: Double
        package let threshold: Double
    }

    package struct Clip: Codable, Hashable, Sendable {
        package let name: String
        /// The name of the dataset that it is of; nil: an earlier version wrote the file.
        package let dataset: String?
        package let video: String
        package let camera: String
        package let conditions: [String]
        package let scene: String
        package let seconds: Double
        package let events: Int
        package let absent: [String]
        /// The algorithms of which the labels tell the truth: they have events of them, or call them absent; nil: an earlier
        /// version wrote the file.
        package let judged: [String]?
        /// By policy, detections of algorithms of which the labels do not tell the truth: they count for nothing.
        package let unjudged: [String: Int]
    }

    package struct Times: Codable, Hashable, Sendable {
        package let generatedAt: String
        package let wallS: Double
        /// Seconds of footage a second.
        package let timesRealTime: Double
    }
}

/// What one decode policy came to.
package struct PolicyScore: Codable, Hashable, Sendable {
    package let policy: String
    /// `all` is the id of what is summed over the algorithms.
    package let overall: AlgorithmScore
    package let algorithms: [AlgorithmScore]
    /// The same over the clips of one condition alone.
    package let conditions: [ConditionScore]
    /// How well persons are counted, where somebody counted by eye.
    package let counts: [CountScore]
    /// How well boxes lie; nil: none is labelled, or an earlier version wrote the file.
    package let boxes: BoxScores?

    package struct ConditionScore: Codable, Hashable, Sendable {
        package let condition: String
        package let overall: AlgorithmScore
        package let algorithms: [AlgorithmScore]
        /// nil: an earlier version wrote the file.
        package let counts: [CountScore]?
        /// nil: none is labelled, or an earlier version wrote the file.
        package let boxes: BoxScores?
    }
}

/// How good one algorithm is on a set of clips.
package struct AlgorithmScore: Codable, Hashable, Sendable {
    package let algorithm: String
    package let clips: Int
    package let found: Int
    package let missed: Int
    package let falseAlarms: Int
    package let precision: Rate
    package let recall: Rate
    package let f1: Double?
    /// Of footage that tells its truth.
    package let hours: Double
    package let falsePerHour: Frequency
    package let falsePerDay: Frequency
    package let timeToDetect: Delays
    package let recallAt: [RecallAt]
    /// From the highest score down: what a threshold there would come to.
    package let curve: [CurvePoint]
    package let reliability: [ReliabilityBin]
    /// nil: of all algorithms together, or an earlier version wrote the file.
    package let calibration: Calibration?

    /// A share with its 95 % Wilson interval; without value where n is 0.
    package struct Rate: Codable, Hashable, Sendable {
        package let count: Int
        package let n: Int
        package let value: Double?
        package let low: Double?
        package let high: Double?
    }

    /// So many in a time, with its exact 95 % Poisson interval; without value where no time was watched.
    package struct Frequency: Codable, Hashable, Sendable {
        package let value: Double?
        package let low: Double?
        package let high: Double?
    }

    /// Seconds from the beginning of an event to its hit.
    package struct Delays: Codable, Hashable, Sendable {
        package let n: Int
        package let medianS: Double?
        package let p90S: Double?
        package let longestS: Double?
    }

    package struct RecallAt: Codable, Hashable, Sendable {
        package let falsePerDay: Double
        package let recall: Double?
        package let threshold: Double?
    }

    package struct CurvePoint: Codable, Hashable, Sendable {
        package let threshold: Double
        package let recall: Double?
        package let precision: Double?
        package let falsePerHour: Double?
    }

    /// Detections whose scores lie in a bin: how many there are, and which share was true.
    package struct ReliabilityBin: Codable, Hashable, Sendable {
        package let low: Double
        package let high: Double
        package let meanScore: Double
        package let precision: Rate
    }
}
