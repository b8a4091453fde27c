import Measures
import Testing

@Suite struct McNemarTests {
    private struct Case: Decodable {
        let gained: Int
        let lost: Int
        let p: Double
    }

    /// Of 2^6 ways to split 6 events, 1 + 6 leave at most one on the first side: 2 · 7 / 64.
    @Test func `1 gained and 5 lost may well be chance`() {
        #expect(McNemar(gained: 1, lost: 5).p == 0.21875)
    }

    @Test func `runs that agree, or win as often as they lose, do not differ`() {
        #expect(McNemar(gained: 0, lost: 0).p == 1 && McNemar(gained: 1000, lost: 1000).p == 1)
    }

    @Test func `a split too uneven for a number is 0`() {
        #expect(McNemar(gained: 100_000, lost: 0).p == 0)
    }

    @Test func `p is that of SciPy and statsmodels`() throws {
        for one in try Reference.cases("mcnemars", as: Case.self) {
            let p = McNemar(gained: one.gained, lost: one.lost).p
            #expect(abs(p - one.p) <= 1e-9 * one.p, "\(one)")
            #expect(McNemar(gained: one.lost, lost: one.gained).p == p, "\(one)")
        }
    }
}
