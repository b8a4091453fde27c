import CaseBook
import Cases
import Foundation
import GRDB
import Media
import Store
import TestSupport
import Testing

/// A store of the version that brought the life cycle, as that version wrote it.
@Suite struct LifeCycleStoreTests {
    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Stores/life-cycle.sqlite")

    private static let states: [String: CaseState] = [
        "20260301-DXHD6XS": .pendingClaim, "20260301-VWVXFRJ": .handling, "20260301-7RA9E57": .suspended,
        "20260301-FJY57AA": .pendingCheck, "20260301-GCR1P39": .closed, "20260301-NVH41PJ": .void,
        "20260301-22YZ0D8": .rejected, "20260301-1KXS8Y0": .returned, "20260301-21JYJAP": .merged,
    ]
    private static let start = WallTime(milliseconds: 1_772_323_200_000)

    private func copy() throws -> String {
        let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        try FileManager.default.copyItem(at: Self.file, to: URL(fileURLWithPath: path))
        return path
    }

    private func at(_ minute: Int) -> WallTime { Self.start + .seconds(60 * minute) }

    @Test func `a store of the version before is read, shown and moved`() throws {
        let path = try copy()
        let store = try CaseStore(path: path, create: false)
        let listing = try store.list()
        #expect(listing.aside.isEmpty)
        #expect(
            Dictionary(uniqueKeysWithValues: listing.cases.map { ($0.number.description, $0.state) }) == Self.states)
        let scheme = try #require(try store.scheme())
        for record in listing.cases {
            let log = try #require(try store.find(record.number)).log
            #expect(CaseCourse(replaying: log, scheme.calendars) == record.course, "\(record.number)")
        }
        #expect(scheme.people.map(\.name) == ["李某", "赵某", "张某", "陈某", "王某"] && scheme.policy.version == "2026-03")
        #expect(try store.nextDue() == WallTime(milliseconds: 1_772_325_870_000))
        // Moved by the people of its own scheme.
        func person(_ name: String) throws -> CaseActor { try #require(scheme.people.first { $0.name == name }).actor }
        let checked = try store.act(
            .check(isPassed: true), on: CaseNumber("20260301-FJY57AA"), by: try person("张某"), note: "", at: at(50),
            under: scheme)
        #expect(checked.state == .pendingClose)
        let claimed = try store.act(
            .claim, on: CaseNumber("20260301-DXHD6XS"), by: try person("王某"), note: "", at: at(51), under: scheme)
        #expect(claimed.state == .handling && claimed.course.person == "王某")
        let resumed = try store.fireDue(
            until: at(3 * 1440), limit: 100, calendars: scheme.calendars, ladder: .none
        ).fired.first { $0.record.number == CaseNumber("20260301-7RA9E57") }
        #expect(resumed?.record.state == .handling)
        // And read again as it was left.
        let again = try CaseStore(path: path, create: false)
        #expect(try again.find(checked.number)?.record.state == .pendingClose)
    }

    @Test func `its cases are found by the columns that they had not`() throws {
        let store = try CaseStore(path: try copy(), create: false)
        func found(_ change: (inout CaseQuery) -> Void) throws -> [String] {
            var query = CaseQuery()
            change(&query)
            return try store.list(query).cases.map(\.number.description)
        }
        #expect(try found { $0.within = ["town"] }.count == 8 && found { $0.within = ["town", "leaf"] }.count == 8)
        #expect(
            try found { $0.lead = "城管中队" } == [
                "20260301-DXHD6XS", "20260301-VWVXFRJ", "20260301-7RA9E57", "20260301-FJY57AA",
            ])
        #expect(try found { $0.person = "王某" }.count == 4)
        #expect(try found { $0.isOpen = true }.count == 5)
        let pictures = try store.keptEvidence()
        #expect(pictures.count == 8 && pictures.filter { $0.paths.count == 3 }.count == 2)
    }

    @Test func `what runs, ails and crashed is of the node that there was`() throws {
        let path = try copy()
        let store = try CaseStore(path: path, create: false)
        #expect(try store.lastingHealth().mapValues(\.state) == ["gate": .live, "yard": .offline])
        #expect(try store.crashes().mapValues(\.inARow) == ["gate": 1, "yard": 3])
        let last = try #require(try store.beginRun(at: at(60)))
        #expect(last.startedAt == at(43) && last.seenAt == at(45) && last.endedAt == nil)
        let nodes = try DatabaseQueue(path: path).read { database in
            try ["health_event", "daemon_run", "crash"].flatMap {
                try String.fetchAll(database, sql: "SELECT DISTINCT node FROM \($0)")
            }
        }
        #expect(nodes == ["main", "main", "main"])
    }

    @Test func `what still stands where its case was closed is another`() throws {
        let store = try CaseStore(path: try copy(), create: false)
        let open = try store.openIncidents(aliveUntil: nil)
        let closed = try #require(try store.find(CaseNumber("20260301-GCR1P39"))).record
        #expect(open.values.flatMap(\.self).count == 7)
        #expect(!open.values.joined().contains { $0.key == closed.incident })
    }
}
