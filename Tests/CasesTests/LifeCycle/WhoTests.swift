import Cases
import Media
import Testing

/// Who may take which action (2.3, the column "who").
@Suite struct WhoTests {
    private static func person(_ role: CaseActor.Role, _ unit: String? = "城管中队") -> CaseActor {
        CaseActor(name: "\(role)", roles: [role], unit: unit)
    }

    /// The state in which each is asked for, and who may.
    private static let table: [(CaseState, CaseAction, Set<CaseActor.Role>)] = [
        (.reported, .askVerification(of: "x", remark: ""), [.acceptor, .system]),
        (.reported, .accept, [.acceptor]),
        (.reported, .autoRegister(Bench.registration), [.system]),
        (.pendingVerify, .verify(.exists), [.inspector, .system]),
        (.pendingRegister, .register(Bench.registration), [.acceptor, .shiftHead]),
        (.handling, .reject(.permitted), [.acceptor, .system]),
        (.pendingDispatch, .dispatch(Bench.order), [.dispatcher, .shiftHead, .system]),
        (.returned, .dispatch(Bench.order), [.dispatcher, .shiftHead, .system]),
        (.pendingClaim, .claim, [.handler, .department, .dispatcher, .shiftHead]),
        (.pendingClaim, .giveBack, [.handler, .department, .dispatcher, .shiftHead]),
        (.handling, .giveBack, [.handler, .department]),
        (.handling, .ask(.extension), [.handler, .department]),
        // The department confirms, not the field worker alone.
        (.handling, .feedBack(nil), [.department]),
        (.pendingCheck, .check(isPassed: true), [.inspector]),
        (.pendingClose, .close(condition: ""), [.shiftHead, .acceptor, .system]),
        (.reported, .merge(into: "m"), [.system, .dispatcher]),
        (.reported, .void(witness: nil), [.acceptor, .shiftHead]),
        (.reported, .forceClose(document: "d"), [.leader]),
        (.closed, .reopen, [.shiftHead, .citizen]),
        (.handling, .supervise(level: 1, needsReply: false), [.supervisor, .leader, .system]),
        (.handling, .whistle(item: "1", units: ["水务所"]), [.gridHead, .dispatcher]),
        (.reported, .shadow, [.system]),
        // Not those for whom a false detection is less work.
        (.handling, .judge(.wrong), [.acceptor, .shiftHead, .dispatcher, .inspector]),
        (.closed, .judge(.correct), [.acceptor, .shiftHead, .dispatcher, .inspector]),
        (.shadow, .judge(.unclear), [.acceptor, .shiftHead, .dispatcher, .inspector]),
    ]

    @Test(arguments: table.indices) func `each action is for those of its row alone`(row: Int) throws {
        let (state, action, allowed) = Self.table[row]
        for role in CaseActor.Role.allCases {
            var bench = try Bench.at(state)
            let actor = role == .system ? CaseActor.system : Self.person(role)
            do throws(CaseRefusal) {
                try bench.take(action, at: 20, by: actor)
                #expect(allowed.contains(role), "\(role)")
            } catch {
                #expect(!allowed.contains(role), "\(role): \(error)")
            }
        }
    }

    @Test func `only the unit that has it takes it`() throws {
        var bench = try Bench.at(.pendingClaim)
        let stranger = Self.person(.handler, "环卫所")
        let error = #expect(throws: CaseRefusal.self) { try bench.take(.claim, at: 20, by: stranger) }
        #expect("\(try #require(error))" == "'claim' is not for 'handler': the case is with '城管中队'")
        try bench.take(.claim, at: 20, by: Self.person(.handler))
    }

    @Test func `a request is the department's to review first, then the dispatcher's`() throws {
        var bench = try Bench.at(.handling)
        try bench.take(.ask(.extension), at: 20, by: Self.person(.handler))
        let first = #expect(throws: CaseRefusal.self) {
            try bench.take(.review(.extension, isApproved: true), at: 21, by: Self.person(.dispatcher, "城管中队"))
        }
        #expect("\(try #require(first))" == "'review' is not possible: the review of a department (处置部门) comes next")
        try bench.take(.review(.extension, isApproved: true), at: 22, by: Self.person(.department))
        #expect(bench.course.extensions == 0)
        try bench.take(.review(.extension, isApproved: true), at: 23, by: Self.person(.dispatcher, nil))
        #expect(bench.course.extensions == 1)
    }

    @Test func `a refusal says what is possible, for whom, or what is missing`() throws {
        var bench = try Bench.at(.pendingClaim)
        func words(_ action: CaseAction, by actor: CaseActor? = nil, note: String = "") -> String {
            do throws(CaseRefusal) {
                var copy = bench
                try copy.take(action, at: 30, by: actor, note: note)
                return "taken"
            } catch { return "\(error)" }
        }
        #expect(
            words(.close(condition: ""))
                == "a case that is 'pending_claim' cannot take 'close'; possible now: reject, claim, return, merge, "
                + "void, force-close, supervise, reply, whistle, check-in, answer, involve, mark, verdict")
        #expect(
            words(.claim, by: Self.person(.inspector))
                == "'claim' is not for 'inspector': it takes a shift_head (值班长), or a dispatcher (派遣员), "
                + "or a handler (处置人员), or a department (处置部门)")
        #expect(words(.giveBack) == "'return' is not possible: a reason is needed")
        #expect(
            words(.void(witness: nil), note: "误报")
                == "'void' is not possible: it was dispatched already: a second person must agree")
        #expect(
            words(.void(witness: "王某"), note: "误报")
                == "'void' is not possible: the second person must be another than '王某'")
        bench = try Bench.at(.void)
        #expect(words(.claim) == "a case that is 'void' cannot take 'claim'; possible now: verdict")
    }

    @Test func `what nobody has claimed can be taken and ended by a dispatcher or a shift head`() throws {
        for role in [CaseActor.Role.dispatcher, .shiftHead] {
            // Nobody works for the duty desk.
            var bench = try Bench.at(.pendingDispatch)
            try bench.take(.dispatch(.init(lead: Dispatcher.dutyDesk, rule: "r")), at: 10)
            let person = CaseActor(name: "赵某", roles: [role], unit: "镇城运中心")
            try bench.take(.claim, at: 20, by: person)
            #expect(bench.course.person == "赵某")
            // Another of the same role has no part in it any more.
            let other = CaseActor(name: "钱某", roles: [role], unit: "镇城运中心")
            #expect(throws: CaseRefusal.self) { try bench.take(.feedBack(nil), at: 21, by: other) }
            try bench.take(.arrive, at: 30, by: person)
            try bench.take(.feedBack(nil), at: 40, by: person)
            try bench.take(.check(isPassed: true), at: 50, by: Self.person(.inspector))
            try bench.take(.close(condition: ""), at: 60, by: Self.person(.shiftHead))
            #expect(bench.course.state == .closed)
        }
    }

    @Test func `a case that waits at a unit without people is recalled and sent elsewhere`() throws {
        for role in [CaseActor.Role.dispatcher, .shiftHead] {
            var bench = try Bench.at(.pendingClaim)
            let person = CaseActor(name: "赵某", roles: [role], unit: "镇城运中心")
            try bench.take(.giveBack, at: 20, by: person, note: "无人")
            try bench.take(.dispatch(.init(lead: "环卫所", rule: "by hand")), at: 21, by: person)
            #expect(bench.course.state == .pendingClaim && bench.course.lead == "环卫所")
        }
    }

    @Test func `a handler's claim does not make them the department`() throws {
        var bench = try Bench.at(.pendingClaim)
        try bench.take(.claim, at: 20, by: Self.person(.handler))
        #expect(throws: CaseRefusal.self) { try bench.take(.feedBack(nil), at: 30, by: Self.person(.handler)) }
    }
}
