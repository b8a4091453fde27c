import CaseBook
import Cases
import Media
import TestSupport
import Testing

/// What is done to cases, in every ledger.
@Suite struct ActingTests {
    @Test(arguments: AnyLedger.allCases)
    func `what was told is there for another program`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let number = try ledger.open(SampleCase()).number
        _ = try ledger.act(.claim, on: number, note: "去看", second: 60)
        let found = try #require(try beside.find(number))
        #expect(found.record.state == .handling)
        #expect(
            found.log.last
                == CaseEvent(
                    sequence: 4, at: WallTime(milliseconds: 60_000), actor: "王某", content: .took(.claim), note: "去看"))
        #expect(CaseCourse(replaying: found.log, SampleCase.calendars) == found.record.course)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a refused action changes nothing and says why`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let record = try ledger.open(SampleCase())
        let error = #expect(throws: StoreError.self) {
            _ = try ledger.act(.close(condition: ""), on: record.number, second: 0)
        }
        #expect(
            error?.description
                == "case: a case that is 'pending_claim' cannot take 'close'; possible now: reject, claim, return, merge, "
                + "void, force-close, supervise, reply, whistle, check-in, answer, involve, mark, verdict. See 'piculet case show'."
        )
        #expect(error?.outlook == .never)
        #expect(try #require(try ledger.find(record.number)) == (record, SampleCase().log))
        let unknown = #expect(throws: StoreError.self) {
            _ = try ledger.act(.claim, on: CaseNumber("20260301-X"), second: 0)
        }
        #expect(unknown?.description == "store: there is no case 20260301-X. See 'piculet case list'.")
    }

    @Test(arguments: AnyLedger.allCases)
    func `a unit of work that fails keeps nothing of it`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let sample = SampleCase()
        let mark = try beside.mark()
        #expect(throws: StoreError.self) {
            try ledger.transact { unit in
                try unit.insert(sample.incident)
                try unit.insert(sample.record, log: sample.log, dueAt: nil)
                throw CaseRefusal(action: .claim, reason: .unmet(Words(name: "nothing")))
            }
        }
        #expect(try ledger.list().cases.isEmpty && ledger.openIncidents(aliveUntil: nil).isEmpty)
        #expect(try beside.changed(since: mark).changes.cases.isEmpty)
        // The next one begins where the last one that was kept ended.
        _ = try ledger.open(sample)
        #expect(try beside.changed(since: mark).changes.cases == [sample.record])
    }

    @Test(arguments: AnyLedger.allCases)
    func `row 17: two cases of one cause become one before anybody claimed them, and two again`(
        kind: AnyLedger
    ) throws {
        let (ledger, _) = try kind.make()
        let (first, second) = (try ledger.open(SampleCase()).number, try ledger.open(SampleCase(600)).number)
        let silent = #expect(throws: StoreError.self) {
            _ = try ledger.act(.merge(into: first.description), on: second, second: 700)
        }
        #expect(silent?.description == "case: 'merge' is not possible: a reason is needed. See 'piculet case show'.")
        let merged = try ledger.act(.merge(into: first.description), on: second, note: "同一摊位", second: 710)
        #expect(merged.state == .merged && merged.course.merging?.into == first.description)
        #expect(try ledger.find(first)?.record.course.absorbed.keys.sorted() == [second.description])
        let apart = try ledger.act(.unmerge, on: second, second: 720)
        #expect(apart.state == .pendingClaim && apart.course.account(.claim)?.isRunning == true)
        #expect(try ledger.find(first)?.record.course.absorbed.isEmpty == true)
        // A master that has ended takes nothing on, and nothing was changed by trying.
        _ = try ledger.act(.void(witness: "赵某"), on: first, note: "误报", second: 730)
        let error = #expect(throws: StoreError.self) {
            _ = try ledger.act(.merge(into: first.description), on: second, note: "同一摊位", second: 740)
        }
        #expect(
            error?.description
                == "case: 'merge' is not possible: \(first) is 'void'; a master is open. See 'piculet case show'."
        )
        #expect(try ledger.find(second)?.record.state == .pendingClaim)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a merge into a master that has ended is not undone, and the master is named`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let (first, second) = (try ledger.open(SampleCase()).number, try ledger.open(SampleCase(60)).number)
        _ = try ledger.act(.merge(into: first.description), on: second, note: "同一摊位", second: 80)
        try ledger.close(first, from: 100)
        let error = #expect(throws: StoreError.self) { _ = try ledger.act(.unmerge, on: second, second: 200) }
        #expect(
            error?.description
                == "case: 'unmerge' is not possible: \(first), into which it was merged, is 'closed'; a merge is undone "
                + "while its master is open. See 'piculet case show'.")
        #expect(try ledger.find(second)?.record.state == .merged)
    }

    @Test(arguments: AnyLedger.allCases)
    func `the incident of a case that is closed has ended, and with a master all that was merged into it`(
        kind: AnyLedger
    ) throws {
        let (ledger, beside) = try kind.make()
        let (master, child) = (try ledger.open(SampleCase()), try ledger.open(SampleCase(60)))
        let other = try ledger.open(SampleCase(90, box: Box(x: 0.6, y: 0.7, width: 0.1, height: 0.1)))
        _ = try ledger.act(.merge(into: master.number.description), on: child.number, note: "同一摊位", second: 95)
        let mark = try beside.mark()
        #expect(try beside.closures(since: mark).incidents.isEmpty)
        try ledger.close(master.number, from: 100)
        let (closed, next) = try beside.closures(since: mark)
        #expect(closed.map(\.key) == [master.incident, child.incident] && closed.map(\.camera) == ["gate", "gate"])
        #expect(try beside.closures(since: next).incidents.isEmpty)
        // A restart brings back what has not ended alone, whatever its camera said meanwhile.
        try ledger.turn(
            IncidentTracker.Incident(
                key: master.incident, firstHit: SampleCase().hit, box: master.box,
                sustainedAt: WallTime(milliseconds: 200_000), phase: .quiet, hits: 2))
        #expect(try ledger.openIncidents(aliveUntil: nil)["gate"]?.map(\.key) == [other.incident])
        // One that was opened again before anybody looked is closed no longer.
        _ = try ledger.act(.reopen, on: master.number, second: 300)
        #expect(try beside.closures(since: mark).incidents.isEmpty)
    }

    @Test func `a unit that does not exist is refused before anything is changed`() throws {
        let ledger = MemoryLedger()
        let scheme = CaseScheme(calendars: SampleCase.calendars, units: ["城管中队"])
        let sample = SampleCase()
        let number = try ledger.open(sample.intake, evidence: sample.evidence, under: scheme).number
        let error = #expect(throws: StoreError.self) {
            _ = try ledger.act(
                .whistle(item: "1", units: ["城管中对"]), on: number, by: .anybody("赵某"), note: "",
                at: WallTime(milliseconds: 20_000), under: scheme)
        }
        #expect(
            error?.description
                == "case: 'whistle' is not possible: there is no unit '城管中对'; did you mean '城管中队'? "
                + "See 'piculet case show'.")
    }
}
