import Measures
import Testing

@Suite struct EventRateTests {
    /// By hand: none in a time has the upper bound -ln(0.025) = 3.6889; the others are the Garwood intervals that textbooks
    /// print (Ulm, American Journal of Epidemiology 131, 1990: 1 -> 0.0253 to 5.5716, 10 -> 4.7954 to 18.3904).
    @Test(arguments: [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (3, 0.6187, 8.7673), (10, 4.7954, 18.3904)])
    func `a rate has its exact interval`(count: Int, low: Double, high: Double) throws {
        let interval = try #require(EventRate(count, in: 1).interval)
        #expect(abs(interval.lowerBound - low) < 0.0001 && abs(interval.upperBound - high) < 0.0001)
        let two = try #require(EventRate(count, in: 2).interval)
        #expect(abs(two.upperBound - high / 2) < 0.0001 && EventRate(count, in: 2).value == Double(count) / 2)
    }

    @Test func `where no time was watched there is no rate`() {
        #expect(EventRate(0, in: 0).value == nil && EventRate(0, in: 0).interval == nil)
    }

    @Test func `many events have an interval too`() throws {
        let interval = try #require(EventRate(2000, in: 1).interval)
        // Near the normal approximation, 2000 ± 1.96 * sqrt(2000).
        #expect(abs(interval.lowerBound - 1913.3) < 2 && abs(interval.upperBound - 2089.7) < 2)
    }
}
