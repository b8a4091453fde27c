/// A score, and whether what it was given to is really there.
package struct Scored: Hashable, Sendable {
    /// Finite; the higher, the surer.
    package let score: Double
    package let isPositive: Bool

    package init(_ score: Double, isPositive: Bool) {
        precondition(score.isFinite, "A score is a finite number.")
        (self.score, self.isPositive) = (score, isPositive)
    }
}
