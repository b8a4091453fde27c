/// How well an algorithm answers a question about still pictures, each of them shown to it as a steady film.
package struct StillScore: Codable, Hashable, Sendable {
    package let algorithm: String
    /// It is there.
    package let positives: Int
    /// It is not.
    package let negatives: Int
    /// Nobody could tell: left out.
    package let unclear: Int
    /// Of the pictures that are judged.
    package let cameras: Int
    /// nil: the algorithm is not built in, and nothing was judged.
    package let figures: Figures?

    package struct Figures: Codable, Hashable, Sendable {
        /// The area under the ROC curve, with a 95 % interval of cameras drawn again and again; without value where all
        /// pictures have the same answer.
        package let auc: Area
        package let averagePrecision: Double?
        package let recallAt: [RecallAt]
        /// What the algorithm's own rule told, under its threshold.
        package let told: Told
        package let roc: [ROCPoint]
        package let precisionRecall: [PRPoint]
        package let calibration: Calibration
        /// All that were judged, in the order of their tables.
        package let pictures: [Picture]
    }

    package struct Area: Codable, Hashable, Sendable {
        package let value: Double?
        package let low: Double?
        package let high: Double?

        package init(value: Double?, low: Double?, high: Double?) {
            (self.value, self.low, self.high) = (value, low, high)
        }
    }

    /// The highest recall with at most such a share of the negatives taken for positive.
    package struct RecallAt: Codable, Hashable, Sendable {
        package let falsePositiveRate: Double
        package let recall: AlgorithmScore.Rate
        /// nil: nothing is taken for positive there.
        package let threshold: Double?
    }

    package struct Told: Codable, Hashable, Sendable {
        package let recall: AlgorithmScore.Rate
        package let falsePositives: AlgorithmScore.Rate
    }

    package struct ROCPoint: Codable, Hashable, Sendable {
        /// nil: nothing is taken for positive.
        package let threshold: Double?
        package let falsePositiveRate: Double
        package let recall: Double
    }

    package struct PRPoint: Codable, Hashable, Sendable {
        package let threshold: Double
        package let recall: Double
        package let precision: Double
    }

    package struct Picture: Codable, Hashable, Sendable {
        package let dataset: String
        package let picture: String
        package let camera: String
        package let isPositive: Bool
        package let score: Double
        package let isTold: Bool
    }

    /// All pictures that ask for it.
    package var pictures: Int { positives + negatives + unclear }
}
