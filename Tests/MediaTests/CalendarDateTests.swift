import Foundation
import Media
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-30", "2026-4-30", "2026-04-00", "x", "",
    ])
    func `what is no day is none`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `days and their names go along, over leap years`() throws {
        let start = try #require(CalendarDate("1899-12-28"))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for days in stride(from: 0, to: 90_000, by: 17) {
            let date = start.advanced(by: days)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(date.day) * 86_400))
            #expect(
                date.description == String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0))
            #expect(CalendarDate(date.description) == date)
            // Foundation counts from Sunday, 1.
            #expect((date.weekday.rawValue + 1) % 7 + 1 == parts.weekday)
        }
    }

    @Test func `a moment belongs to the day of its zone`() throws {
        let zone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
        let time = try #require(WallTime(rfc3339: "2026-03-01T23:30:00Z"))
        #expect(CalendarDate(time, in: zone).description == "2026-03-02")
        #expect(CalendarDate(time, in: .gmt).description == "2026-03-01")
        #expect(try #require(CalendarDate("2026-03-02")).moment(minute: 7 * 60 + 30, in: zone) == time)
    }
}
