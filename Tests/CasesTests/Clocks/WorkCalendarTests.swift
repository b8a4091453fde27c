import Cases
import Foundation
import Media
import TestSupport
import Testing

@Suite struct WorkCalendarTests {
    private let calendar = Shanghai.calendar

    /// The rows of the clock vectors of the case domain, 2.4: 2026-03-02 is a Monday.
    struct Row: Sendable, CustomTestStringConvertible {
        let start: String
        let limit: Limit
        let deadline: String
        var makeUpDays: Set<CalendarDate> = []

        var testDescription: String { "\(start) + \(limit.amount) \(limit.limitClass.rawValue) = \(deadline)" }
    }

    private static let rows = [
        Row(start: "2026-03-03 22:36", limit: Limit(2, .urgentHour), deadline: "2026-03-04 00:36"),
        Row(start: "2026-03-06 17:30", limit: Limit(4, .workHour), deadline: "2026-03-09 11:30"),
        Row(start: "2026-03-06 16:00", limit: Limit(1, .workDay), deadline: "2026-03-09 16:00"),
        Row(
            start: "2026-03-06 16:00", limit: Limit(1, .workDay), deadline: "2026-03-07 16:00",
            makeUpDays: [Shanghai.date("2026-03-07")]),
        Row(start: "2026-03-02 12:30", limit: Limit(1, .workHour), deadline: "2026-03-02 15:00"),
        Row(start: "2026-03-06 16:00", limit: Limit(1, .naturalDay), deadline: "2026-03-07 16:00"),
        // What ends with a slot ends there, not at the next one's start.
        Row(start: "2026-03-02 08:00", limit: Limit(4, .workHour), deadline: "2026-03-02 12:00"),
        Row(start: "2026-03-02 03:00", limit: Limit(8, .workHour), deadline: "2026-03-02 18:00"),
    ]

    @Test(arguments: rows) func `2.4 a limit counts in its class`(row: Row) {
        let calendar = Shanghai.calendar(makeUpDays: row.makeUpDays)
        let clock = ClockAccount(startedAt: Shanghai.time(row.start), limit: row.limit, calendar: calendar)
        #expect(clock.deadline(on: calendar) == Shanghai.time(row.deadline))
    }

    @Test func `a holiday is no work, a make-up day is, whatever weekday`() {
        let calendar = Shanghai.calendar(
            holidays: [Shanghai.date("2026-03-03")], makeUpDays: [Shanghai.date("2026-03-08")])
        #expect(!calendar.isWorkday(Shanghai.date("2026-03-03")))
        #expect(calendar.isWorkday(Shanghai.date("2026-03-08")) && !calendar.isWorkday(Shanghai.date("2026-03-07")))
        let work = calendar.work(from: Shanghai.time("2026-03-02 00:00"), to: Shanghai.time("2026-03-09 00:00"))
        #expect(work == .seconds(5 * 8 * 3600))
    }

    @Test func `work until a moment and the moment of that work agree`() throws {
        var random = SeededRandom(seed: 5)
        let calendar = Shanghai.calendar(
            holidays: [Shanghai.date("2026-03-04")], makeUpDays: [Shanghai.date("2026-03-14")])
        let base = Shanghai.time("2026-03-01 00:00")
        for _ in 0..<2000 {
            let start = base + .seconds(Int.random(in: 0..<20 * 86_400, using: &random))
            let work = Duration.seconds(Int.random(in: 1..<60 * 3600, using: &random))
            let moment = try #require(calendar.moment(of: work, after: start))
            #expect(calendar.work(from: start, to: moment) == work, "\(start) \(work)")
            // It is the first such moment.
            #expect(calendar.work(from: start, to: moment + .milliseconds(-1)) < work)
        }
    }

    @Test func `where nothing is worked for years there is no deadline`() {
        let days = (0..<9000).map { Shanghai.date("2026-01-01").advanced(by: $0) }
        let calendar = Shanghai.calendar(holidays: Set(days))
        #expect(calendar.moment(of: .seconds(1), after: Shanghai.time("2026-01-01 00:00")) == nil)
    }
}
