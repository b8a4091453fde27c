import Foundation

/// How often something happens: so many times in so long.
///
/// With its exact 95 % interval for a Poisson process (Garwood, Biometrika 28, 1936): the lowest and highest rates under which
/// so many, or more, and so many, or fewer, still have a chance of 2.5 %.
package struct EventRate: Hashable, Sendable {
    package let count: Int
    /// Of the unit that the rate is asked in: hours, days. Not negative.
    package let time: Double

    package init(_ count: Int, in time: Double) {
        precondition(count >= 0 && time >= 0, "nothing happens less than never")
        (self.count, self.time) = (count, time)
    }

    /// nil: no time was watched.
    package var value: Double? { time > 0 ? Double(count) / time : nil }

    /// nil: no time was watched.
    package var interval: ClosedRange<Double>? {
        guard time > 0 else { return nil }
        let low = count == 0 ? 0 : Self.solve { 1 - Self.atMost(count - 1, mean: $0) < Self.tail }
        let high = Self.solve { Self.atMost(count, mean: $0) > Self.tail }
        return low / time...high / time
    }

    private static let tail = 0.025

    /// The chance of at most so many events where `mean` are expected.
    private static func atMost(_ count: Int, mean: Double) -> Double {
        guard mean > 0 else { return 1 }
        var (term, sum) = (-mean, 0.0)
        // In logarithms: a term of a large mean is too small for a number.
        for number in 0...count {
            if number > 0 { term += log(mean) - log(Double(number)) }
            sum += exp(term)
        }
        return min(sum, 1)
    }

    /// The mean at which a condition that holds below it no longer holds.
    private static func solve(_ holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, 1.0)
        while holds(high) { high *= 2 }
        for _ in 0..<200 where high - low > 1e-12 * high {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
