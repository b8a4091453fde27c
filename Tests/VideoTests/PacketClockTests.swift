import Media
import TestSupport
import Testing
import Video

@Suite struct PacketClockTests {
    private func times(_ raw: [Int64?]) -> [Int64] {
        var clock = PacketClock()
        return raw.map { clock.next($0) }
    }

    @Test(
        arguments: [
            ("as they should be", [0, 40_000, 80_000], [0, 40_000, 80_000]),
            ("an offset", [9_000_000, 9_040_000], [0, 40_000]),
            ("negative", [-80_000, -40_000, 0], [0, 40_000, 80_000]),
            ("a variable rate", [0, 33_000, 100_000, 101_000], [0, 33_000, 100_000, 101_000]),
            ("all missing", [nil, nil, nil], [0, 40_000, 80_000]),
            ("some missing", [0, 20_000, nil, 60_000], [0, 20_000, 40_000, 60_000]),
            ("every one zero", [0, 0, 0, 0], [0, 40_000, 80_000, 120_000]),
            ("falling", [100_000, 140_000, 60_000, 100_000], [0, 40_000, 80_000, 120_000]),
            ("a wrap of 33 bits at 90 kHz", [95_443_717_640, 95_443_717_680, 0, 40], [0, 40, 80, 120]),
            ("a camera asleep for an hour", [0, 40_000, 3_600_000_000], [0, 40_000, 3_600_000_000]),
            ("a leap of years", [0, 40_000, 99_999_999_999_999], [0, 40_000, 80_000]),
            ("the ends of the number line", [Int64.min, Int64.max], [0, 40_000]),
        ] as [(String, [Int64?], [Int64])])
    func `it never runs backwards`(what: String, raw: [Int64?], expected: [Int64]) {
        #expect(times(raw) == expected, "\(what)")
    }

    @Test(arguments: 0..<200) func `no timestamps make it stop or run backwards`(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let extremes: [Int64?] = [
            nil, 0, 1, -1, .max, .max - 1, .max - 40_000, .min, .min + 1, .max / 2, .min / 2, 86_400_000_000,
            86_399_999_999,
        ]
        var clock = PacketClock()
        var (before, raw) = (Int64.min, Int64.max - 3 * 86_400_000_000)
        for _ in 0..<500 {
            var stamp = extremes.randomElement(using: &random) ?? nil
            if Bool.random(using: &random) {
                raw = raw.addingAtMost(Int64.random(in: 0..<90_000_000_000, using: &random))
                stamp = raw
            }
            let time = clock.next(stamp)
            #expect(time >= before && time >= 0, "seed \(seed)")
            before = time
        }
    }

    @Test func `a missing timestamp after the last one that there is does no harm`() {
        #expect(times([.max - 1, nil, nil, .max]) == [0, 40_000, 80_000, 120_000])
    }
}
