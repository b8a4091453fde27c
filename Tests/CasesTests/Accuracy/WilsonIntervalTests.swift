import Cases
import Foundation
import Testing

@Suite struct WilsonIntervalTests {
    /// The first five as printed by Newcombe ("Two-sided confidence intervals for the single proportion", 1998, method 3);
    /// the others by SciPy 1.17, `binomtest(...).proportion_ci(method="wilson")`.
    @Test(
        arguments: [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
            (29, 29, 0.8830, 1.0), (8, 10, 0.4902, 0.9433), (1, 1, 0.2065, 1.0), (189, 200, 0.9042, 0.9690),
        ])
    func `it is as others print it`(hits: Int, count: Int, lower: Double, upper: Double) {
        let interval = WilsonInterval(hits, of: count)
        #expect(abs(interval.lower - lower) < 0.00006 && abs(interval.upper - upper) < 0.00006, "\(interval)")
    }

    @Test func `of nothing nothing is known, and of much it closes on the share`() {
        #expect(WilsonInterval(0, of: 0).lower == 0 && WilsonInterval(0, of: 0).upper == 1)
        let much = WilsonInterval(900_000, of: 1_000_000)
        #expect(much.lower > 0.899 && much.lower < 0.9 && much.upper > 0.9 && much.upper < 0.901)
        // The ends are exact.
        #expect(WilsonInterval(0, of: 7).lower == 0 && WilsonInterval(7, of: 7).upper == 1)
    }

    @Test(arguments: ["{\"lower\":0,\"upper\":1e300}", "{\"lower\":0.5,\"upper\":0.4}", "{\"lower\":-1,\"upper\":1}"])
    func `one that was kept and is none is refused`(text: String) throws {
        let kept = try JSONDecoder().decode(
            WilsonInterval.self, from: try JSONEncoder().encode(WilsonInterval(189, of: 200)))
        #expect(kept == WilsonInterval(189, of: 200))
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(WilsonInterval.self, from: Data(text.utf8))
        }
    }

    @Test func `a share is shown so that only all is 100 and only nothing is 0`() {
        #expect(Tally.percent(1) == "100.0" && Tally.percent(0) == "0.0")
        #expect(Tally.percent(0.99999) == "99.9" && Tally.percent(0.00001) == "0.1" && Tally.percent(0.945) == "94.5")
        #expect(WilsonInterval(189, of: 200).percent == "90.4-96.9 %")
    }
}
