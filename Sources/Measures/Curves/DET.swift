/// The same trade seen from the errors, miss rate over false-positive rate: the detection error trade-off.
///
/// A. Martin and others, "The DET curve in assessment of detection task performance", Eurospeech 1997; as `det_curve` (with
/// `drop_intermediate=False`) of scikit-learn, in the opposite order. Points that only lose by one error and win nothing by
/// the other are left out: those before the last without a false positive, and those after the first without a miss.
package struct DET: Hashable, Sendable {
    /// From few false positives to few misses; empty without a curve.
    package let points: [ROC.Point]

    package init(_ roc: ROC) {
        let first = roc.points.lastIndex { $0.falsePositives.successes == 0 }
        let last = roc.points.firstIndex { $0.recall.successes == $0.recall.n }
        guard let first, let last else {
            points = []
            return
        }
        points = Array(roc.points[first...last])
    }
}
