/// `score.csv`: a row for each policy, condition and algorithm.
package enum ScoreTable {
    private static let head = [
        "policy", "condition", "algorithm", "clips", "hours", "found", "missed", "false", "precision", "precision_low",
        "precision_high", "recall", "recall_low", "recall_high", "f1", "false_per_day", "false_per_day_low",
        "false_per_day_high", "detect_median_s", "detect_p90_s", "detect_longest_s",
    ]

    package static func csv(_ file: ScoreFile) -> String {
        var rows = [head]
        for policy in file.policies {
            for score in [policy.overall] + policy.algorithms { rows.append(row(policy.policy, "", score)) }
            for condition in policy.conditions {
                for score in [condition.overall] + condition.algorithms {
                    rows.append(row(policy.policy, condition.condition, score))
                }
            }
        }
        return rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func row(_ policy: String, _ condition: String, _ score: AlgorithmScore) -> [String] {
        let counts = ["\(score.clips)", "\(score.hours)", "\(score.found)", "\(score.missed)", "\(score.falseAlarms)"]
        let figures = [
            score.precision.value, score.precision.low, score.precision.high, score.recall.value, score.recall.low,
            score.recall.high, score.f1, score.falsePerDay.value, score.falsePerDay.low, score.falsePerDay.high,
            score.timeToDetect.medianS, score.timeToDetect.p90S, score.timeToDetect.longestS,
        ]
        return [policy, condition, score.algorithm] + counts + figures.map { $0.map { "\($0)" } ?? "" }
    }
}
