import Cases
import Media
import Testing

/// The table of transitions (case domain, 2.3), every state against every action.
@Suite struct TransitionTests {
    private typealias State = CaseState

    /// An action with what makes it possible wherever its state allows it.
    private static func action(_ kind: CaseAction.Kind, _ bench: inout Bench) throws -> CaseAction {
        switch kind {
        case .autoRegister: return .autoRegister(Bench.registration)
        case .askVerification: return .askVerification(of: "张某", remark: "")
        case .accept: return .accept
        case .verify: return .verify(.exists)
        case .register: return .register(Bench.registration)
        case .reject: return .reject(.outOfArea)
        case .dispatch: return .dispatch(Bench.order)
        case .sendBack: return .sendBack
        case .claim: return .claim
        case .arrive: return .arrive
        case .giveBack: return .giveBack
        case .ask: return .ask(.extension)
        case .review:
            if bench.course.state == .handling { try bench.take(.ask(.extension), at: 20) }
            return .review(.extension, isApproved: true)
        case .resume: return .resume
        case .feedBack: return .feedBack(nil)
        case .check: return .check(isPassed: true)
        case .close: return .close(condition: "")
        case .refuseClosing: return .refuseClosing
        case .merge: return .merge(into: "other")
        case .unmerge: return .unmerge
        case .absorb: return .absorb("child", startedAt: Bench.hit)
        case .release:
            if bench.course.isOpen { try bench.take(.absorb("child", startedAt: Bench.hit), at: 20) }
            return .release("child")
        case .void: return .void(witness: "赵某")
        case .forceClose: return .forceClose(document: "沪府办〔2026〕1号")
        case .reopen: return .reopen
        case .supervise: return .supervise(level: 1, needsReply: true)
        case .reply:
            if bench.course.isOpen { try bench.take(.supervise(level: 1, needsReply: true), at: 20) }
            return .reply
        case .appeal: return .appeal
        case .reviewAppeal:
            if bench.course.state == .closed { try bench.take(.appeal, at: 20) }
            return .reviewAppeal(isApproved: true)
        case .whistle: return .whistle(item: "1", units: ["水务所"])
        case .checkIn:
            if bench.course.isOpen { try bench.take(.whistle(item: "1", units: ["水务所"]), at: 20) }
            return .checkIn(unit: "水务所")
        case .answer:
            if bench.course.isOpen {
                try bench.take(.whistle(item: "1", units: ["水务所"]), at: 20)
                try bench.take(.checkIn(unit: "水务所"), at: 20)
            }
            return .answer(unit: "水务所")
        case .involve: return .involve(["市场监管所"])
        case .shadow: return .shadow
        case .judge: return .judge(.correct)
        case .mark: return .mark(.urgent, true)
        case .warn:
            let clock = warned[bench.course.state]
            return .warn(.init(clock: clock, round: clock.flatMap { bench.course.clocks[$0]?.round } ?? 1, step: 0))
        }
    }

    /// A clock that runs in a state.
    private static let warned: [CaseState: CaseClock] = [
        .reported: .accept, .pendingVerify: .verify, .pendingRegister: .accept, .pendingDispatch: .dispatch,
        .pendingClaim: .claim, .handling: .handle, .returned: .dispatch, .pendingCheck: .check, .rework: .handle,
        .pendingClose: .close,
    ]

    /// By row: from where to where; what any open case takes and stays is below.
    private static let table: [CaseAction.Kind: [CaseState: CaseState]] = [
        .autoRegister: [.reported: .pendingDispatch],  // 2
        .askVerification: [.reported: .pendingVerify],  // 3
        .accept: [.reported: .pendingRegister],
        .verify: [.pendingVerify: .pendingRegister],  // 4
        .register: [.pendingRegister: .pendingDispatch],  // 5
        .reject: open(to: .rejected),  // 6
        .dispatch: [.pendingDispatch: .pendingClaim, .returned: .pendingClaim],  // 7, 10
        .sendBack: [.pendingDispatch: .reported, .returned: .reported],
        .claim: [.pendingClaim: .handling],  // 8
        .arrive: [.handling: .handling],
        .giveBack: [.pendingClaim: .returned, .handling: .returned],  // 9
        .ask: [.handling: .handling], .review: [.handling: .handling],  // 11, 13
        .resume: [.suspended: .handling],  // 12
        .feedBack: [.handling: .pendingCheck, .rework: .pendingCheck],  // 14
        .check: [.pendingCheck: .pendingClose],  // 15
        .close: [.pendingClose: .closed],  // 16
        .refuseClosing: [.pendingClose: .rework],
        .merge: [  // 17
            .reported: .merged, .pendingRegister: .merged, .pendingDispatch: .merged, .pendingClaim: .merged,
            .returned: .merged,
        ],
        .unmerge: [.merged: .reported], .absorb: staying, .release: staying,
        .void: open(to: .void),  // 18
        .forceClose: open(to: .forcedClosed),  // 19
        .reopen: [.closed: .handling],  // 20
        .supervise: staying, .reply: staying,  // 21
        .appeal: [.closed: .closed], .reviewAppeal: [.closed: .closed],  // 22
        .whistle: staying, .checkIn: staying, .answer: staying,  // 23
        .involve: staying, .mark: staying, .warn: staying,
        .shadow: [.reported: .shadow],
        // At any time, after the end too.
        .judge: Dictionary(uniqueKeysWithValues: CaseState.allCases.map { ($0, $0) }),
    ]

    private static let openStates: [CaseState] = [
        .reported, .pendingVerify, .pendingRegister, .pendingDispatch, .pendingClaim, .handling, .returned, .suspended,
        .pendingCheck, .rework, .pendingClose,
    ]
    private static func open(to end: CaseState) -> [CaseState: CaseState] {
        Dictionary(uniqueKeysWithValues: openStates.map { ($0, end) })
    }
    private static let staying = Dictionary(uniqueKeysWithValues: openStates.map { ($0, $0) })

    @Test(arguments: CaseState.allCases, CaseAction.Kind.allCases)
    func `every state against every action`(state: CaseState, kind: CaseAction.Kind) throws {
        var policy = CasePolicy.usual
        policy.cameraMayCheck = true
        // Closed with its time used up: what an appeal is about.
        var bench = try Bench.at(state, policy: policy)
        if state == .closed, kind == .appeal || kind == .reviewAppeal { bench = try Self.closedLate() }
        let action = try Self.action(kind, &bench)
        let before = bench.course
        // A suspension ends by itself only when its day has come; nothing is co-handled before somebody leads.
        var expected = try #require(Self.table[kind], "\(kind) has its row")[state]
        if kind == .warn, state == .suspended { expected = nil }
        if kind == .involve, !state.hasLead, state != .returned { expected = nil }
        do throws(CaseRefusal) {
            try bench.take(action, at: 25)
            #expect(bench.course.state == expected)
        } catch {
            #expect(expected == nil, "\(error)")
            #expect(bench.course == before, "a refusal changes nothing")
            if case .state(let named, let possible) = error.reason {
                #expect(named == state && !possible.contains(kind))
            }
        }
    }

    private static func closedLate() throws(CaseRefusal) -> Bench {
        var bench = try Bench.at(.handling)
        for (minute, action) in [
            (3000.0, CaseAction.feedBack(nil)), (3001, .check(isPassed: true)), (3002, .close(condition: "")),
        ] { try bench.take(action, at: minute) }
        return bench
    }

    @Test func `a verdict of no sends it away, one of nothing certain to the acceptor`() throws {
        var no = try Bench.at(.pendingVerify)
        try no.take(.verify(.notExists), at: 9)
        #expect(no.course.state == .rejected && no.course.endedAt == Bench.minute(9))
        var unable = try Bench.at(.pendingVerify)
        try unable.take(.verify(.unable), at: 9)
        #expect(unable.course.state == .pendingRegister)
    }

    @Test func `a check that fails brings it back`() throws {
        var bench = try Bench.at(.pendingCheck)
        try bench.take(.check(isPassed: false), at: 40)
        #expect(bench.course.state == .rework && bench.course.reworks == 1)
    }
}
