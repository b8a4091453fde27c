/// How many of n: a rate that keeps its n, and says how sure it is.
package struct Share: Hashable, Sendable {
    /// The 97.5 % point of the normal distribution, for intervals that hold the true rate 95 times of 100.
    private static let deviate = 1.959963984540054

    /// 0 ... n.
    package let successes: Int
    /// Of how many; 0: nothing was tried.
    package let n: Int

    package init(_ successes: Int, of n: Int) {
        precondition((0...max(n, 0)).contains(successes) && n >= 0, "A share has between 0 and n successes.")
        (self.successes, self.n) = (successes, n)
    }

    /// 0 ... 1; nil where nothing was tried.
    package var value: Double? { n == 0 ? nil : Double(successes) / Double(n) }

    /// The 95 % Wilson score interval, within 0 ... 1; nil where nothing was tried.
    ///
    /// With p of n and z = 1.96: (p + z²/2n ± z √(p (1 - p)/n + z²/4n²)) / (1 + z²/n). E. B. Wilson, "Probable inference,
    /// the law of succession, and statistical inference", JASA 22 (1927); as `proportion_confint(method="wilson")` of
    /// statsmodels.
    package var interval: ClosedRange<Double>? {
        guard let value else { return nil }
        let (n, square) = (Double(n), Self.deviate * Self.deviate)
        let middle = value + square / (2 * n)
        let reach = Self.deviate * (value * (1 - value) / n + square / (4 * n * n)).squareRoot()
        let scale = 1 + square / n
        // Rounding may lead a hair past what is possible, or past the rate itself.
        let low = successes == 0 ? 0 : max(0, (middle - reach) / scale)
        let high = successes == self.n ? 1 : min(1, (middle + reach) / scale)
        return low...high
    }
}
