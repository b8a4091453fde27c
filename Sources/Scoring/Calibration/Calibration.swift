import Cases
import Measures

/// Whether an algorithm's scores mean something once they are turned into shares that were true.
///
/// The curve is fitted on the cameras of the development half and judged on those of the other, as `CameraSplit` divides them
/// by a hash of the camera's id: what was learnt of a camera is never judged on it.
package struct Calibration: Codable, Hashable, Sendable {
    /// Fewer scores in a half say nothing.
    package static let fewest = 20

    /// Scores of the development half.
    package let fitted: Int
    /// Scores of the judging half.
    package let judged: Int
    /// Of the judging half, as the scores are; nil: a half has fewer than `fewest`.
    package let before: Quality?
    /// Of the same scores, each turned into the share that the curve gives it.
    package let after: Quality?

    /// How well scores agree with what was true.
    package struct Quality: Codable, Hashable, Sendable {
        /// Mean of |mean score - share true| of ten bins, weighted by what lies in them (ECE).
        package let expectedError: Double?
        /// Mean of (score - truth) squared, the truth being 0 or 1.
        package let brier: Double
        package let reliability: [AlgorithmScore.ReliabilityBin]
    }

    /// - Parameter scored: each with the camera that it is of.
    package init(_ scored: [(camera: String, scored: Scored)]) {
        func half(_ split: CameraSplit) -> [Scored] {
            scored.filter { CameraSplit(camera: $0.camera) == split }.map(\.scored)
        }
        let (learnt, rest) = (half(.development), half(.judging))
        (fitted, judged) = (learnt.count, rest.count)
        guard min(learnt.count, rest.count) >= Self.fewest, let fit = IsotonicFit(learnt) else {
            (before, after) = (nil, nil)
            return
        }
        before = Quality(rest)
        after = Quality(rest.map { Scored(fit.share(for: $0.score), isPositive: $0.isPositive) })
    }
}

extension Calibration.Quality {
    /// - Parameter scored: one or more.
    fileprivate init(_ scored: [Scored]) {
        let reliability = Reliability(scored)
        let errors = scored.map { $0.score - ($0.isPositive ? 1 : 0) }
        self.init(
            expectedError: reliability.expectedError?.rounded(to: 6),
            brier: (errors.reduce(0) { $0 + $1 * $1 } / Double(scored.count)).rounded(to: 6),
            reliability: reliability.bins.compactMap { AlgorithmScore.ReliabilityBin($0) })
    }
}
