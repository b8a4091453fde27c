import Cases
import Foundation
import Media

/// Times as the case domain's tables write them.
enum Shanghai {
    static let zone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
    static let calendar = calendar()

    static func calendar(
        _ version: String = "2026", holidays: Set<CalendarDate> = [], makeUpDays: Set<CalendarDate> = []
    ) -> WorkCalendar {
        WorkCalendar(version: version, timeZone: zone, holidays: holidays, makeUpDays: makeUpDays)
    }

    static func date(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { fatalError("'\(text)' is no day") }
        return date
    }

    /// `2026-03-02 08:00`, or with seconds.
    static func time(_ text: String) -> WallTime {
        let clock = text.count == 16 ? "\(text):00" : text
        guard let time = WallTime(rfc3339: "\(clock.replacing(" ", with: "T"))+08:00") else {
            fatalError("'\(text)' is no time")
        }
        return time
    }
}
