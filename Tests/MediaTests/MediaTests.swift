import Foundation
import Media
import Testing

@Suite struct DurationTextTests {
    @Test(arguments: [("10s", 10.0), ("3m", 180), ("2h", 7200), ("90d", 7_776_000), ("250ms", 0.25), ("1.5s", 1.5)])
    func `a configured time reads as its seconds`(text: String, seconds: Double) throws {
        #expect(try #require(Duration(configured: text)).inSeconds == seconds)
    }

    @Test(arguments: ["", "10", "s", "-3s", "ten s", "3 weeks", "nans", "infs"])
    func `what is no time reads as nothing`(text: String) { #expect(Duration(configured: text) == nil) }

    @Test func `a clock shows hours only where there are any`() {
        #expect(Duration.seconds(1680).clockText == "28:00")
        #expect(Duration.seconds(3723).clockText == "1:02:03")
    }
}

@Suite struct MediaTimeTests {
    private let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]

    @Test func `times beyond the number line stay at its end`() {
        for left in extremes {
            for right in extremes {
                let (one, other) = (MediaTime(microseconds: left), MediaTime(microseconds: right))
                let distance = one - other
                #expect((distance < .zero) == (left < right))
                #expect((one + .microseconds(right) > one) == (right > 0 && left != .max))
                #expect((one - .microseconds(right) < one) == (right > 0 && left != .min))
            }
        }
        #expect(MediaTime(microseconds: .max) + .seconds(Int64.max) == MediaTime(microseconds: .max))
        #expect(MonotonicInstant(nanoseconds: 5) + .seconds(Int64.max) == MonotonicInstant(nanoseconds: .max))
    }

    @Test(arguments: [
        (Double.nan, Int64(0)), (.infinity, .max), (-.infinity, .min), (1e300, .max), (-1e300, .min), (1.5, 1_500_000),
    ])
    func `no number of seconds is too large`(seconds: Double, microseconds: Int64) {
        #expect(MediaTime(seconds: seconds).microseconds == microseconds)
    }
}

@Suite struct WallTimeTests {
    @Test func `a time goes through text and back`() throws {
        let shanghai = try #require(TimeZone(identifier: "Asia/Shanghai"))
        let time = try #require(WallTime(rfc3339: "2026-03-01T23:30:05+08:00"))
        #expect(time.rfc3339(in: shanghai) == "2026-03-01T23:30:05+08:00")
        #expect(time.minuteOfDay(in: shanghai) == 23 * 60 + 30)
        #expect(WallTime(rfc3339: "yesterday") == nil)
    }
}

@Suite struct PolygonTests {
    @Test func `a point on a shared edge lies in one polygon only`() {
        let left = Polygon([Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)])
        let right = Polygon([Point(x: 1, y: 0), Point(x: 2, y: 0), Point(x: 2, y: 1), Point(x: 1, y: 1)])
        for step in 0..<10 {
            let point = Point(x: 1, y: Double(step) / 10)
            #expect(left.contains(point) != right.contains(point))
        }
    }
}

@Suite struct DailyWindowTests {
    @Test func `a window over midnight holds both its ends of the night`() throws {
        let night = try #require(DailyWindow(configured: "20:00-07:00"))
        #expect(night.contains(minuteOfDay: 22 * 60))
        #expect(night.contains(minuteOfDay: 6 * 60 + 59))
        #expect(!night.contains(minuteOfDay: 7 * 60))
        #expect(!night.contains(minuteOfDay: 14 * 60))
    }

    @Test(arguments: ["20:00", "8:00-9:00", "25:00-26:00", "10:00-10:00", "a-b"])
    func `what is no window reads as nothing`(text: String) { #expect(DailyWindow(configured: text) == nil) }
}

@Suite struct DecodePolicyTests {
    @Test func `policies read as they are written`() {
        #expect(DecodePolicy(configured: "keyframes") == .keyframes)
        #expect(DecodePolicy(configured: "every 1s") == .every(.seconds(1)))
        #expect(DecodePolicy(configured: "full") == .full)
        #expect(DecodePolicy(configured: "burst") == .burst)
        #expect(
            ["keyframes", "burst", "full", "every 1s", "every 0.5s"].allSatisfy { text in
                DecodePolicy(configured: text).map { "\($0)" } == text
            })
        #expect(DecodePolicy(configured: "every 0s") == nil)
        #expect(DecodePolicy(configured: "sometimes") == nil)
    }
}

@Suite struct NearestNameTests {
    @Test func `a misspelt name is found, a strange one is not`() {
        #expect(NearestName.of("pavment", among: ["pavement", "road"]) == "pavement")
        #expect(NearestName.of("xylophone", among: ["pavement", "road"]) == nil)
    }
}
