import CaseBook
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
        return try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme)
    }

    private func act(
        _ store: CaseStore, _ action: CaseAction, on record: CaseRecord, by person: String = "王某", note: String = "",
        second: Int64
    ) throws(StoreError) -> CaseRecord {
        try store.act(
            action, on: record.number, by: .anybody(person), note: note, at: WallTime(milliseconds: second * 1000),
            under: SampleCase.scheme)
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

    @Test func `a file that is no store is named`() throws {
        _ = try store()
        let other = path + ".txt"
        try Data("this is a letter, not a store; it is long enough to be read as one, says SQLite of such files".utf8)
            .write(to: URL(fileURLWithPath: other))
        let error = #expect(throws: StoreError.self) { try CaseStore(path: other, create: false) }
        #expect(error?.description == "\(other): it is not a store. Give a file that Piculet wrote.")
    }
}
