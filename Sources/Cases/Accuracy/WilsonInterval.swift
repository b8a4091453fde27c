/// The 95 % interval of a share by Wilson's score: it never leaves 0 to 1, and says something of few observations too.
///
/// Edwin B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.
package struct WilsonInterval: Hashable, Sendable, Codable {
    package let lower: Double
    package let upper: Double

    /// The normal distribution's 97.5 % quantile.
    private static let z = 1.959_963_984_540_054

    /// - Parameters:
    ///   - hits: 0 to `of`.
    ///   - of: 0 or more; of nothing nothing is known, and the interval is all there is.
    package init(_ hits: Int, of count: Int) {
        precondition(count >= 0 && (0...count).contains(hits), "a share is of what was counted")
        guard count > 0 else {
            (lower, upper) = (0, 1)
            return
        }
        let (n, square) = (Double(count), Self.z * Self.z)
        let share = Double(hits) / n
        let middle = (share + square / (2 * n)) / (1 + square / n)
        let half = Self.z / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        // What rounding leaves of the ends.
        lower = hits == 0 ? 0 : max(middle - half, 0)
        upper = hits == count ? 1 : min(middle + half, 1)
    }
}

extension WilsonInterval {
    private enum CodingKeys: CodingKey { case lower, upper }

    /// - Throws: for one that is no interval within 0 to 1.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        (lower, upper) = (
            try container.decode(Double.self, forKey: .lower), try container.decode(Double.self, forKey: .upper)
        )
        guard lower >= 0, lower <= upper, upper <= 1 else {
            throw DecodingError.dataCorruptedError(
                forKey: .lower, in: container, debugDescription: "\(lower) to \(upper) is no interval of a share")
        }
    }

    /// `90.4-96.7 %`.
    package var percent: String { "\(Tally.percent(lower))-\(Tally.percent(upper)) %" }
}
