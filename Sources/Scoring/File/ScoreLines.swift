import Media

/// The table of a score, for a terminal.
package enum ScoreLines {
    package static func lines(_ file: ScoreFile) -> [Words] {
        var lines: [Words] = []
        for policy in file.policies {
            lines.append(head(policy))
            for score in [policy.overall] + policy.algorithms {
                lines.append(score.clips > 0 ? line(score) : untold(score))
                if score.clips > 0, let line = score.calibration.flatMap(CalibrationLines.line) { lines.append(line) }
            }
            lines += CalibrationLines.notFitted(
                policy.algorithms.compactMap { score in
                    score.calibration.flatMap { score.clips > 0 ? (score.algorithm, $0) : nil }
                })
            let unjudged = file.clips.reduce(0) { $0 + ($1.unjudged[policy.policy] ?? 0) }
            if unjudged > 0 { lines.append(notCounted(unjudged)) }
            lines += CountLines.lines(policy.counts)
            if let boxes = policy.boxes { lines += BoxLines.lines(boxes) }
        }
        lines += StillLines.lines(file.stills ?? [])
        if let comparison = file.comparison { lines += ComparisonLines.lines(comparison) }
        return lines
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
            zh: "  \(score.algorithm)  查准率 \(score.precision.text)  查全率 \(score.recall.text)  每日误报 \(day)"
                + "  漏报 \(score.missed)，误报 \(score.falseAlarms)  发现用时中位数 \(delay)",
            en:
                "  \(score.algorithm)  precision \(score.precision.text)  recall \(score.recall.text)  false a day \(day)"
                + "  missed \(score.missed), false \(score.falseAlarms)  median time to detect \(delay)")
    }

    private static func notCounted(_ detections: Int) -> Words {
        Words(
            zh: "  另有 \(detections) 个检出，其算法的真值标注未说明：不计",
            en:
                "  \(detections) more detection(s) of algorithms whose truth the labels do not tell: they count for nothing"
        )
    }

    private static func untold(_ score: AlgorithmScore) -> Words {
        Words(
            zh: "  \(score.algorithm)  标注未说明其真值", en: "  \(score.algorithm)  the labels do not tell its truth")
    }
}
