import Measures
import Testing

@Suite struct FoundTallyTests {
    private struct Case: Decodable {
        let counts: [Int]
        let precision: Double?
        let recall: Double?
        let f1: Double?
    }

    /// Precision 6 / 8, recall 6 / 10, F1 2 · 0.75 · 0.6 / 1.35 = 2/3.
    @Test func `6 true, 2 false, 4 missed`() {
        let tally = FoundTally(truePositives: 6, falsePositives: 2, misses: 4)
        #expect(tally.precision == Share(6, of: 8) && tally.recall == Share(6, of: 10))
        #expect(tally.f1.isNear(2.0 / 3))
    }

    @Test func `where nothing was and nothing was said there is no figure`() {
        #expect(
            FoundTally.zero.precision.value == nil && FoundTally.zero.recall.value == nil && FoundTally.zero.f1 == nil)
    }

    @Test func `tallies add up`() {
        var sum = FoundTally(truePositives: 1, falsePositives: 2, misses: 3)
        sum += FoundTally(truePositives: 10, falsePositives: 20, misses: 30)
        #expect(sum == FoundTally(truePositives: 11, falsePositives: 22, misses: 33))
    }

    @Test func `precision, recall and F1 are those of scikit-learn`() throws {
        for one in try Reference.cases("tallies", as: Case.self) {
            let tally = FoundTally(truePositives: one.counts[0], falsePositives: one.counts[1], misses: one.counts[2])
            let found = [tally.precision.value, tally.recall.value, tally.f1]
            #expect(found.areNear([one.precision, one.recall, one.f1]), "\(one)")
        }
    }
}
