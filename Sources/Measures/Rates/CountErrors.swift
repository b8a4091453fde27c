/// How far counts, of people in a crowd for example, are from the truth.
package struct CountErrors: Hashable, Sendable {
    package struct Count: Hashable, Sendable {
        package let counted: Double
        /// People who label a crowd often can give no more than a range; low == high where they are sure. From 0 up.
        package let truth: ClosedRange<Double>

        package init(_ counted: Double, truth: ClosedRange<Double>) {
            precondition(
                counted.isFinite && truth.lowerBound >= 0 && truth.upperBound.isFinite,
                "A count is a finite number, its truth one from 0 up.")
            (self.counted, self.truth) = (counted, truth)
        }

        package init(_ counted: Double, truth: Double) { self.init(counted, truth: truth...truth) }

        /// Counted less true, to the nearer end of the range; 0 within it. Below 0: too few were counted.
        package var error: Double { counted - nearest }

        /// Whether the error is at most a fifth of the nearer end of the range; a truth of 0 must be met.
        package var isWithinFifth: Bool {
            // A hair more, because 3.6 - 3 is rounded to more than a fifth of 3.
            5 * abs(error) <= nearest * (1 + 1e-12)
        }

        private var nearest: Double { min(max(counted, truth.lowerBound), truth.upperBound) }
    }

    package let n: Int
    /// Mean of |error| (MAE), in what was counted; nil of no counts.
    package let meanAbsolute: Double?
    /// Root of the mean of error² (RMSE), in what was counted: large errors weigh more.
    package let rootMeanSquare: Double?
    /// Mean of the error with its sign, in what was counted: below 0 where too few are counted.
    package let bias: Double?
    package let withinFifth: Share

    package init(_ counts: [Count]) {
        let errors = counts.map(\.error)
        func mean(_ values: [Double]) -> Double? {
            values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
        n = counts.count
        meanAbsolute = mean(errors.map(abs))
        rootMeanSquare = mean(errors.map { $0 * $0 })?.squareRoot()
        bias = mean(errors)
        withinFifth = Share(counts.filter(\.isWithinFifth).count, of: counts.count)
    }
}
