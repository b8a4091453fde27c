/// What is taken for positive as the threshold falls from one score to the next: what every curve over a score is made of.
struct ScoreSweep {
    struct Step {
        /// What scores this much or more is taken for positive.
        let threshold: Double
        /// Of what is taken for positive.
        let positives: Int
        let negatives: Int
    }

    /// One for each different score, highest first; what scores the same is taken together.
    let steps: [Step]

    init(_ scored: [Scored]) {
        var steps: [Step] = []
        var (positives, negatives) = (0, 0)
        for one in scored.sorted(by: { $0.score > $1.score }) {
            if one.isPositive { positives += 1 } else { negatives += 1 }
            if steps.last?.threshold == one.score { steps.removeLast() }
            steps.append(Step(threshold: one.score, positives: positives, negatives: negatives))
        }
        self.steps = steps
    }

    /// All there are.
    var positives: Int { steps.last?.positives ?? 0 }
    var negatives: Int { steps.last?.negatives ?? 0 }
}
