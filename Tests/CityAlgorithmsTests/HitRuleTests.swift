import CityAlgorithms
import Media
import Testing

@Suite struct HitRuleTests {
    private let place = Box(x: 0.4, y: 0.6, width: 0.1, height: 0.1)

    private func rule(
        lasting: Int = 10, gap: Int = 3, enter: Double = 1, leave: Double = 0.8, schedule: String? = nil,
        permits: [Zone] = []
    ) -> HitRule {
        HitRule(
            terms: .init(
                lasting: .seconds(lasting), gap: .seconds(gap), enter: enter, leave: leave,
                schedule: schedule.flatMap { DailyWindow(configured: $0) }), permits: permits)
    }

    private func outcomes(_ rule: HitRule, seconds: Int, minute: Int = 600, _ measure: (Int) -> Double?) -> [(
        Int, HitRule.Outcome
    )] {
        var rule = rule
        return (0..<seconds).flatMap { second -> [(Int, HitRule.Outcome)] in
            let at = MediaTime(seconds: Double(second))
            let seen = measure(second).map { [Observation(since: at, box: place, measure: $0, score: 0.9)] } ?? []
            return rule.take(seen, at: at, timeOfDay: .seconds(minute * 60 + second)).map { (second, $0) }
        }
    }

    @Test func `what has lasted long enough is about to be a hit, until it is one`() {
        var rule = rule(lasting: 10)
        func see(_ second: Double) {
            let seen = Observation(since: MediaTime(seconds: second), box: place, measure: 1, score: 0.9)
            _ = rule.take([seen], at: MediaTime(seconds: second), timeOfDay: .seconds(36_000 + second))
        }
        #expect(!rule.isAboutToHit(at: MediaTime(seconds: 20)), "nothing is under way")
        for second in stride(from: 0.0, through: 9, by: 1) { see(second) }
        #expect(!rule.isAboutToHit(at: MediaTime(seconds: 9)) && rule.isAboutToHit(at: MediaTime(seconds: 10)))
        see(10)
        #expect(!rule.isAboutToHit(at: MediaTime(seconds: 11)), "it is one")
    }

    private func hits(_ outcomes: [(Int, HitRule.Outcome)]) -> [Int] {
        outcomes.compactMap { if case .hit = $0.1 { $0.0 } else { nil } }
    }

    @Test func `it hits once, when it lasted`() {
        let all = outcomes(rule(), seconds: 40) { $0 >= 5 ? 1 : nil }
        #expect(hits(all) == [15])
        #expect(all.count == 25)
    }

    @Test func `a short gap is forgiven, a long one begins anew`() {
        #expect(hits(outcomes(rule(), seconds: 30) { (6...8).contains($0) ? nil : 1 }) == [10])
        #expect(hits(outcomes(rule(), seconds: 30) { (5...9).contains($0) ? nil : 1 }) == [20])
    }

    @Test func `hysteresis holds a run between leave and enter`() {
        let dense = rule(lasting: 5, enter: 15, leave: 12)
        #expect(hits(outcomes(dense, seconds: 20) { $0 % 2 == 0 ? 15 : 12 }) == [5])
        #expect(hits(outcomes(dense, seconds: 20) { _ in 14 }) == [])
    }

    @Test func `what was a hit goes on while it goes away, and a rule that does not ask lets it begin`() {
        var terms = HitRule.Terms(
            lasting: .seconds(5), gap: .seconds(3), enter: 10, leave: 8, steady: 0.7, schedule: nil)
        let falling = { (second: Int) -> Double? in Double(max(40 - 4 * second, 12)) }
        let early = outcomes(HitRule(terms: terms, permits: []), seconds: 12) { $0 < 6 ? 40 : falling($0) }
        #expect(hits(early) == [5] && early.count == 7, "sustained to the end")
        #expect(hits(outcomes(HitRule(terms: terms, permits: []), seconds: 12, falling)) == [])
        terms.steady = nil
        #expect(hits(outcomes(HitRule(terms: terms, permits: []), seconds: 12, falling)) == [5])
    }

    @Test func `outside its schedule it sees nothing`() {
        #expect(hits(outcomes(rule(schedule: "20:00-07:00"), seconds: 20, minute: 14 * 60) { _ in 1 }) == [])
        #expect(hits(outcomes(rule(schedule: "20:00-07:00"), seconds: 20, minute: 22 * 60) { _ in 1 }) == [10])
    }

    /// F6, the tidal kerb: legal by night, a case by day.
    @Test func `a permit allows at night what is a hit by day`() {
        let permit = Zone(
            id: "night", kind: .permit, polygon: .wholePicture, allows: ["x"],
            when: DailyWindow(configured: "20:00-07:00"))
        #expect(hits(outcomes(rule(permits: [permit]), seconds: 20, minute: 14 * 60) { _ in 1 }) == [10])
        let night = outcomes(rule(permits: [permit]), seconds: 20, minute: 22 * 60) { _ in 1 }
        #expect(night.count == 1)
        #expect(night.first?.1 == .permitted(zone: "night", box: place))
    }
}
