/// How many positives are found for how many negatives taken wrongly, at each threshold of a score: the receiver operating
/// characteristic.
///
/// T. Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27 (2006); as `roc_curve` (with
/// `drop_intermediate=False`) and `roc_auc_score` of scikit-learn. Without a positive or without a negative there is no
/// curve: no points, no area.
package struct ROC: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        /// What scores this much or more is taken for positive; nil: nothing is.
        package let threshold: Double?
        /// Of the negatives, taken for positive.
        package let falsePositives: Share
        /// Of the positives, taken for positive.
        package let recall: Share

        /// 0 ... 1.
        package var falsePositiveRate: Double { falsePositives.value ?? 0 }
    }

    /// From nothing taken for positive to everything, one for each different score.
    package let points: [Point]
    /// The area under the curve (AUC), 0 ... 1: how likely a positive scores more than a negative; ties count half.
    package let area: Double?

    package init(_ scored: [Scored]) {
        let sweep = ScoreSweep(scored)
        let (positives, negatives) = (sweep.positives, sweep.negatives)
        guard positives > 0, negatives > 0 else {
            (points, area) = ([], nil)
            return
        }
        var points = [Point(threshold: nil, falsePositives: Share(0, of: negatives), recall: Share(0, of: positives))]
        // Twice the number of pairs in the right order: whole numbers, so that nothing is rounded.
        var ordered = 0
        for step in sweep.steps {
            let before = points[points.count - 1]
            ordered += (step.negatives - before.falsePositives.successes) * (step.positives + before.recall.successes)
            points.append(
                Point(
                    threshold: step.threshold, falsePositives: Share(step.negatives, of: negatives),
                    recall: Share(step.positives, of: positives)))
        }
        self.points = points
        area = Double(ordered) / 2 / (Double(positives) * Double(negatives))
    }

    /// The point of the highest recall whose false-positive rate is at most this, 0 ... 1; of several the one with the fewest
    /// false positives. Nil without a curve.
    package func point(atFalsePositiveRate most: Double) -> Point? {
        let allowed = points.filter { $0.falsePositiveRate <= most }
        return allowed.first { $0.recall == allowed.last?.recall }
    }
}
