import CityAlgorithms
import Media

/// The configuration that a search for better terms leaves, for `piculet score --config`: all cameras are judged by it.
package struct TuningOverride: Sendable {
    /// An algorithm as the file has it.
    package struct Use: Sendable {
        let id: String
        /// `hold: 5s, gap: 2s`; empty: it has its own terms.
        let terms: String
        let schedule: DailyWindow?

        /// - Parameter terms: as a configuration says them.
        package init(id: String, terms: String, schedule: DailyWindow?) {
            (self.id, self.terms, self.schedule) = (id, terms, schedule)
        }

        var line: String {
            let when = schedule.map { "when: \"\($0.configured)\"" }
            return "    - {"
                + ["use: \(id)", terms, when ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") + "}"
        }
    }

    /// How it was found: a day, and from what.
    package struct Origin: Sendable {
        let date: String
        let datasets: [String]
        let timeZone: String

        package init(date: String, datasets: [String], timeZone: String) {
            (self.date, self.datasets, self.timeZone) = (date, datasets, timeZone)
        }
    }

    /// - Parameters:
    ///   - schedule: of the algorithm that was tuned.
    ///   - others: that the configuration judges beside it, as they were.
    package static func yaml(
        _ report: TuningReport, schedule: DailyWindow?, others: [Use], origin: Origin, in language: Language
    ) -> String {
        let datasets = origin.datasets.joined(separator: ", ")
        let head = Words(
            zh: "由 piculet tune 于 \(origin.date) 得出；数据集：\(datasets)。用法：piculet score 数据集 --config 本文件",
            en:
                "Found by piculet tune on \(origin.date); datasets: \(datasets). Judge it with piculet score DATASET --config FILE"
        )
        let warnings = report.warnings.map { Words(zh: "注意：", en: "Warning: ") + $0.words }
        // A name of a file ends no comment.
        let comments = ([head] + TuningLines.lines(report) + warnings).map { words in
            "# " + words[language].replacing("\t", with: "  ").shownSafely
        }
        let tuned = Use(id: report.profile.id, terms: report.written.text(report.profile), schedule: schedule)
        let uses = [tuned] + others.filter { $0.id != report.profile.id }
        let body = ["cameras: []", "time_zone: \(origin.timeZone)", "score:", "  algorithms:"] + uses.map(\.line)
        return (comments + body).joined(separator: "\n") + "\n"
    }
}
