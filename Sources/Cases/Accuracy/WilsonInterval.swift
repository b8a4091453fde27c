import Measures

/// The 95 % interval of a share by Wilson's score, as it is kept: it never leaves 0 to 1, and says something of few
/// observations too.
package struct WilsonInterval: Hashable, Sendable, Codable {
    package let lower: Double
    package let upper: Double

    /// - Parameters:
    ///   - hits: 0 to `of`.
    ///   - of: 0 or more; of nothing nothing is known, and the interval is all there is.
    package init(_ hits: Int, of count: Int) {
        let interval = Share(hits, of: count).interval ?? 0...1
        (lower, upper) = (interval.lowerBound, interval.upperBound)
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
