import Cases
import Foundation
import Media
import TestSupport
import Testing

/// What was stored may have been written by anybody: what cannot be is refused when it is read, and never traps.
@Suite struct TamperedTests {
    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test(arguments: [
        "1e300 urgent_hour", "nan work_day", "inf work_hour", "-1 work_hour", "0 work_hour", "5e-324 work_day",
    ])
    func `a stored limit without a bound is refused`(text: String) {
        #expect(Limit(text: text) == nil && decode([Limit].self, "[\"\(text)\"]") == nil)
        #expect(ClockAccount(text: "1780000000000 running 1780000000000 0 \(text) 2026") == nil)
    }

    @Test(arguments: Limit.Class.allCases)
    func `the longest limit has a moment for each step, or none`(limitClass: Limit.Class) {
        let calendar = Shanghai.calendar
        let limit = Limit(Limit.range.upperBound, limitClass)
        let account = ClockAccount(startedAt: Shanghai.time("2026-03-02 08:00"), limit: limit, calendar: calendar)
        for share in [0.7, 1, 3.5, 1e300] {
            let moment = account.moment(ofShare: share, on: calendar)
            #expect(moment.map { $0 > account.startedAt } ?? !limitClass.isContinuous)
        }
        #expect(limit.scaled(by: 1e300) == limit && Limit(1e-10, limitClass).scaled(by: 0.5).amount > 0)
    }

    @Test(arguments: [
        "9223372036854775807 running 1 0 - - a", "1 running -9223372036854775808 0 - - a", "1 running 1 -5 - - a",
    ])
    func `an account of no time at all is refused`(text: String) { #expect(ClockAccount(text: text) == nil) }

    @Test func `a clock that took more steps than there are is refused`() {
        #expect(CaseClock.Run(text: "1 9223372036854775807 1 running 1 0 - - a") == nil)
        #expect(CaseClock.Run(text: "9223372036854775807 0 1 running 1 0 - - a") == nil)
        #expect(CaseClock.Run(text: "1 0 1 running 1 0 - - a") != nil)
    }

    @Test(arguments: ["returns", "reworks", "extensions", "onTheWay"], ["9223372036854775807", "-1"])
    func `a case that was returned, or was on the way, more than can be counted is refused`(
        key: String, number: String
    ) throws {
        let kept = String(decoding: try JSONEncoder().encode(Bench.at(.handling).course), as: UTF8.self)
        #expect(decode(CaseCourse.self, kept) != nil)
        // A duration is kept as two halves.
        let pattern = key == "onTheWay" ? "\"onTheWay\":\\[-?\\d+,\\d+\\]" : "\"\(key)\":\\d+"
        let value = key == "onTheWay" ? "[\(number),0]" : number
        let text = kept.replacing(try Regex(pattern), with: "\"\(key)\":\(value)")
        #expect(text != kept && decode(CaseCourse.self, text) == nil)
    }

    @Test func `a stored calendar without work is refused, a good one is read as it was kept`() throws {
        let kept = String(decoding: try JSONEncoder().encode(Shanghai.calendar), as: UTF8.self)
        #expect(decode(WorkCalendar.self, kept) == Shanghai.calendar)
        let slots = /"slots":\[[^\]]*\]/
        for broken in [
            "[]", "[{\"from\":600,\"to\":500}]", "[{\"from\":0,\"to\":9223372036854775807}]",
            "[{\"from\":-5,\"to\":10}]", "[{\"from\":600,\"to\":700},{\"from\":650,\"to\":800}]",
        ] {
            let text = kept.replacing(slots, with: "\"slots\":\(broken)")
            #expect(text != kept && decode(WorkCalendar.self, text) == nil, "\(broken)")
        }
    }
}
