import Media

/// `score.csv`: a row for each policy, condition and algorithm, and behind them, with columns of their own, one for each
/// label of boxes and one for each algorithm that still pictures ask about.
package enum ScoreTable {
    private static let head = [
        "policy", "condition", "algorithm", "clips", "hours", "found", "missed", "false", "precision", "precision_low",
        "precision_high", "recall", "recall_low", "recall_high", "f1", "false_per_day", "false_per_day_low",
        "false_per_day_high", "detect_median_s", "detect_p90_s", "detect_longest_s",
    ]
    private static let boxHead = ["boxes", "box_moments", "box_ap", "box_ap50"]
    private static let stillHead = [
        "stills_positive", "stills_negative", "stills_unclear", "stills_cameras", "auc", "auc_low", "auc_high",
        "average_precision", "recall_at_1_percent", "recall_at_5_percent",
    ]

    package static func csv(_ file: ScoreFile) -> String {
        var rows = [head + stillHead + boxHead]
        for policy in file.policies {
            for score in [policy.overall] + policy.algorithms { rows.append(row(policy.policy, "", score)) }
            for condition in policy.conditions {
                for score in [condition.overall] + condition.algorithms {
                    rows.append(row(policy.policy, condition.condition, score))
                }
            }
            rows += (policy.boxes?.judged ?? []).map {
                row(policy.policy, $0.algorithm, boxes: $0.boxes, $0.moments, [$0.ap, $0.ap50])
            }
            rows += (policy.boxes?.unreported ?? []).map {
                row(policy.policy, $0.label, boxes: $0.boxes, $0.moments, [nil, nil])
            }
        }
        rows += (file.stills ?? []).map(row)
        return rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func row(_ policy: String, _ condition: String, _ score: AlgorithmScore) -> [String] {
        let counts = ["\(score.clips)", "\(score.hours)", "\(score.found)", "\(score.missed)", "\(score.falseAlarms)"]
        let figures = [
            score.precision.value, score.precision.low, score.precision.high, score.recall.value, score.recall.low,
            score.recall.high, score.f1, score.falsePerDay.value, score.falsePerDay.low, score.falsePerDay.high,
            score.timeToDetect.medianS, score.timeToDetect.p90S, score.timeToDetect.longestS,
        ]
        return [policy, condition, score.algorithm] + counts + figures.map(cell) + empty(stillHead + boxHead)
    }

    private static func row(
        _ policy: String, _ label: String, boxes: Int, _ moments: Int, _ precisions: [Double?]
    ) -> [String] {
        [policy, "boxes", label.csvField] + empty(head.dropFirst(3) + stillHead) + ["\(boxes)", "\(moments)"]
            + precisions.map(cell)
    }

    private static func row(_ still: StillScore) -> [String] {
        let counts = [still.positives, still.negatives, still.unclear, still.cameras].map { "\($0)" }
        let recalls = still.figures?.recallAt.map(\.recall.value) ?? [nil, nil]
        let auc = still.figures?.auc
        let figures = [auc?.value, auc?.low, auc?.high, still.figures?.averagePrecision] + recalls
        return ["", "stills", still.algorithm] + empty(head.dropFirst(3)) + counts + figures.map(cell) + empty(boxHead)
    }

    private static func empty(_ columns: some Collection<String>) -> [String] { columns.map { _ in "" } }

    private static func cell(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
