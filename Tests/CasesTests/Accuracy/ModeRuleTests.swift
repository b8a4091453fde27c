import Cases
import Media
import Testing

/// When a mode changes by itself.
@Suite struct ModeRuleTests {
    private let rule = ModeRule.usual

    private func tally(_ correct: Int, _ wrong: Int) -> Tally {
        Tally(Array(repeating: CaseVerdict.correct, count: correct) + Array(repeating: .wrong, count: wrong))
    }

    @Test(
        arguments: [
            // 189 of 200: 90.4 to 96.9 %; 188 of 200: 89.8 %.
            (HitMode.shadow, HitMode.auto, 189, 11, HitMode.review), (.shadow, .auto, 188, 12, nil),
            // Too few, however good.
            (.shadow, .auto, 199, 0, nil), (.shadow, .auto, 200, 0, .review), (.review, .auto, 200, 0, .auto),
            // Never beyond what is configured.
            (.shadow, .shadow, 400, 0, nil), (.review, .review, 400, 0, nil), (.shadow, .review, 400, 0, .review),
            // 34 of 50: up to 79.2 %; 35 of 50: up to 80.9 %.
            (.auto, .auto, 34, 16, .review), (.auto, .auto, 35, 15, nil), (.auto, .auto, 0, 49, nil),
            // 17 of 50: up to 47.9 %; 19 of 50: up to 51.9 %. One step at a time.
            (.review, .auto, 17, 33, .shadow), (.review, .auto, 19, 31, nil), (.auto, .auto, 0, 50, .review),
            // Nothing is below shadow.
            (.shadow, .auto, 0, 400, nil),
        ] as [(HitMode, HitMode, Int, Int, HitMode?)])
    func `the bounds are where they are said to be`(
        mode: HitMode, cap: HitMode, correct: Int, wrong: Int, next: HitMode?
    ) {
        let step = rule.step(from: mode, cap: cap, tally(correct, wrong))
        #expect(step?.to == next)
        if let next { #expect(step?.cause == (next > mode ? .promoted : .demoted)) }
    }

    @Test func `between the two bounds it stays, whichever mode it is in`() {
        // 85 %: 79.4 to 89.3 % of 200.
        for mode in HitMode.allCases { #expect(rule.step(from: mode, cap: .auto, tally(170, 30)) == nil) }
    }

    @Test func `permitted and the like neither help nor harm`() {
        let many = Tally(Array(repeating: CaseVerdict.permitted, count: 300) + Array(repeating: .correct, count: 199))
        #expect(rule.step(from: .shadow, cap: .auto, many) == nil)
    }

    private static let pair = ModePair(camera: "gate", algorithm: "crowd")

    private func change(_ to: HitMode, _ cause: ModeChange.Cause) -> ModeChange {
        ModeChange(
            pair: Self.pair, at: Shanghai.time("2026-03-02 08:00"), actor: "x", from: .review, to: to, cause: cause,
            figures: .init(tally(0, 0), rule), note: "")
    }

    @Test func `it begins where the rule says, and never stands above its cap`() {
        #expect(ModePlan.usual.stand(of: Self.pair, after: nil).mode == .auto)
        var shy = ModeRule.usual
        shy.start = .shadow
        #expect(ModePlan(rule: shy).stand(of: Self.pair, after: nil).mode == .shadow)
        let capped = ModePlan(caps: [.init(Self.pair, .review)])
        #expect(capped.stand(of: Self.pair, after: nil).mode == .review)
        #expect(capped.stand(of: ModePair(camera: "yard", algorithm: "crowd"), after: nil).mode == .auto)
        // What was decided under a higher cap holds below the new one.
        let stand = capped.stand(of: Self.pair, after: change(.auto, .overruled))
        #expect(stand.mode == .review && stand.isPinned && stand.since == Shanghai.time("2026-03-02 08:00"))
        #expect(!capped.stand(of: Self.pair, after: change(.auto, .released)).isPinned)
    }

    @Test func `a person of the right role overrules, with a reason, and not beyond the cap`() {
        let free = ModeStand.of(.review, in: Self.pair)
        func words(_ order: ModeOrder, _ actor: CaseActor, _ note: String = "n", cap: HitMode = .review) -> String? {
            order.refusal(by: actor, note: note, free, cap: cap)?.words.en
        }
        let head = CaseActor(name: "李某", roles: [.shiftHead], unit: nil)
        #expect(words(.pin(.shadow), head) == nil && words(.pin(.review), .anybody("王某")) == nil)
        #expect(
            words(.pin(.shadow), CaseActor(name: "王某", roles: [.handler], unit: nil))
                == "the mode is not for '王某' to set: it takes a shift_head (值班长), or a leader (领导)")
        #expect(words(.pin(.shadow), head, "") == "a reason is needed")
        #expect(words(.pin(.auto), head) == "the configuration allows 'review' at most, not 'auto'")
        #expect(words(.release, head) == "the rule decides already: nobody overruled it")
    }

    @Test func `a line of the log has n, interval and rule`() {
        let change = ModeChange(
            pair: Self.pair, at: Shanghai.time("2026-03-02 08:00"), actor: "system", from: .shadow, to: .review,
            cause: .promoted, figures: .init(tally(189, 11), rule), note: "")
        #expect(
            change.facts["n"] == "200" && change.facts["true"] == "189" && change.facts["interval"] == "90.4-96.9 %")
        #expect(
            change.facts["rule"]
                == "latest 400, up from 200 with lower >= 0.9, to review from 50 with upper < 0.8, to shadow from 50 "
                + "with upper < 0.5")
    }
}

extension ModeStand {
    /// As it stands where a plan begins with a mode.
    fileprivate static func of(_ mode: HitMode, in pair: ModePair) -> ModeStand {
        var rule = ModeRule.usual
        rule.start = mode
        return ModePlan(rule: rule).stand(of: pair, after: nil)
    }
}
