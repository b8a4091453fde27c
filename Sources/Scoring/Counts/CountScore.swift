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
    /// Clips that are left out: zones of the algorithm overlap there, and whoever stands in two would count twice; nil: none.
    package let overlapping: [String]?

    init(_ algorithm: String, _ errors: CountErrors, overlapping: [String]) {
        self.algorithm = algorithm
        self.overlapping = overlapping.isEmpty ? nil : overlapping
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
            let counts = results.map { (clip: $0.job.truth.name, counts: $0.counts(by: algorithm)) }
            let (told, overlapping) = (counts.compactMap(\.counts).flatMap(\.self), counts.filter { $0.counts == nil })
            guard !told.isEmpty || !overlapping.isEmpty else { return nil }
            return CountScore(algorithm, CountErrors(told), overlapping: overlapping.map(\.clip))
        }
    }
}

extension ClipResult {
    /// What an algorithm counted in all its zones at each moment at which somebody counted by eye; without the moments at
    /// which it did not look.
    ///
    /// - Returns: nil where its zones overlap.
    func counts(by algorithm: String) -> [CountErrors.Count]? {
        guard !job.truth.counts.isEmpty else { return [] }
        let watched = job.setup.watches.filter { $0.algorithm.id == algorithm }.map(\.zone)
        guard let zones = CountedZones(watched).ids else { return nil }
        return job.truth.counts.compactMap { truth in
            looks(of: algorithm, nearest: truth.at).map { looks in
                CountErrors.Count(
                    looks.filter { zones.contains($0.zone) }.reduce(0) { $0 + $1.measure },
                    truth: Double(truth.low)...Double(truth.high))
            }
        }
    }
}
