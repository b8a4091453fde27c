/// How sure a rate over clips is: intervals from clips drawn again and again, with replacement.
///
/// What happens in one clip is alike, so the clip is drawn, not the event. B. Efron and R. Tibshirani, "An Introduction to
/// the Bootstrap", 1993, chapter 13 (percentile intervals). The same seed gives the same interval.
package struct Bootstrap: Hashable, Sendable {
    /// What one clip adds to a rate, such as false alarms and hours, or found events and events.
    package struct Clip: Hashable, Sendable {
        package let numerator: Double
        /// From 0 up.
        package let denominator: Double

        package init(_ numerator: Double, of denominator: Double) {
            precondition(
                numerator.isFinite && denominator.isFinite && denominator >= 0,
                "A clip adds finite numbers to a rate, the lower one not below 0.")
            (self.numerator, self.denominator) = (numerator, denominator)
        }
    }

    package struct Estimate: Hashable, Sendable {
        package let value: Double
        /// The 95 % percentile interval; nil of fewer than two clips, which can be drawn in one way only.
        package let interval: ClosedRange<Double>?

        package init(value: Double, interval: ClosedRange<Double>?) { (self.value, self.interval) = (value, interval) }
    }

    package let seed: UInt64
    package let resamples: Int

    /// At least one resample; 2,000 keep the ends of an interval from moving visibly with the seed.
    package init(seed: UInt64 = 1, resamples: Int = 2000) {
        precondition(resamples > 0, "A bootstrap draws at least one resample.")
        (self.seed, self.resamples) = (seed, resamples)
    }

    /// The sum of the numerators per sum of the denominators; nil where the latter is 0.
    ///
    /// A resample without any denominator has no rate, and is left out.
    package func rate(of clips: [Clip]) -> Estimate? {
        estimate(groups: clips.count) { Self.rate(of: clips, at: $0) }
    }

    /// The later rate less the earlier one over the same clips in the same order; nil where either has no denominator.
    ///
    /// Both runs are drawn together: what makes a clip hard for both cancels out. If the interval leaves out 0, the
    /// difference is more than chance.
    package func difference(from earlier: [Clip], to later: [Clip]) -> Estimate? {
        precondition(earlier.count == later.count, "Two runs are compared over the same clips.")
        return estimate(groups: earlier.count) { drawn in
            guard let before = Self.rate(of: earlier, at: drawn), let after = Self.rate(of: later, at: drawn) else {
                return nil
            }
            return after - before
        }
    }

    /// Any figure over groups that are each alike within, such as the pictures of one camera; nil where it has no value.
    ///
    /// A resample for which it has no value is left out.
    ///
    /// - Parameter figure: of the groups whose places are given, some of them more than once.
    package func estimate(groups: Int, _ figure: ([Int]) -> Double?) -> Estimate? {
        figure(Array(0..<groups)).map { Estimate(value: $0, interval: interval(groups, of: figure)) }
    }

    private func interval(_ groups: Int, of statistic: ([Int]) -> Double?) -> ClosedRange<Double>? {
        guard groups > 1 else { return nil }
        var generator = SplitMix64(seed: seed)
        var drawn = [Int](repeating: 0, count: groups)
        var found: [Double] = []
        for _ in 0..<resamples {
            for place in drawn.indices { drawn[place] = generator.index(below: groups) }
            if let value = statistic(drawn) { found.append(value) }
        }
        let quantiles = Quantiles(found)
        guard let low = quantiles.quantile(0.025), let high = quantiles.quantile(0.975) else { return nil }
        return low...high
    }

    private static func rate(of clips: [Clip], at places: [Int]) -> Double? {
        var (numerator, denominator) = (0.0, 0.0)
        for place in places {
            numerator += clips[place].numerator
            denominator += clips[place].denominator
        }
        let rate = numerator / denominator
        return rate.isFinite ? rate : nil
    }
}
