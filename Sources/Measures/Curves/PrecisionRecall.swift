/// Precision over recall at each threshold of a score.
///
/// As `precision_recall_curve` and `average_precision_score` of scikit-learn, in the opposite order. Without a positive there
/// is no curve: no points, no average (scikit-learn warns, and says 0).
package struct PrecisionRecall: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        /// What scores this much or more is taken for positive; nil: nothing is.
        package let threshold: Double?
        /// Of what is taken for positive, the share that is; of nothing at the first point, where curves are drawn from 1.
        package let precision: Share
        /// Of the positives, taken for positive.
        package let recall: Share
    }

    /// From nothing taken for positive to everything, one for each different score.
    package let points: [Point]
    /// Average precision, 0 ... 1: the sum over points of precision · (recall - recall of the point before).
    ///
    /// Nothing is interpolated, unlike in `BoxPrecision`: a straight line between points would be too kind (J. Davis and
    /// M. Goadrich, "The relationship between precision-recall and ROC curves", ICML 2006).
    package let average: Double?

    package init(_ scored: [Scored]) {
        let sweep = ScoreSweep(scored)
        guard sweep.positives > 0 else {
            (points, average) = ([], nil)
            return
        }
        var points = [Point(threshold: nil, precision: Share(0, of: 0), recall: Share(0, of: sweep.positives))]
        var sum = 0.0
        for step in sweep.steps {
            let precision = Share(step.positives, of: step.positives + step.negatives)
            let gained = step.positives - points[points.count - 1].recall.successes
            sum += Double(gained) * (precision.value ?? 0)
            let recall = Share(step.positives, of: sweep.positives)
            points.append(Point(threshold: step.threshold, precision: precision, recall: recall))
        }
        self.points = points
        average = sum / Double(sweep.positives)
    }
}
