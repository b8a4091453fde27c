import Measures
import Media

/// What a search for better terms came to, for a terminal and for the head of the file that is written.
package enum TuningLines {
    package static func lines(_ report: TuningReport) -> [Words] {
        let data = report.data
        let hours = TuningWarning.short(data.hours)
        let limit = TuningWarning.short(report.limit)
        var lines = [
            Words(
                zh: "\(report.profile.id)：\(data.clips) 段，\(data.cameras) 路摄像机（\(data.camerasWithEvents) 路有事件），"
                    + "\(data.events) 个事件，\(hours) 小时；试了 \(report.tried) 种设置，每日误报上限 \(limit)",
                en:
                    "\(report.profile.id): \(data.clips) clip(s) of \(data.cameras) camera(s), \(data.camerasWithEvents) with "
                    + "events; \(data.events) event(s), \(hours) h; \(report.tried) settings tried under \(limit) false alarms a day"
            ),
            Words(zh: "  现有\t", en: "  present\t") + report.present.text(report.profile),
            figures(report.before),
            Words(zh: "  选出\t", en: "  tuned\t") + report.written.text(report.profile)
                + (report.tuned == nil ? Words(zh: "（不变）", en: " (unchanged)") : .none),
        ]
        if let after = report.after {
            lines += [figures(after), events(report), falseAlarms(report)]
            if !report.spreads.isEmpty {
                lines.append(
                    Words(zh: "  各组的选择\t", en: "  choices of the parts\t") + TuningReport.text(report.spreads))
            }
        } else {
            lines.append(Words(zh: "    未检验", en: "    not judged"))
        }
        return lines
    }

    /// On cameras from which nothing was learned.
    private static func figures(_ outcome: SettingOutcome) -> Words {
        let rates = [outcome.tally.precision, outcome.tally.recall].map { AlgorithmScore.Rate($0).text }
        let (precision, recall) = (rates[0], rates[1])
        let day = rate(outcome.falsePerDay)
        return Words(
            zh: "    未学过的摄像机\t查准率 \(precision)\t查全率 \(recall)\t每日误报 \(day)",
            en: "    held-out cameras\tprecision \(precision)\trecall \(recall)\tfalse a day \(day)")
    }

    private static func events(_ report: TuningReport) -> Words {
        let (test, p) = (report.found, TuningWarning.short(report.found.p))
        let verdict =
            switch TuningReport.difference(test) {
            case .better: Words(zh: "发现的更多", en: "more are found")
            case .worse: Words(zh: "发现的更少", en: "fewer are found")
            case .notShown: Words(zh: "看不出差别", en: "no difference is shown")
            }
        return Words(
            zh: "    事件\t多发现 \(test.gained)，少发现 \(test.lost)，p = \(p)：",
            en: "    events\t\(test.gained) gained, \(test.lost) lost, p = \(p): ") + verdict
    }

    private static func falseAlarms(_ report: TuningReport) -> Words {
        let (test, p) = (report.quieter, TuningWarning.short(report.quieter.p))
        let verdict =
            switch TuningReport.difference(test) {
            case .better: Words(zh: "误报更少", en: "there are fewer")
            case .worse: Words(zh: "误报更多", en: "there are more")
            case .notShown: Words(zh: "看不出差别", en: "no difference is shown")
            }
        return Words(
            zh: "    误报\t\(test.gained) 路摄像机更少，\(test.lost) 路更多，p = \(p)：",
            en: "    false alarms\tfewer on \(test.gained) camera(s), more on \(test.lost), p = \(p): ") + verdict
    }

    /// `2.4 [0.3, 8.7] 2`.
    private static func rate(_ rate: EventRate) -> String {
        guard let value = rate.value, let interval = rate.interval else { return "-" }
        return "\(value.rounded(to: 1)) [\(interval.lowerBound.rounded(to: 1)), \(interval.upperBound.rounded(to: 1))] "
            + "n=\(rate.count)"
    }
}
