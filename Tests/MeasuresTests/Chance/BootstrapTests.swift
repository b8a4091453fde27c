import Measures
import Testing

@Suite struct BootstrapTests {
    private struct Case: Decodable {
        let hours: [Double]
        let earlier: [Double]
        let later: [Double]
        let seed: UInt64
        let resamples: Int
        let rate: [Double]
        let difference: [Double]
        let scipyRate: [Double]?
        let scipyDifference: [Double]?

        func clips(_ counts: [Double]) -> [Bootstrap.Clip] { zip(counts, hours).map { Bootstrap.Clip($0, of: $1) } }
    }

    private func bounds(_ estimate: Bootstrap.Estimate?) throws -> [Double?] {
        let interval = try #require(estimate?.interval)
        return [interval.lowerBound, interval.upperBound]
    }

    /// Two clips of an hour: a quarter of the resamples has the first twice, a quarter the second twice. Each end, 0 and 2, is
    /// more than 2.5 % of all.
    @Test func `a clip with none and one with two give 1 an hour, and anything from 0 to 2`() {
        let estimate = Bootstrap().rate(of: [.init(0, of: 1), .init(2, of: 1)])
        #expect(estimate == Bootstrap.Estimate(value: 1, interval: 0...2))
    }

    /// Groups of which the second alone has a value: a resample without it has none, and is left out.
    @Test func `a figure of groups has its value and the interval of the resamples that have one`() {
        let figure: ([Int]) -> Double? = { $0.contains(1) ? Double($0.filter { $0 == 1 }.count) : nil }
        #expect(Bootstrap().estimate(groups: 2, figure) == Bootstrap.Estimate(value: 1, interval: 1...2))
        #expect(Bootstrap().estimate(groups: 1) { _ in 3 } == Bootstrap.Estimate(value: 3, interval: nil))
        #expect(Bootstrap().estimate(groups: 2) { _ in nil } == nil)
    }

    /// However different the clips are, each has one more in the later run.
    @Test func `one more in each clip is one more, surely`() {
        let earlier = [0.0, 2, 5].map { Bootstrap.Clip($0, of: 1) }
        let later = [1.0, 3, 6].map { Bootstrap.Clip($0, of: 1) }
        #expect(
            Bootstrap().difference(from: earlier, to: later)?.interval.map { [$0.lowerBound, $0.upperBound] }?
                .allSatisfy { Optional($0).isNear(1) } == true)
        #expect(Bootstrap().difference(from: later, to: earlier)?.value == -1)
    }

    @Test func `nothing to divide by gives no rate, and one clip no interval`() {
        #expect(Bootstrap().rate(of: []) == nil && Bootstrap().rate(of: [.init(3, of: 0)]) == nil)
        #expect(Bootstrap().rate(of: [.init(3, of: 2)]) == Bootstrap.Estimate(value: 1.5, interval: nil))
        #expect(Bootstrap().difference(from: [.init(1, of: 1)], to: [.init(1, of: 0)]) == nil)
    }

    @Test func `clips without time add nothing, and do not spoil the others`() {
        let estimate = Bootstrap().rate(of: [.init(0, of: 0), .init(0, of: 0), .init(4, of: 2)])
        #expect(estimate == Bootstrap.Estimate(value: 2, interval: 2...2))
    }

    @Test func `a seed brings its interval back, another gives a near one`() throws {
        let clips = (1...30).map { Bootstrap.Clip(Double($0 % 7), of: Double(1 + $0 % 3)) }
        let first = try bounds(Bootstrap(seed: 1).rate(of: clips))
        #expect(first == (try bounds(Bootstrap(seed: 1).rate(of: clips))))
        let second = try bounds(Bootstrap(seed: 2).rate(of: clips))
        #expect(first != second && first.areNear(second, within: 0.1))
    }

    @Test func `intervals are those of NumPy over the same draws`() throws {
        for one in try Reference.cases("bootstraps", as: Case.self) {
            let bootstrap = Bootstrap(seed: one.seed, resamples: one.resamples)
            let (earlier, later) = (one.clips(one.earlier), one.clips(one.later))
            #expect(try bounds(bootstrap.rate(of: earlier)).areNear(one.rate))
            #expect(try bounds(bootstrap.difference(from: earlier, to: later)).areNear(one.difference))
        }
    }

    @Test func `intervals are near those of SciPy over its own draws`() throws {
        let cases = try Reference.cases("bootstraps", as: Case.self).filter { $0.scipyRate != nil }
        #expect(cases.count == 2)
        for one in cases {
            let (earlier, later) = (one.clips(one.earlier), one.clips(one.later))
            let bootstrap = Bootstrap(resamples: 20_000)
            #expect(try bounds(bootstrap.rate(of: earlier)).areNear(try #require(one.scipyRate), within: 0.05))
            let difference = try bounds(bootstrap.difference(from: earlier, to: later))
            #expect(difference.areNear(try #require(one.scipyDifference), within: 0.05))
        }
    }
}
