import Measures
import Testing

@Suite struct ShareTests {
    private struct Case: Decodable {
        let successes: Int
        let n: Int
        let interval: [Double]
    }

    /// (0.8 + 3.8415 / 20 ± 1.96 √(0.16 / 10 + 3.8415 / 400)) / (1 + 3.8415 / 10) = (0.99207 ± 0.31359) / 1.38415.
    @Test func `8 of 10 is 0_8, and somewhere between 0_49 and 0_94`() throws {
        let share = Share(8, of: 10)
        let interval = try #require(share.interval)
        #expect(share.value == 0.8)
        #expect(abs(interval.lowerBound - 0.4902) < 5e-5 && abs(interval.upperBound - 0.9433) < 5e-5)
    }

    @Test func `of nothing there is no share`() {
        #expect(Share(0, of: 0).value == nil && Share(0, of: 0).interval == nil)
    }

    @Test func `none and all reach the ends, and their intervals do not go beyond`() throws {
        #expect(try #require(Share(0, of: 3).interval).lowerBound == 0)
        #expect(try #require(Share(3, of: 3).interval).upperBound == 1)
    }

    @Test func `intervals are those of statsmodels`() throws {
        for one in try Reference.cases("shares", as: Case.self) {
            let interval = try #require(Share(one.successes, of: one.n).interval)
            let bounds: [Double?] = [interval.lowerBound, interval.upperBound]
            #expect(bounds.areNear(one.interval), "\(one)")
            #expect(interval.contains(Double(one.successes) / Double(one.n)), "\(one)")
        }
    }
}
