import Cases
import Foundation
import Media
import Mustache

/// The page of a replay's cases: one HTML file beside the pictures, in Chinese and English.
package struct CaseReport: Sendable {
    private let timeZone: TimeZone
    private let names: @Sendable (String) -> (zh: String, en: String)

    /// - Parameter names: an algorithm's names by its id.
    package init(timeZone: TimeZone, names: @escaping @Sendable (String) -> (zh: String, en: String)) {
        (self.timeZone, self.names) = (timeZone, names)
    }

    /// - Parameters:
    ///   - now: the moment that running clocks show: the end of the footage.
    ///   - footage: what was replayed, in words.
    package func html(_ cases: [CaseRecord], now: WallTime, footage: String) throws -> String {
        let template = try MustacheTemplate(string: Self.page)
        let asOf = now.local(in: timeZone)
        let rows = cases.sorted { ($0.startedAt, $0.number.description) < ($1.startedAt, $1.number.description) }
        return template.render([
            "cases": rows.map { row($0, now: now) }, "count": rows.count, "isEmpty": rows.isEmpty,
            "open": rows.count { !$0.state.isTerminal }, "footage": footage,
            "asOf": "\(asOf.date) \(asOf.time)",
        ])
    }

    private func row(_ record: CaseRecord, now: WallTime) -> [String: Any] {
        let clock = TotalClock(record)
        let name = names(record.algorithm)
        let started = record.startedAt.local(in: timeZone)
        return [
            "number": record.number.description, "nameZH": name.zh, "nameEN": name.en, "camera": record.cameraName,
            "zone": record.zone, "path": record.assignment.path.joined(separator: " › "),
            "grid": record.assignment.grid ?? "—", "unit": record.lead,
            "stateZH": record.state.nameZH, "stateEN": record.state.nameEN, "date": started.date,
            "time": started.time, "hitTime": record.hitAt.local(in: timeZone).time,
            "extentZH": record.extent?.words.zh ?? "", "extentEN": record.extent?.words.en ?? "",
            "hasExtent": record.extent != nil, "confirm": (record.hitAt - record.startedAt).clockText,
            "isRunning": clock.isRunning, "elapsed": clock.elapsed(at: now).clockText,
            "sha256": record.evidence.sha256 ?? "",
            "original": record.evidence.original ?? "", "marked": record.evidence.marked ?? "",
            "hasPictures": record.evidence.original != nil, "missing": record.evidence.missing ?? "",
        ]
    }
}
