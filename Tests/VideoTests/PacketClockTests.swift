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
}
