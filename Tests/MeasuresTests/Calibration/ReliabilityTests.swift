import Measures
import Testing

@Suite struct ReliabilityTests {
    private struct Case: Decodable, ScoredCase {
        let scores: [Double]
        let `true`: [Int]
        let bins: Int
        let curve: [[Double]]
        let expected: Double
    }

    /// Up to 0.5: mean score 0.3, 1 of 2 true. Above: mean score 0.85, 2 of 2 true. (2 · 0.2 + 2 · 0.15) / 4.
    @Test func `four scores in two bins are 0_175 off`() {
        let reliability = Reliability([Scored](positive: [0.4, 0.8, 0.9], negative: [0.2]), bins: 2)
        #expect(reliability.bins.map(\.share) == [Share(1, of: 2), Share(2, of: 2)])
        #expect(reliability.bins.map(\.meanScore).areNear([0.3, 0.85]))
        #expect(reliability.bins.map(\.upper) == [0.5, 1] && reliability.bins.map(\.lower) == [0, 0.5])
        #expect(reliability.expectedError.isNear(0.175))
    }

    @Test func `a score on an edge belongs below it, one outside to the nearest bin`() {
        let reliability = Reliability([Scored](positive: [0.5, -3], negative: [7]), bins: 2)
        #expect(reliability.bins.map(\.share) == [Share(2, of: 2), Share(0, of: 1)])
    }

    @Test func `of nothing all bins are empty`() {
        let none = Reliability([])
        #expect(none.bins.count == 10 && none.expectedError == nil)
        #expect(none.bins.allSatisfy { $0.meanScore == nil && $0.share.n == 0 })
    }

    @Test func `bins are those of scikit-learn`() throws {
        for one in try Reference.cases("reliabilities", as: Case.self) {
            let reliability = Reliability(one.scored, bins: one.bins)
            let filled = reliability.bins.filter { $0.share.n > 0 }
            #expect(filled.map(\.meanScore).areNear(one.curve[0]), "\(one)")
            #expect(filled.map(\.share.value).areNear(one.curve[1]), "\(one)")
            #expect(reliability.expectedError.isNear(one.expected), "\(one)")
        }
    }
}
