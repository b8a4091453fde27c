/// A sample in order, to read its quantiles from: how long it took half of the time, nine times of ten, at worst.
package struct Quantiles: Hashable, Sendable {
    private let sorted: [Double]

    /// In any order and any unit; the quantiles have the same unit.
    package init(_ values: [Double]) {
        precondition(values.allSatisfy(\.isFinite), "Quantiles are of finite numbers.")
        sorted = values.sorted()
    }

    package var n: Int { sorted.count }
    package var median: Double? { quantile(0.5) }
    package var p90: Double? { quantile(0.9) }
    package var longest: Double? { sorted.last }

    /// The value that a share of the sample, 0 ... 1, does not exceed; nil of an empty sample.
    ///
    /// It lies at place share · (n - 1) of the sorted values, counted from 0, and between two of them on the straight line:
    /// number 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), and
    /// what `numpy.quantile` does unless told otherwise.
    package func quantile(_ share: Double) -> Double? {
        precondition((0...1).contains(share), "A quantile is of a share between 0 and 1.")
        guard let last = sorted.last else { return nil }
        let place = share * Double(sorted.count - 1)
        let lower = Int(place)
        guard lower + 1 < sorted.count else { return last }
        let part = place - Double(lower)
        let step = sorted[lower + 1] - sorted[lower]
        // From the nearer of the two, as NumPy does: equal values give just that value.
        return part < 0.5 ? sorted[lower] + step * part : sorted[lower + 1] - step * (1 - part)
    }
}
