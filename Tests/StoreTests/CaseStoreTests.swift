import Cases
import Foundation
import Media
import Store
import TestSupport
import Testing

@Suite struct CaseStoreTests {
    private let path: String

    init() throws { path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path }

    private func store() throws -> CaseStore { try CaseStore(path: path, create: true) }

    private let calendars = SampleCase.calendars

    /// A sample in the store.
    private func opened(in store: CaseStore, _ second: Int64 = 0) throws -> CaseRecord {
        let sample = SampleCase(second)
        return try store.open(sample.record, log: sample.log, hit: sample.hit, calendars: calendars)
    }

    private func act(
        _ store: CaseStore, _ action: CaseAction, on record: CaseRecord, by person: String = "王某", note: String = "",
        second: Int64
    ) throws(StoreError) -> CaseRecord {
        try store.act(
            action, on: record.number, by: .anybody(person), note: note, at: WallTime(milliseconds: second * 1000),
            calendars: calendars)
    }

    @Test func `a store is unused until a replay, a case or a daemon wrote to it`() throws {
        #expect(try store().isUnused())
        try store().beginReplay(inputs: "one")
        #expect(try !store().isUnused())
        let other = try CaseStore(path: path + "2", create: true)
        _ = try other.beginRun(at: WallTime(milliseconds: 1))
        #expect(try !other.isUnused())
        let third = try CaseStore(path: path + "3", create: true)
        _ = try opened(in: third)
        #expect(try !third.isUnused())
    }

    @Test func `a case opened twice is one, with one log`() throws {
        let store = try store()
        let record = try opened(in: store)
        _ = try opened(in: store)
        #expect(try store.cases() == [record])
        let found = try #require(try store.find(record.number))
        #expect(found.log.map(\.kind) == ["opened", "auto-register", "dispatch"])
        #expect(found.log == SampleCase().log && CaseCourse(replaying: found.log, calendars) == record.course)
    }

    @Test func `what was told is there after opening anew`() throws {
        let record = SampleCase().record
        do {
            let store = try store()
            _ = try act(store, .claim, on: try opened(in: store), note: "去看", second: 60)
        }
        let again = try CaseStore(path: path, create: false)
        let found = try #require(try again.find(record.number))
        #expect(found.record.state == .handling)
        #expect(
            found.log.last
                == CaseEvent(
                    sequence: 4, at: WallTime(milliseconds: 60_000), actor: "王某", content: .took(.claim), note: "去看"))
        #expect(CaseCourse(replaying: found.log, calendars) == found.record.course)
    }

    @Test func `the clock stops at the end and not before`() throws {
        let store = try store()
        let record = try opened(in: store)
        for (minute, action) in [
            (5, CaseAction.claim), (20, .feedBack(nil)), (27, .check(isPassed: true)), (28, .close(condition: "")),
        ] {
            let after = try act(store, action, on: record, by: "李某", second: Int64(minute) * 60)
            #expect(TotalClock(after).isRunning == (action.kind != .close))
        }
        let closed = try #require(try store.find(record.number)).record
        #expect(TotalClock(closed).elapsed(at: WallTime(milliseconds: 99_000_000)).clockText == "28:00")
    }

    @Test func `a refused action changes nothing and says why`() throws {
        let store = try store()
        let record = try opened(in: store)
        let error = #expect(throws: StoreError.self) {
            _ = try act(store, .close(condition: ""), on: record, second: 0)
        }
        #expect(
            error?.description
                == "case: a case that is 'pending_claim' cannot take 'close'; possible now: reject, claim, return, void, "
                + "force-close, supervise, reply, whistle, check-in, answer, involve, mark. See 'piculet case show'."
        )
        #expect(try #require(try store.find(record.number)).log.count == 3)
    }

    @Test func `row 17: two cases of one cause become one, and two again`() throws {
        let store = try store()
        let (first, second) = (try opened(in: store), try opened(in: store, 600))
        // Both were dispatched at once: the later one goes back before it can be joined.
        for action in [CaseAction.giveBack, .sendBack] {
            _ = try act(store, action, on: second, note: "同一摊位", second: 700)
        }
        let merged = try act(store, .merge(into: first.number.description), on: second, second: 710)
        #expect(merged.state == .merged && merged.course.merging?.into == first.number.description)
        #expect(try store.find(first.number)?.record.course.absorbed.keys.sorted() == [second.number.description])
        _ = try act(store, .unmerge, on: second, second: 720)
        #expect(try store.find(first.number)?.record.course.absorbed.isEmpty == true)
        // A master that has ended takes nothing on, and nothing was changed by trying.
        _ = try act(store, .void(witness: "赵某"), on: first, note: "误报", second: 730)
        let error = #expect(throws: StoreError.self) {
            _ = try act(store, .merge(into: first.number.description), on: second, second: 740)
        }
        #expect(
            error?.description
                == "case: 'merge' is not possible: \(first.number) is 'void'; a master is open. See 'piculet case show'."
        )
        #expect(try store.find(second.number)?.record.state == .reported)
    }

    @Test func `what falls due is found by its time`() throws {
        let store = try store()
        let record = try opened(in: store)
        // Claiming has 5 minutes from the hit at second 10 on: 70 % of them are 210 s.
        #expect(try store.due(until: WallTime(milliseconds: 219_000), limit: 10).isEmpty)
        #expect(try store.due(until: WallTime(milliseconds: 220_000), limit: 10) == [record.number])
        let due = try #require(record.course.nextDue(calendars)).due
        _ = try store.act(
            due.action, on: record.number, by: .system, note: "", at: WallTime(milliseconds: 220_000),
            calendars: calendars)
        #expect(try store.due(until: WallTime(milliseconds: 220_000), limit: 10).isEmpty)
    }

    @Test func `a file that is no store is named`() throws {
        _ = try store()
        let other = path + ".txt"
        try Data("this is a letter, not a store; it is long enough to be read as one, says SQLite of such files".utf8)
            .write(to: URL(fileURLWithPath: other))
        let error = #expect(throws: StoreError.self) { try CaseStore(path: other, create: false) }
        #expect(error?.description == "\(other): it is not a store. Give a file that Piculet wrote.")
    }
}
