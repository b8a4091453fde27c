import Measures
import Testing

@Suite struct ROCTests {
    private struct Case: Decodable, ScoredCase {
        let scores: [Double]
        let `true`: [Int]
        let roc: [[Double]]?
        let auc: Double?
        let recalls: [[Double]]?
    }

    private let few = [Scored](positive: [0.9, 0.7, 0.4], negative: [0.8, 0.4])

    /// Of six pairs of a positive and a negative, 0.9 is above both, 0.7 above one and as high as none, 0.4 as high as one:
    /// (2 + 1 + 0.5) / 6.
    @Test func `five scores, two of them the same`() {
        let roc = ROC(few)
        #expect(roc.points.map(\.threshold) == [nil, 0.9, 0.8, 0.7, 0.4])
        #expect(roc.points.map(\.falsePositives.successes) == [0, 0, 1, 1, 2])
        #expect(roc.points.map(\.recall.successes) == [0, 1, 1, 2, 3])
        #expect(roc.area.isNear(3.5 / 6))
    }

    @Test func `recall at a false-positive rate is the highest that keeps to it`() {
        let roc = ROC(few)
        #expect(roc.point(atFalsePositiveRate: 0.4)?.recall == Share(1, of: 3))
        #expect(roc.point(atFalsePositiveRate: 0.5)?.threshold == 0.7)
        #expect(roc.point(atFalsePositiveRate: 1)?.recall == Share(3, of: 3))
        // A lower threshold would only add false positives.
        let clear = ROC([Scored](positive: [0.9], negative: [0.1, 0.2]))
        #expect(clear.point(atFalsePositiveRate: 1)?.threshold == 0.9)
    }

    @Test func `of one kind alone, or of nothing, there is no curve`() {
        for scored in [[], [Scored](positive: [0.1, 0.2], negative: []), [Scored](positive: [], negative: [0.1])] {
            let roc = ROC(scored)
            #expect(roc.points.isEmpty && roc.area == nil && roc.point(atFalsePositiveRate: 0.05) == nil)
        }
    }

    @Test func `scores that are all the same tell nothing`() {
        let roc = ROC([Scored](positive: [0.5, 0.5], negative: [0.5]))
        #expect(roc.area == 0.5 && roc.points.count == 2)
        #expect(roc.point(atFalsePositiveRate: 0.05)?.recall == Share(0, of: 2))
    }

    @Test func `curve, area and recalls are those of scikit-learn`() throws {
        for one in try Reference.cases("curves", as: Case.self) {
            let roc = ROC(one.scored)
            #expect(roc.area.isNear(one.auc), "\(one)")
            let rates = one.roc ?? [[], []]
            #expect(roc.points.map { $0.falsePositiveRate as Double? }.areNear(rates[0]), "\(one)")
            #expect(roc.points.map(\.recall.value).areNear(rates[1]), "\(one)")
            for pair in one.recalls ?? [] {
                #expect(roc.point(atFalsePositiveRate: pair[0])?.recall.value.isNear(pair[1]) == true, "\(one)")
            }
        }
    }
}
