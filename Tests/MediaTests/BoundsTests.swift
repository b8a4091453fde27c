import Foundation
import Media
import Testing

/// What comes from outside stays within what can be counted with.
@Suite struct BoundsTests {
    @Test(arguments: ["999999999d", "36501d", "876001h", "1e300s", "9e99d"])
    func `a time of more than a hundred years reads as nothing`(text: String) {
        #expect(Duration(configured: text) == nil)
        #expect(DecodePolicy(configured: "every \(text)") == nil)
    }

    @Test func `a hundred years are counted in everything that is done with them`() throws {
        let longest = try #require(Duration(configured: "36500d"))
        #expect(longest == .longest && longest.wholeMicroseconds == 3_153_600_000_000_000)
        #expect(longest.scaled(by: 1e300) > longest && longest.scaled(by: .nan) == .zero)
        #expect(Duration.seconds(Int64.max).wholeMicroseconds == .max)
        let end = WallTime(milliseconds: .max)
        #expect(end + longest == end && end.rfc3339(in: .gmt) == "9999-12-31T23:59:59+00:00")
        #expect(WallTime(milliseconds: .min) + (.zero - longest) == WallTime(milliseconds: .min))
    }

    @Test func `a stored time or day beyond the years 1 to 9999 is refused, not counted with`() throws {
        func decode<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
            try? JSONDecoder().decode(type, from: Data(text.utf8))
        }
        #expect(decode([WallTime].self, "[9223372036854775807]") == nil)
        #expect(decode([WallTime].self, "[1780000000000]") == [WallTime(milliseconds: 1_780_000_000_000)])
        #expect(decode(CalendarDate.self, "{\"day\": 9223372036854775807}") == nil)
        let day = try #require(CalendarDate("2026-03-01"))
        #expect(decode(CalendarDate.self, "{\"day\": \(day.day)}") == day)
        #expect(
            day.advanced(by: .max).description == "9999-12-31" && day.advanced(by: .min).description == "0001-01-01")
        #expect(decode(DailyWindow.self, "{\"fromMinute\": -1, \"toMinute\": 9223372036854775807}") == nil)
        let night = try #require(DailyWindow(configured: "20:00-07:00"))
        #expect(decode(DailyWindow.self, "{\"fromMinute\": 1200, \"toMinute\": 420}") == night)
    }

    @Test func `no name is looked for where that would take minutes`() {
        let names = (0..<200_000).map { "leaf-\($0)" }
        // Only the first ten thousand are looked at.
        #expect(NearestName.of("laef-199999", among: names) != "leaf-199999")
        #expect(NearestName.of(String(repeating: "x", count: 65), among: [String(repeating: "x", count: 64)]) == nil)
        #expect(NearestName.of("laef-1", among: ["leaf-2", "leaf-1"]) == "leaf-1")
    }
}

@Suite struct OutsideTextTests {
    @Test(arguments: [
        ("计划\n2026-01-01 info 伪造", "计划\\n2026-01-01 info 伪造"), ("\u{1B}[31mred\u{7}", "\\u{1B}[31mred\\u{7}"),
        ("a\tb\r", "a\\tb\\r"), ("\u{9B}2J", "\\u{9B}2J"), ("\u{202E}exe.jpg", "\\u{202E}exe.jpg"),
        ("a\u{2028}b\u{7F}", "a\\u{2028}b\\u{7F}"), ("海汇街·龙皓路口 (gate-1)", "海汇街·龙皓路口 (gate-1)"), ("", ""),
    ])
    func `what would steer a terminal is written out`(text: String, shown: String) {
        #expect(text.shownSafely == shown)
    }

    @Test(arguments: [
        ("rtsp://admin:hush@10.0.0.1/live", "rtsp://***"), ("admin:hush@10.0.0.1/live", "***"),
        ("x rtsp://admin:hu sh@h", "rtsp://***"), ("password=hush", "***"), ("密码：hush", "***"), ("gate-1", "gate-1"),
        ("0.0.0.0:8321", "0.0.0.0:8321"), ("王某@城管", "王某@城管"),
    ])
    func `what may hold a password is not shown`(text: String, shown: String) {
        #expect(text.withoutSecrets == shown && text.quoted == "'\(shown)'")
    }

    @Test func `a long text is shown by its beginning`() {
        #expect(String(repeating: "x", count: 5000).named == String(repeating: "x", count: 200) + "…")
    }
}
