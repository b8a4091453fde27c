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

    private func sample(_ second: Int64 = 0) -> (CaseRecord, Hit) {
        let hit = Hit(
            camera: "gate", algorithm: "street-stall", zone: "kerb", startedAt: WallTime(milliseconds: second * 1000),
            hitAt: WallTime(milliseconds: second * 1000 + 10_000), box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4),
            measure: 1, score: 0.8)
        var tracker = IncidentTracker(quietAfter: .seconds(60))
        guard case .opened(let incident)? = tracker.take(hit).first else { preconditionFailure("a first hit opens") }
        let record = CaseRecord.open(
            incident, cameraName: "门",
            assignment: Dispatcher(.empty).assign(grid: nil, location: nil, on: CalendarDate(day: 0)),
            evidence: .missing("no picture"), number: CaseNumber(incident: incident.key, date: "2026-03-01"))
        return (record, hit)
    }

    @Test func `a store is unused until a replay, a case or a daemon wrote to it`() throws {
        #expect(try store().isUnused())
        try store().beginReplay(inputs: "one")
        #expect(try !store().isUnused())
        let other = try CaseStore(path: path + "2", create: true)
        _ = try other.beginRun(at: WallTime(milliseconds: 1))
        #expect(try !other.isUnused())
        let third = try CaseStore(path: path + "3", create: true)
        let (record, hit) = sample()
        _ = try third.open(record, hit: hit, opened: hit.hitAt)
        #expect(try !third.isUnused())
    }

    @Test func `a case opened twice is one, with one log`() throws {
        let store = try store()
        let (record, hit) = sample()
        _ = try store.open(record, hit: hit, opened: hit.hitAt)
        _ = try store.open(record, hit: hit, opened: hit.hitAt)
        #expect(try store.cases() == [record])
        let found = try #require(try store.find(record.number))
        #expect(found.log.map(\.kind) == ["opened", "dispatched"])
    }

    @Test func `what was told is there after opening anew`() throws {
        let (record, hit) = sample()
        do {
            let store = try store()
            _ = try store.open(record, hit: hit, opened: hit.hitAt)
            _ = try store.act(.claim, on: record.number, by: "王某", note: "去看", at: WallTime(milliseconds: 60_000))
        }
        let again = try CaseStore(path: path, create: false)
        let found = try #require(try again.find(record.number))
        #expect(found.record.state == .claimed)
        #expect(
            found.log.last
                == CaseEvent(sequence: 3, at: WallTime(milliseconds: 60_000), actor: "王某", kind: "claim", note: "去看"))
    }

    @Test func `the clock stops at the end and not before`() throws {
        let store = try store()
        let (record, hit) = sample()
        _ = try store.open(record, hit: hit, opened: hit.hitAt)
        for (minute, action) in [(5, CaseStateMachine.Action.claim), (20, .feedback), (28, .close)] {
            let now = WallTime(milliseconds: Int64(minute) * 60_000)
            let after = try store.act(action, on: record.number, by: "李某", note: "", at: now)
            #expect(TotalClock(after).isRunning == (action != .close))
        }
        let closed = try #require(try store.find(record.number)).record
        #expect(TotalClock(closed).elapsed(at: WallTime(milliseconds: 99_000_000)).clockText == "28:00")
    }

    @Test func `a refused action changes nothing and says why`() throws {
        let store = try store()
        let (record, hit) = sample()
        _ = try store.open(record, hit: hit, opened: hit.hitAt)
        let error = #expect(throws: StoreError.self) {
            try store.act(.close, on: record.number, by: "x", note: "", at: WallTime(milliseconds: 0))
        }
        #expect(
            error?.description
                == "case: a case that is 'dispatched' cannot take 'close'; possible now: claim, void. See 'piculet case show'."
        )
        #expect(try #require(try store.find(record.number)).log.count == 2)
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
