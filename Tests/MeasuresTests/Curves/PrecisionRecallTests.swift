import Measures
import Testing

@Suite struct PrecisionRecallTests {
    private struct Case: Decodable, ScoredCase {
        let scores: [Double]
        let `true`: [Int]
        let precisionRecall: [[Double]]?
        let average: Double?
    }

    /// From the top: 1 of 1, 1 of 2, 2 of 3, 3 of 5. Each positive adds a third of its point's precision:
    /// (1 + 2/3 + 3/5) / 3.
    @Test func `five scores, two of them the same`() {
        let curve = PrecisionRecall([Scored](positive: [0.9, 0.7, 0.4], negative: [0.8, 0.4]))
        #expect(curve.points.map(\.threshold) == [nil, 0.9, 0.8, 0.7, 0.4])
        #expect(
            curve.points.map(\.precision)
                == [Share(0, of: 0), Share(1, of: 1), Share(1, of: 2), Share(2, of: 3), Share(3, of: 5)])
        #expect(curve.average.isNear(34.0 / 45))
    }

    @Test func `without a positive there is no curve, without a negative it is perfect`() {
        for scored in [[], [Scored](positive: [], negative: [0.1, 0.9])] {
            #expect(PrecisionRecall(scored).points.isEmpty && PrecisionRecall(scored).average == nil)
        }
        #expect(PrecisionRecall([Scored](positive: [0.1, 0.9], negative: [])).average == 1)
    }

    @Test func `curve and average precision are those of scikit-learn`() throws {
        for one in try Reference.cases("curves", as: Case.self) {
            let curve = PrecisionRecall(one.scored)
            #expect(curve.average.isNear(one.average), "\(one)")
            // Where nothing is taken for positive, scikit-learn says precision 1.
            let expected = one.precisionRecall ?? [[], []]
            #expect(curve.points.map { $0.precision.value ?? 1 }.areNear(expected[0]), "\(one)")
            #expect(curve.points.map(\.recall.value).areNear(expected[1]), "\(one)")
        }
    }
}
