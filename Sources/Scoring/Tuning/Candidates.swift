import Foundation

/// The values that are tried of one thing that can be set: the present one as it is, and others around it in round numbers.
struct Candidates {
    private let present: Double
    private let count: Int

    /// - Parameters:
    ///   - present: above 0.
    ///   - count: so many are wanted, the present one among them.
    init(_ present: Double, count: Int) { (self.present, self.count) = (present, count) }

    /// - Parameters:
    ///   - wanted: in any order; those that are not above 0 are left out.
    ///   - step: to what a value is rounded.
    /// - Returns: ascending, each once; fewer than were asked for where rounding leaves no more.
    func filled(_ wanted: [Double], step: (Double) -> Double) -> [Double] {
        func round(_ value: Double) -> Double? {
            let parts = (1 / step(value)).rounded()
            // By a division, as people write it: 0.3, not 0.30000000000000004.
            let round = parts > 1 ? (value * parts).rounded() / parts : (value / step(value)).rounded() * step(value)
            return round > 0 && round.isFinite ? round : nil
        }
        var values = Set(wanted.compactMap { $0 > 0 && $0.isFinite ? round($0) : nil })
        values = values.filter { $0 != present }
        if values.count > count - 1 { values = Set(thinned(values.sorted())) }
        values.insert(present)
        // The widest step between two is halved, as long as that gives another round number.
        var isFull = Set<Double>()
        while values.count < count {
            let sorted = values.sorted()
            let steps = zip(sorted, sorted.dropFirst()).filter { !isFull.contains($0.0) }
            guard let widest = steps.max(by: { $0.1 / $0.0 < $1.1 / $1.0 }) else { break }
            let middle = round((widest.0 * widest.1).squareRoot())
            if let middle, middle > widest.0, middle < widest.1 {
                values.insert(middle)
            } else {
                isFull.insert(widest.0)
            }
        }
        return values.sorted()
    }

    /// One less than are wanted, the least and the largest among them.
    private func thinned(_ sorted: [Double]) -> [Double] {
        let last = count - 2
        guard last > 0 else { return Array(sorted.prefix(max(count - 1, 0))) }
        return (0...last).map { sorted[$0 * (sorted.count - 1) / last] }
    }
}
