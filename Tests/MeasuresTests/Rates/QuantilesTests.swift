import Measures
import Testing

@Suite struct QuantilesTests {
    private struct Case: Decodable {
        let values: [Double]
        let at: [Double]
        let expected: [Double]
    }

    /// The places are 0.5 · 3 = 1.5 and 0.9 · 3 = 2.7 of 10, 20, 30, 50: half way from 20 to 30, and 0.7 of that from 30 to 50.
    @Test func `of four delays the median is 25 and p90 is 44`() {
        let delays = Quantiles([50, 10, 30, 20])
        #expect(delays.n == 4 && delays.median == 25 && delays.longest == 50)
        #expect(delays.p90.isNear(44))
    }

    @Test func `of nothing there is no quantile`() {
        let none = Quantiles([])
        #expect(none.median == nil && none.p90 == nil && none.longest == nil && none.quantile(0) == nil)
    }

    @Test func `quantiles are those of NumPy`() throws {
        for one in try Reference.cases("quantiles", as: Case.self) {
            let quantiles = Quantiles(one.values)
            #expect(one.at.map { quantiles.quantile($0) }.areNear(one.expected), "\(one)")
        }
    }
}
