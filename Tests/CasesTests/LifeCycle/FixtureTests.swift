import Cases
import Media
import Testing

/// The fixtures F7 and F8 of the case domain.
@Suite struct FixtureTests {
    @Test func `F7 a whistle of the 53 items calls three departments, each with its own clock`() throws {
        var policy = CasePolicy.usual
        policy.whistleItems = (1...53).map { "\($0)" }
        var bench = try Bench.at(.handling, policy: policy)
        let head = CaseActor(name: "周某", roles: [.gridHead], unit: "站")
        let wrong = #expect(throws: CaseRefusal.self) {
            try bench.take(.whistle(item: "54", units: ["水务所"]), at: 10, by: head)
        }
        #expect(
            "\(try #require(wrong))"
                == "'whistle' is not possible: '54' is no item of the list for which a whistle may be blown")
        try bench.take(.whistle(item: "12", units: ["水务所", "交警支队", "市场监管所"]), at: 10, by: head)
        // They have half an hour each; one comes in time, one late, one never.
        func member(_ unit: String) -> CaseActor { CaseActor(name: "孙某", roles: [.handler], unit: unit) }
        #expect(throws: CaseRefusal.self) { try bench.take(.checkIn(unit: "水务所"), at: 12, by: member("交警支队")) }
        #expect(throws: CaseRefusal.self) { try bench.take(.answer(unit: "水务所"), at: 12, by: member("水务所")) }
        try bench.take(.checkIn(unit: "水务所"), at: 22, by: member("水务所"))
        try bench.take(.answer(unit: "水务所"), at: 40, by: member("水务所"), note: "已抽排")
        let red = try #require(bench.course.nextDue(Bench.calendars))
        #expect(red.due == .warn(.init(clock: nil, unit: "交警支队", round: 1, step: 0)) && red.at == Bench.minute(31))
        try bench.take(.checkIn(unit: "交警支队"), at: 55, by: member("交警支队"))
        let called = try #require(bench.course.whistles.first).called
        #expect(called.map(\.unit) == ["水务所", "交警支队", "市场监管所"])
        #expect(called.map(\.arrivedAt) == [Bench.minute(22), Bench.minute(55), nil])
        #expect(called.map(\.answer) == ["已抽排", nil, nil])
        let used = called.map { $0.clock.account.used(at: Bench.minute(60), on: Shanghai.calendar) }
        #expect(used == [.seconds(12 * 60), .seconds(45 * 60), .seconds(50 * 60)])
        // The lead stays who it was, and the case goes on meanwhile.
        #expect(bench.course.lead == "城管中队" && bench.course.state == .handling)
    }

    /// 28 minutes: dwell 3 + review 2 + dispatch 0.5 + claim 2.5 + arrive 10 + handle 6 + check 3 + close 1.
    @Test func `F8 a stall in 28 minutes, from the log alone, with its parts`() throws {
        var bench = Bench(dwell: .seconds(180))
        for (minute, action) in [
            (2.0, CaseAction.autoRegister(Bench.registration)), (2.5, .dispatch(Bench.order)), (5, .claim),
            (15, .arrive),
            (21, .feedBack(nil)), (24, .check(isPassed: true)), (25, .close(condition: "摊位已清")),
        ] { try bench.take(action, at: minute) }
        let course = try #require(CaseCourse(replaying: bench.log, Bench.calendars))
        let end = try #require(course.endedAt)
        #expect(course.total(at: end).clockText == "28:00")
        let parts = course.parts(at: end)
        #expect(
            CasePart.allCases.map { parts[$0]?.inSeconds ?? 0 } == [180, 120, 30, 150, 600, 360, 0, 180, 60])
        // Each part took what the reference foresees.
        #expect(CasePart.allCases.allSatisfy { $0.budget == nil || $0.budget == parts[$0] })
        #expect(CasePart.allCases.compactMap(\.budget).reduce(.zero, +) == .seconds(28 * 60))
    }
}
