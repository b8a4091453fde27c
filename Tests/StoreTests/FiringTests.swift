import Cases
import Foundation
import GRDB
import Media
import Store
import TestSupport
import Testing

/// What falls due, in the store: once, also where nobody looked for a while.
@Suite struct FiringTests {
    private let path: String
    private let calendars = SampleCase.calendars

    init() throws { path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path }

    private func at(_ minute: Double) -> WallTime { WallTime(milliseconds: 10_000 + Int64(minute * 60_000)) }

    private func ladder() throws -> Ladder {
        Ladder(
            try GridTree([
                Grid(id: "town", name: "镇", level: 1, head: "陈某"),
                Grid(id: "leaf", name: "格", level: 2, parent: "town", unit: "城管中队", head: "周某"),
            ]))
    }

    /// A case of the leaf grid, hit at minute 0.
    private func opened(_ store: CaseStore) throws -> CaseNumber {
        let tree = try GridTree([
            Grid(id: "town", name: "镇", level: 1), Grid(id: "leaf", name: "格", level: 2, parent: "town", unit: "城管中队"),
        ])
        let sample = SampleCase(
            assignment: Dispatcher(tree).assign(grid: "leaf", location: nil, on: CalendarDate(day: 0)))
        return try store.open(sample.record, log: sample.log, hit: sample.hit, calendars: calendars).number
    }

    private func fire(_ store: CaseStore, _ minute: Double) throws -> [String] {
        try store.fireDue(until: at(minute), limit: 100, calendars: calendars, ladder: try ladder())
            .flatMap(\.events).map { "\($0.kind) \($0.note)".trimmingCharacters(in: .whitespaces) }
    }

    @Test func `2.5: yellow to who has it, red to the head too, then level by level, then supervised`() throws {
        let store = try CaseStore(path: path, create: true)
        let number = try opened(store)
        // Claiming has 5 minutes: 70 %, all, 150 %, 200 %.
        #expect(try store.nextDue() == at(3.5))
        #expect(try fire(store, 3.4).isEmpty)
        #expect(try fire(store, 3.5) == ["warn 城管中队"])
        #expect(try fire(store, 3.6).isEmpty)
        #expect(try fire(store, 5) == ["warn 城管中队, 周某 (格)"])
        #expect(try fire(store, 7.5) == ["warn 城管中队, 周某 (格), 陈某 (镇)"])
        #expect(try fire(store, 10) == ["warn 城管中队, 周某 (格), 陈某 (镇)", "supervise"])
        #expect(try fire(store, 12.5) == ["warn 城管中队, 周某 (格), 陈某 (镇)"])
        // A claim ends this ladder; nobody who arrives begins another.
        _ = try store.act(.claim, on: number, by: .anybody("王某"), note: "", at: at(13), calendars: calendars)
        #expect(try fire(store, 20).isEmpty)
        #expect(try fire(store, 13 + 0.7 * 60) == ["warn 城管中队"])
        let found = try #require(try store.find(number))
        #expect(CaseCourse(replaying: found.log, calendars) == found.record.course)
    }

    @Test func `what was due while nobody looked is done once, also after opening the store anew`() throws {
        let number = try opened(try CaseStore(path: path, create: true))
        let again = try CaseStore(path: path, create: false)
        #expect(try fire(again, 8).count == 3)
        #expect(try fire(try CaseStore(path: path, create: false), 8).isEmpty)
        #expect(try #require(try again.find(number)).record.course.clocks[.claim]?.warned == 3)
    }

    @Test func `a suspension ends at its date, however late that is noticed`() throws {
        let store = try CaseStore(path: path, create: true)
        let number = try opened(store)
        for (minute, action) in [
            (1.0, CaseAction.claim), (2, .ask(.suspension(until: at(600)))),
            (3, .review(.suspension, isApproved: true)),
            (4, .review(.suspension, isApproved: true)),
        ] {
            _ = try store.act(action, on: number, by: .anybody("王某"), note: "待料", at: at(minute), calendars: calendars)
        }
        #expect(try fire(store, 599).isEmpty)
        #expect(try fire(store, 630) == ["resume"])
        let course = try #require(try store.find(number)).record.course
        #expect(course.state == .handling && course.stateSince == at(600))
        // 4 minutes before it, 30 after.
        #expect(course.account(.handle)?.used(at: at(630), on: calendars.current) == .seconds(34 * 60))
    }

    @Test func `a case that cannot be read says so in its log and holds up no other`() throws {
        let store = try CaseStore(path: path, create: true)
        let number = try opened(store)
        let other = SampleCase(900)
        _ = try store.open(other.record, log: other.log, hit: other.hit, calendars: calendars)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "UPDATE case_file SET course = '{' WHERE number = ?", arguments: [number.description])
        }
        #expect(try fire(store, 30).count > 3)
        #expect(try store.due(until: at(30), limit: 9).isEmpty)
        let log = try DatabaseQueue(path: path).read {
            try String.fetchAll(
                $0, sql: "SELECT kind FROM case_event WHERE number = ?", arguments: [number.description])
        }
        #expect(log.last == "not-done")
    }

    @Test func `what others did is found by their logs`() throws {
        let store = try CaseStore(path: path, create: true)
        let number = try opened(store)
        let mark = try store.changed(since: 0).mark
        #expect(try store.changed(since: mark).cases.isEmpty)
        let other = try CaseStore(path: path, create: false)
        _ = try other.act(.claim, on: number, by: .anybody("王某"), note: "", at: at(1), calendars: calendars)
        let changed = try store.changed(since: mark)
        #expect(changed.cases.map(\.state) == [.handling] && changed.mark == mark + 1)
    }
}
