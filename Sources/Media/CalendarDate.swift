import Foundation

/// A day of the Gregorian calendar, without a time or a zone, in the years 1 to 9999.
package struct CalendarDate: Comparable, Hashable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; the day before is -1. Within `range`.
    package let day: Int

    /// From 0001-01-01 to 9999-12-31.
    package static let range = -719_162...2_932_896

    /// A day before or after `range` becomes its nearer end.
    package init(day: Int) { self.day = min(max(day, Self.range.lowerBound), Self.range.upperBound) }

    /// Reads `2026-03-01`; nil for what is no day, such as `2026-02-30`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), day >= 1
        else { return nil }
        self.init(day: Self.days(year, month, day))
        guard description == text else { return nil }
    }

    /// The day of a moment in a zone.
    package init(_ time: WallTime, in zone: TimeZone) {
        let local = time.milliseconds + Int64(zone.secondsFromGMT(for: time.date)) * 1000
        self.init(day: Int((Double(local) / 86_400_000).rounded(.down)))
    }

    package enum Weekday: Int, CaseIterable, Sendable, Codable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// 1970-01-01 was a Thursday.
    package var weekday: Weekday { Weekday(rawValue: ((day + 3) % 7 + 7) % 7) ?? .monday }

    package func advanced(by days: Int) -> CalendarDate { CalendarDate(day: Int(Int64(day).addingAtMost(Int64(days)))) }

    /// The moment at which a clock on the wall shows so many minutes (0 to 1440) after midnight; a time that a change of the clock
    /// leaves out is moved by as much as the change.
    package func moment(minute: Int, in zone: TimeZone) -> WallTime {
        let local = Int64(day) * 86_400_000 + Int64(minute) * 60_000
        func offset(_ time: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: WallTime(milliseconds: time).date)) * 1000
        }
        return WallTime(milliseconds: local - offset(local - offset(local)))
    }

    /// `2026-03-01`.
    package var description: String {
        let (year, month, day) = parts
        return String(format: "%04d-%02d-%02d", year, month, day)
    }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.day < right.day }

    // Days from civil and back: years that begin in March put the leap day last, eras of 400 years have 146,097 days
    // (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let years = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * years + years / 4 - years / 100)
        let month = (5 * ofYear + 2) / 153
        let civil = month < 10 ? month + 3 : month - 9
        return (years + era * 400 + (civil <= 2 ? 1 : 0), civil, ofYear - (153 * month + 2) / 5 + 1)
    }
}

/// As it has always been kept: an object with the number of the day.
extension CalendarDate: Codable {
    private enum CodingKeys: CodingKey { case day }

    /// - Throws: for a day outside `range`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let day = try container.decode(Int.self, forKey: .day)
        guard Self.range.contains(day) else {
            throw DecodingError.dataCorruptedError(
                forKey: .day, in: container, debugDescription: "\(day) is no day of the years 1 to 9999")
        }
        self.init(day: day)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(day, forKey: .day)
    }
}
