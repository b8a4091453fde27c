import Measures
import Testing

@Suite struct IsotonicFitTests {
    private struct Case: Decodable, ScoredCase {
        let scores: [Double]
        let `true`: [Int]
        let at: [Double]
        let expected: [Double]
    }

    /// 2 is true and 3 is not: together they are half true.
    private let few = [Scored](positive: [2, 4], negative: [1, 3])

    @Test func `a score that is true below one that is not shares with it`() throws {
        let fit = try #require(IsotonicFit(few))
        #expect(fit.breakpoints.map(\.score) == [1, 2, 3, 4] && fit.breakpoints.map(\.share) == [0, 0.5, 0.5, 1])
        #expect([0, 1, 1.5, 2.5, 3.5, 4, 9].map { fit.share(for: $0) } == [0, 0, 0.25, 0.5, 0.75, 1, 1])
    }

    @Test func `a score that is true less often the higher it is tells nothing`() throws {
        let fit = try #require(IsotonicFit([Scored](positive: [1, 2], negative: [3, 4])))
        #expect([0, 1, 4, 5].map { fit.share(for: $0) } == [0.5, 0.5, 0.5, 0.5] && fit.breakpoints.count == 2)
    }

    @Test func `what scores the same gets the same share`() throws {
        let fit = try #require(IsotonicFit([Scored](positive: [0.5], negative: [0.5, 0.5, 0.5])))
        #expect(fit.breakpoints.map(\.score) == [0.5] && fit.breakpoints.map(\.share) == [0.25])
        #expect(fit.share(for: 0.1) == 0.25 && fit.share(for: 0.9) == 0.25)
    }

    @Test func `of nothing nothing is learned`() { #expect(IsotonicFit([Scored]()) == nil) }

    @Test func `shares are those of scikit-learn, and never fall`() throws {
        for one in try Reference.cases("isotonics", as: Case.self) {
            let fit = try #require(IsotonicFit(one.scored))
            #expect(one.at.map { fit.share(for: $0) as Double? }.areNear(one.expected), "\(one)")
            let rising = one.at.sorted().map { fit.share(for: $0) }
            #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 }, "\(one)")
        }
    }
}
