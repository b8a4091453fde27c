import Measures
import Media

/// How well an algorithm counts persons, against what people counted in the same moments.
package struct CountScore: Codable, Hashable, Sendable {
    package let algorithm: String
    /// Moments at which somebody counted, and the algorithm looked.
    package let n: Int
    /// Mean of the errors' sizes; persons.
    package let meanAbsolute: Double?
    /// Persons; large errors weigh more.
    package let rootMeanSquare: Double?
    /// Mean of the errors: positive where it counts too many.
    package let bias: Double?
    /// Within a fifth of what was counted by eye.
    package let withinFifth: AlgorithmScore.Rate

    init(_ algorithm: String, _ errors: CountErrors) {
        self.algorithm = algorithm
        n = errors.n
        meanAbsolute = errors.meanAbsolute?.rounded(to: 3)
        rootMeanSquare = errors.rootMeanSquare?.rounded(to: 3)
        bias = errors.bias?.rounded(to: 3)
        withinFifth = AlgorithmScore.Rate(errors.withinFifth)
    }

    /// Of the algorithms whose measure is persons; an algorithm for which nobody counted is left out.
    static func all(_ results: [ClipResult]) -> [CountScore] {
        let counting = results.flatMap { result in
            result.job.setup.watches.map(\.algorithm.profile).filter { $0.measures == .persons }.map(\.id)
        }
        return counting.inOrderOnce.compactMap { algorithm in
            let counts = results.flatMap { $0.counts(by: algorithm) }
            return counts.isEmpty ? nil : CountScore(algorithm, CountErrors(counts))
        }
    }
}

extension ClipResult {
    /// What an algorithm counted in all its zones at each moment at which somebody counted by eye; without the moments at
    /// which it did not look.
    func counts(by algorithm: String) -> [CountErrors.Count] {
        job.truth.counts.compactMap { truth in
            looks(of: algorithm, nearest: truth.at).map { looks in
                CountErrors.Count(
                    looks.reduce(0) { $0 + $1.measure }, truth: Double(truth.low)...Double(truth.high))
            }
        }
    }
}
