/// Whether scores mean what they say: of what scores 0.8, are 80 % true?
///
/// The diagram of M. H. DeGroot and S. E. Fienberg, "The comparison and evaluation of forecasters", The Statistician 32
/// (1983); bins as in `calibration_curve` of scikit-learn.
package struct Reliability: Hashable, Sendable {
    package struct Bin: Hashable, Sendable {
        /// Scores above `lower` and up to `upper`; the first bin also takes all below, the last all above.
        package let lower: Double
        package let upper: Double
        /// Nil of an empty bin.
        package let meanScore: Double?
        /// Of what scored so, true.
        package let share: Share
    }

    /// Of equal width, from 0 to 1; empty ones are kept.
    package let bins: [Bin]
    /// The expected calibration error, 0 ... 1 for scores that are: the mean over all scored of |mean score - share true| of
    /// their bin (M. P. Naeini, G. F. Cooper and M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
    /// binning", AAAI 2015). Nil of nothing.
    package let expectedError: Double?

    /// Scores are to be shares, 0 ... 1; at least one bin.
    package init(_ scored: [Scored], bins count: Int = 10) {
        precondition(count > 0, "Scores are told apart by at least one bin.")
        let edges = (0...count).map { Double($0) / Double(count) }
        var sums = [(score: Double, positives: Int, n: Int)](repeating: (0, 0, 0), count: count)
        for one in scored {
            let bin = edges[1..<count].firstIndex { one.score <= $0 } ?? count
            sums[bin - 1].score += one.score
            sums[bin - 1].positives += one.isPositive ? 1 : 0
            sums[bin - 1].n += 1
        }
        bins = sums.enumerated().map { place, sum in
            Bin(
                lower: edges[place], upper: edges[place + 1], meanScore: sum.n == 0 ? nil : sum.score / Double(sum.n),
                share: Share(sum.positives, of: sum.n))
        }
        let error = sums.reduce(0) { $0 + abs($1.score - Double($1.positives)) }
        expectedError = scored.isEmpty ? nil : error / Double(scored.count)
    }
}
