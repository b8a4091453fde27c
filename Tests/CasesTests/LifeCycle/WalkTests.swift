import Cases
import Media
import TestSupport
import Testing

/// Random walks through the life cycle keep what must always hold.
@Suite struct WalkTests {
    private static let units = ["城管中队", "环卫所", "水务所"]
    private static let calendars = CalendarBook(current: Shanghai.calendar)

    /// One walk: a case, and its log.
    private struct Walk {
        var bench: Bench
        var total = Duration.zero
        var rounds: [CaseClock: Int] = [:]
    }

    @Test func `100,000 events keep the invariants`() throws {
        let seed = UInt64.random(in: 1...1_000_000)
        print("random walks: seed \(seed)")
        var random = SeededRandom(seed: seed)
        var (events, refused, cases) = (0, 0, 0)
        var ends: [CaseState: Int] = [:]
        while events < 100_000 {
            cases += 1
            var policy = CasePolicy.usual
            policy.cameraMayCheck = Bool.random(using: &random)
            var walk = Walk(bench: Bench(policy: policy))
            var now = Bench.hit
            // Until nothing was possible for a while: an end, mostly.
            var silence = 0
            while silence < 60, walk.bench.log.count < 400 {
                let action = Self.action(walk.bench.course, &random)
                // Seconds, minutes or days go by; sometimes a clock was set back.
                now = now + .seconds([-5, 1, 30, 600, 7200, 86400].randomElement(using: &random) ?? 1)
                let before = walk.bench.course
                var isTaken = true
                do throws(CaseRefusal) {
                    try walk.bench.take(action, on: now, by: Self.actor(action.kind, before, &random), note: "原因")
                } catch {
                    isTaken = false
                }
                if isTaken {
                    events += 1
                    silence = before.isOpen ? 0 : silence + 1
                    try check(before, &walk, action, seed: seed)
                } else {
                    refused += 1
                    silence += 1
                    try #require(walk.bench.course == before, "seed \(seed): a refusal changed something")
                }
            }
            let course = walk.bench.course
            ends[course.state, default: 0] += 1
            let replayed = CaseCourse(replaying: walk.bench.log, Self.calendars)
            try #require(replayed == course, "seed \(seed), case \(cases): the log gives another state")
        }
        // A test that walks nowhere proves nothing.
        #expect(refused > 10_000 && cases > 500)
        let reached = Set(ends.keys)
        #expect(reached.isSuperset(of: CaseState.ends.subtracting([.closed])), "seed \(seed): \(ends)")
    }

    private func check(_ before: CaseCourse, _ walk: inout Walk, _ action: CaseAction, seed: UInt64) throws {
        let course = walk.bench.course
        let now = course.changedAt
        let context = "seed \(seed), \(before.state) --\(action.kind)--> \(course.state)"
        try #require(course.changedAt >= before.changedAt, "\(context): time runs backwards")
        try #require((course.lead != nil) == course.state.hasLead, "\(context): one lead unit where there is one")
        for (clock, run) in course.clocks {
            let calendar = Self.calendars.calendar(of: run.account)
            let used = run.account.used(at: now, on: calendar)
            try #require(used >= .zero, "\(context): \(clock) is negative")
            try #require(run.round >= walk.rounds[clock] ?? 0, "\(context): the round of \(clock) fell")
            walk.rounds[clock] = run.round
            if course.state.isTerminal { try #require(run.account.isStopped, "\(context): \(clock) runs on") }
        }
        // The total clock never pauses: it is the time between two moments, and its parts add up to it.
        let end = course.endedAt ?? now
        try #require(course.total(at: end) == end - course.startedAt, "\(context): the total paused")
        let parts = course.parts(at: end)
        try #require(parts.values.allSatisfy { $0 >= .zero }, "\(context): a part is negative, \(parts)")
        try #require(parts.values.reduce(.zero, +) == course.total(at: end), "\(context): the parts are not the total")
        // Terminal is terminal, but for what is allowed to undo it.
        if before.state.isTerminal {
            let mayLeave = action.kind == .reopen || action.kind == .unmerge
            try #require(course.state == before.state || mayLeave, "\(context): terminal is terminal")
        }
        try #require((course.endedAt != nil) == course.state.isTerminal, "\(context): an end has its moment")
    }

    private static func actor(
        _ kind: CaseAction.Kind, _ course: CaseCourse, _ random: inout SeededRandom
    ) -> CaseActor {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .system
        case 1:
            CaseActor(
                name: "李某", roles: [CaseActor.Role.allCases.randomElement(using: &random) ?? .leader],
                unit: units.randomElement(using: &random))
        default: Bench.actor(kind)
        }
    }

    private static func action(_ course: CaseCourse, _ random: inout SeededRandom) -> CaseAction {
        // What ends a case comes now and then, so that walks are long.
        var kind = CaseAction.Kind.allCases.randomElement(using: &random) ?? .claim
        if [.reject, .void, .forceClose, .merge, .shadow].contains(kind), Int.random(in: 0..<6, using: &random) > 0 {
            kind = CaseAction.Kind.allCases.randomElement(using: &random) ?? .claim
        }
        let unit = units.randomElement(using: &random) ?? ""
        let yes = Bool.random(using: &random)
        let request = CaseAction.Request.Kind.allCases.randomElement(using: &random) ?? .extension
        let limit = Limit(
            Double(Int.random(in: 1...8, using: &random)),
            Limit.Class.allCases.randomElement(using: &random) ?? .workHour)
        switch kind {
        case .autoRegister: return .autoRegister(.init(standard: "s", limit: limit))
        case .askVerification: return .askVerification(of: "张某", remark: "")
        case .accept: return .accept
        case .verify: return .verify(CaseAction.Verdict.allCases.randomElement(using: &random) ?? .exists)
        case .register: return .register(.init(standard: "s", limit: limit))
        case .reject: return .reject(.permitted)
        case .dispatch: return .dispatch(.init(lead: unit, rule: "r"))
        case .sendBack: return .sendBack
        case .claim: return .claim
        case .arrive: return .arrive
        case .giveBack: return .giveBack
        case .ask:
            let until = course.changedAt + .seconds(Int.random(in: -1...400, using: &random) * 86400)
            return .ask(request == .extension ? .extension : .suspension(until: until))
        case .review: return .review(request, isApproved: yes)
        case .resume: return .resume
        case .feedBack: return .feedBack(nil)
        case .check: return .check(isPassed: yes)
        case .close: return .close(condition: "c")
        case .refuseClosing: return .refuseClosing
        case .merge: return .merge(into: "m")
        case .unmerge: return .unmerge
        case .absorb: return .absorb("child-\(Int.random(in: 0..<3, using: &random))", startedAt: Bench.minute(-20))
        case .release: return .release("child-\(Int.random(in: 0..<3, using: &random))")
        case .void: return .void(witness: yes ? "赵某" : nil)
        case .forceClose: return .forceClose(document: "d")
        case .reopen: return .reopen
        case .supervise: return .supervise(level: Int.random(in: 0...4, using: &random), needsReply: yes)
        case .reply: return .reply
        case .appeal: return .appeal
        case .reviewAppeal: return .reviewAppeal(isApproved: yes)
        case .whistle: return .whistle(item: "1", units: [unit])
        case .checkIn: return .checkIn(unit: unit)
        case .answer: return .answer(unit: unit)
        case .involve: return .involve([unit])
        case .mark: return .mark(.urgent, yes)
        case .shadow: return .shadow
        case .judge: return .judge(CaseVerdict.allCases.randomElement(using: &random) ?? .unclear)
        case .warn: return course.nextDue(calendars)?.due.action ?? .warn(.init(clock: .claim, round: 1, step: 0))
        }
    }
}
