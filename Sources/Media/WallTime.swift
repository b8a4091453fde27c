import Foundation

/// Where it is what time of day. Named here so that decisions, which know of no Foundation, can hold one.
package typealias LocalZone = TimeZone

/// A moment of the world's clock, to the millisecond: what is stored and shown. Always within the years 1 to 9999, so that
/// no arithmetic and no calendar is ever asked for more than it can do.
package struct WallTime: Comparable, Hashable, Sendable, Codable {
    /// Since 1970-01-01T00:00:00Z; within `range`.
    package let milliseconds: Int64

    /// From 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z.
    package static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// A moment before or after `range` becomes its nearer end.
    package init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    }

    /// A moment as it was kept; nil outside `range`.
    package init?(kept milliseconds: Int64) {
        guard Self.range.contains(milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    package init(_ date: Date) { self.init(milliseconds: Int64(clamping: date.timeIntervalSince1970 * 1000)) }

    /// Reads RFC 3339 with its offset, `2026-03-01T08:00:00+08:00`.
    package init?(rfc3339 text: String) {
        let plain = Date.ISO8601FormatStyle(includingFractionalSeconds: false)
        let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? plain.parse(text)) ?? (try? fractional.parse(text)) else { return nil }
        self.init(date)
    }

    /// As a number: logs and accounts hold many.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int64.self)
        guard let time = WallTime(kept: number) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(number) is no time")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package static func < (left: WallTime, right: WallTime) -> Bool { left.milliseconds < right.milliseconds }

    package static func - (left: WallTime, right: WallTime) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }

    package static func + (left: WallTime, right: Duration) -> WallTime {
        WallTime(milliseconds: left.milliseconds.addingAtMost(right.wholeMicroseconds / 1000))
    }

    /// `2026-03-01T08:00:00+08:00`, in the given zone.
    package func rfc3339(in zone: TimeZone) -> String {
        let parts = local(in: zone)
        let offset = zone.secondsFromGMT(for: date) / 60
        let sign = offset < 0 ? "-" : "+"
        return "\(parts.date)T\(parts.time)\(sign)\(Self.two(abs(offset) / 60)):\(Self.two(abs(offset) % 60))"
    }

    /// The date and the time of day as people read them, `2026-03-01` and `08:00:00`.
    package func local(in zone: TimeZone) -> (date: String, time: String) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        return (
            "\(parts.year ?? 0)-\(Self.two(parts.month ?? 0))-\(Self.two(parts.day ?? 0))",
            "\(Self.two(parts.hour ?? 0)):\(Self.two(parts.minute ?? 0)):\(Self.two(parts.second ?? 0))"
        )
    }

    /// Minutes since midnight in the given zone, for schedules.
    package func minuteOfDay(in zone: TimeZone) -> Int { Int(millisecondOfDay(in: zone) / 60_000) }

    /// Time since midnight in the given zone, to the millisecond; 0..<24 h.
    package func timeOfDay(in zone: TimeZone) -> Duration { .milliseconds(millisecondOfDay(in: zone)) }

    private func millisecondOfDay(in zone: TimeZone) -> Int64 {
        let day: Int64 = 86_400_000
        let local = milliseconds + 1000 * Int64(zone.secondsFromGMT(for: date))
        return ((local % day) + day) % day
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
