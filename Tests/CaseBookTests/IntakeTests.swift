import CaseBook
import Cases
import Media
import TestSupport
import Testing

/// How what cameras saw becomes cases, in every ledger.
@Suite struct IntakeTests {
    @Test(arguments: AnyLedger.allCases)
    func `a case opened twice is one, with one log`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let record = try ledger.open(SampleCase())
        _ = try ledger.open(SampleCase())
        #expect(try beside.list().cases == [record])
        let found = try #require(try beside.find(record.number))
        #expect(found.log.map(\.kind) == ["opened", "auto-register", "dispatch"])
        #expect(
            found.log == SampleCase().log && CaseCourse(replaying: found.log, SampleCase.calendars) == record.course)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a number that another incident has gives way to the next free one, the same in every run`(
        kind: AnyLedger
    ) throws {
        let number = CaseNumber("20260301-7K3QF2Z")
        func numbers() throws -> [String] {
            let (ledger, _) = try kind.make()
            return try [0, 1000, 2000].map { try ledger.open(SampleCase($0, number: number)).number.description }
        }
        #expect(try numbers() == ["20260301-7K3QF2Z", "20260301-7K3QF30", "20260301-7K3QF31"])
        #expect(try numbers() == numbers())
        #expect(CaseNumber("20260301-ZZZZZZZ").next == CaseNumber("20260301-0000000"))
        #expect(CaseNumber("case-5").next == CaseNumber("case-5-2"))
    }

    @Test(arguments: AnyLedger.allCases)
    func `a hit of an incident that nobody knows can never be kept, and is parked`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let error = #expect(throws: StoreError.self) { try ledger.note(SampleCase().hit, incident: "gate/x") }
        #expect(error?.outlook == .never)
        let first = ParkedWrite(
            at: WallTime(milliseconds: 1), kind: "hit", subject: "gate/x", content: "box", reason: "no incident")
        let second = ParkedWrite(
            at: WallTime(milliseconds: 2), kind: "hit", subject: "gate/y", content: "box", reason: "no incident")
        try ledger.park(first)
        try ledger.park(second)
        #expect(try beside.parked() == [second, first])
        #expect(try beside.parked(limit: 1) == [second])
    }

    @Test(arguments: AnyLedger.allCases)
    func `what comes back after its case was closed says so`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let first = try ledger.open(SampleCase()).number
        try ledger.close(first, from: 100)
        let again = try ledger.open(SampleCase(500, box: Box(x: 0.15, y: 0.25, width: 0.3, height: 0.4)))
        #expect(again.course.recurrenceOf == first.description)
        // Elsewhere in the zone, or two days later, it is something else.
        let elsewhere = try ledger.open(SampleCase(600, box: Box(x: 0.6, y: 0.7, width: 0.1, height: 0.1)))
        #expect(elsewhere.course.recurrenceOf == nil)
        #expect(try ledger.open(SampleCase(2 * 86400)).course.recurrenceOf == nil)
    }

    @Test(arguments: AnyLedger.allCases)
    func `what was no case does not come back`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        for (second, action) in [
            (0, CaseAction.reject(.falseDetection)), (1000, .reject(.permitted)), (2000, .void(witness: "赵某")),
        ] {
            let record = try ledger.open(SampleCase(Int64(second)))
            #expect(record.course.recurrenceOf == nil)
            _ = try ledger.act(action, on: record.number, note: "误报", second: Int64(second) + 20)
        }
        // Their incidents go on: the same thing opens no new case, also after a restart.
        #expect(try ledger.openIncidents(aliveUntil: nil)["gate"]?.count == 3)
        #expect(try ledger.closures(since: .start).incidents.isEmpty)
    }

    @Test(arguments: AnyLedger.allCases)
    func `what was merged comes back as its master's`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let (master, child) = (try ledger.open(SampleCase()).number, try ledger.open(SampleCase(60)).number)
        _ = try ledger.act(.merge(into: master.description), on: child, note: "同一摊位", second: 80)
        try ledger.close(master, from: 100)
        #expect(try ledger.open(SampleCase(500)).course.recurrenceOf == master.description)
    }

    @Test(arguments: AnyLedger.allCases)
    func `cases that are known from elsewhere are taken over as they stand`(kind: AnyLedger) throws {
        let (lost, _) = try kind.make()
        let number = try lost.open(SampleCase()).number
        let record = try lost.act(.claim, on: number, second: 60)
        let (fresh, _) = try kind.make()
        for _ in 0..<2 { try fresh.takeOver([record], at: WallTime(milliseconds: 70_000), SampleCase.calendars) }
        let found = try #require(try fresh.find(number))
        #expect(found.record == record && found.log.map(\.kind) == ["taken-over"])
        #expect(CaseCourse(replaying: found.log, SampleCase.calendars) == record.course)
        #expect(try fresh.nextDue() == record.course.nextDue(SampleCase.calendars)?.at)
        #expect(try fresh.openIncidents(aliveUntil: nil)["gate"]?.map(\.key) == [record.incident])
        try fresh.close(try fresh.open(SampleCase(900)).number, from: 1000)
    }
}
