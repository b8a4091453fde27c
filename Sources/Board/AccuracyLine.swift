import Media

/// How often one algorithm was right in the street, as screens show it.
package struct AccuracyLine: Codable, Sendable, Hashable {
    package let algorithm: String
    package let name: Words
    package let hits: Int
    package let reviewed: Int
    package let correct: Int
    package let wrong: Int
    /// Permitted, duplicate, unclear: they are in no share.
    package let leftOut: Int
    /// True of true and false; nil: nothing was decided.
    package let precision: Double?
    /// Of its 95 % interval.
    package let lower: Double
    package let upper: Double
    /// `met`, `missed` or `open`: how it stands to the target.
    package let standing: String
    /// By weeks, the latest last; those in which something was decided.
    package let trend: [Double]

    package init(
        algorithm: String, name: Words, hits: Int, reviewed: Int, correct: Int, wrong: Int, leftOut: Int,
        precision: Double?, lower: Double, upper: Double, standing: String, trend: [Double]
    ) {
        (self.algorithm, self.name, self.hits, self.reviewed) = (algorithm, name, hits, reviewed)
        (self.correct, self.wrong, self.leftOut, self.precision) = (correct, wrong, leftOut, precision)
        (self.lower, self.upper, self.standing, self.trend) = (lower, upper, standing, trend)
    }
}
