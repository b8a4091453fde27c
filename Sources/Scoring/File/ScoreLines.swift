import Media

/// The table of a score, for a terminal.
package enum ScoreLines {
    package static func lines(_ file: ScoreFile) -> [Words] {
        file.policies.flatMap { policy in
            [head(policy)] + ([policy.overall] + policy.algorithms).filter { $0.clips > 0 }.map(line)
                + policy.algorithms.filter { $0.clips == 0 }.map(untold)
        }
    }

    private static func head(_ policy: PolicyScore) -> Words {
        Words(
            zh: "\(policy.policy)：\(policy.overall.clips) 段，\(hours(policy.overall)) 小时",
            en: "\(policy.policy): \(policy.overall.clips) clip(s), \(hours(policy.overall)) h")
    }

    private static func hours(_ score: AlgorithmScore) -> String { "\(score.hours.rounded(to: 3))" }

    private static func line(_ score: AlgorithmScore) -> Words {
        let delay = score.timeToDetect.medianS.map { "\($0) s" } ?? "-"
        let day = score.falsePerDay.value.map { "\($0.rounded(to: 1))" } ?? "-"
        return Words(
            zh: "  \(score.algorithm)\t查准率 \(rate(score.precision))\t查全率 \(rate(score.recall))\t每日误报 \(day)"
                + "\t漏报 \(score.missed)，误报 \(score.falseAlarms)\t发现用时中位数 \(delay)",
            en:
                "  \(score.algorithm)\tprecision \(rate(score.precision))\trecall \(rate(score.recall))\tfalse a day \(day)"
                + "\tmissed \(score.missed), false \(score.falseAlarms)\tmedian time to detect \(delay)")
    }

    private static func untold(_ score: AlgorithmScore) -> Words {
        Words(
            zh: "  \(score.algorithm)\t标注未说明其真值", en: "  \(score.algorithm)\tthe labels do not tell its truth")
    }

    /// `0.67 [0.30, 0.90] 4/6`.
    private static func rate(_ rate: AlgorithmScore.Rate) -> String {
        guard let value = rate.value, let low = rate.low, let high = rate.high else { return "- 0/0" }
        return "\(value.rounded(to: 2)) [\(low.rounded(to: 2)), \(high.rounded(to: 2))] \(rate.count)/\(rate.n)"
    }
}
