/// Turns raw scores into shares that were true: the rising curve that is nearest to what was seen.
///
/// Pool adjacent violators: M. Ayer and others, "An empirical distribution function for sampling with incomplete
/// information", Annals of Mathematical Statistics 26 (1955); for scores B. Zadrozny and C. Elkan, KDD 2002. As
/// `IsotonicRegression(out_of_bounds="clip")` of scikit-learn. A higher score never gives a lower share, but different ones
/// may give the same. Of few events the ends are 0 and 1: more than anybody knows.
package struct IsotonicFit: Hashable, Sendable {
    package struct Breakpoint: Hashable, Sendable {
        package let score: Double
        /// 0 ... 1.
        package let share: Double
    }

    /// The corners of the curve, at least one: scores rise, shares do not fall.
    package let breakpoints: [Breakpoint]

    /// Nil of nothing.
    package init?(_ scored: [Scored]) {
        guard !scored.isEmpty else { return nil }
        var blocks: [Block] = []
        for one in scored.sorted(by: { $0.score < $1.score }) {
            var block = Block(first: one.score, last: one.score, positives: one.isPositive ? 1 : 0, n: 1)
            // What scores the same gets the same share, whatever follows from it.
            if let before = blocks.last, before.last == block.first {
                block.takeIn(blocks.removeLast())
            } else {
                Self.pool(&blocks)
            }
            blocks.append(block)
        }
        Self.pool(&blocks)
        breakpoints = blocks.flatMap { block in
            [Breakpoint(score: block.first, share: block.share)]
                + (block.first == block.last ? [] : [Breakpoint(score: block.last, share: block.share)])
        }
    }

    /// The share that a score stands for, 0 ... 1: on the straight line between breakpoints, at the nearest one outside.
    package func share(for score: Double) -> Double {
        precondition(!score.isNaN, "A score is a number.")
        guard let above = breakpoints.firstIndex(where: { $0.score >= score }) else {
            return breakpoints[breakpoints.count - 1].share
        }
        let upper = breakpoints[above]
        guard above > 0, upper.score > score else { return upper.share }
        let lower = breakpoints[above - 1]
        let part = (score - lower.score) / (upper.score - lower.score)
        return min(lower.share + (upper.share - lower.share) * part, upper.share)
    }

    /// Joins the last block with those before it that have no lower share.
    private static func pool(_ blocks: inout [Block]) {
        guard var last = blocks.popLast() else { return }
        while let before = blocks.last, !before.isBelow(last) { last.takeIn(blocks.removeLast()) }
        blocks.append(last)
    }
}

/// Neighbouring scores that get one share.
private struct Block {
    var first: Double
    let last: Double
    var positives: Int
    var n: Int

    var share: Double { Double(positives) / Double(n) }

    /// Whether its share is lower: compared in whole numbers, without rounding.
    func isBelow(_ other: Block) -> Bool { positives * other.n < other.positives * n }

    mutating func takeIn(_ before: Block) {
        first = before.first
        positives += before.positives
        n += before.n
    }
}
