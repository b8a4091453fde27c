import CaseBook
import Cases
import Foundation
import GRDB
import Media
import Store
import TestSupport
import Testing

/// A case that cannot be read is set aside; all others go on.
@Suite struct UnreadableTests {
    private let path: String

    init() throws { path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path }

    private func open(_ sample: SampleCase, _ store: CaseStore) throws -> CaseNumber {
        try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme).number
    }

    private func spoil(_ number: CaseNumber) throws {
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "UPDATE case_file SET course = '{' WHERE number = ?", arguments: [number.description])
        }
    }

    @Test func `it is named, and keeps nobody from starting, listing or acting on others`() throws {
        let store = try CaseStore(path: path, create: true)
        let (broken, whole) = (try open(SampleCase(), store), try open(SampleCase(900), store))
        try spoil(broken)
        let again = try CaseStore(path: path, create: false)
        for query in [CaseQuery.all, .open] {
            let listing = try again.list(query)
            #expect(listing.cases.map(\.number) == [whole])
            #expect(listing.aside.map(\.number) == [broken])
            #expect(listing.aside[0].reason.hasPrefix("store: what is kept cannot be read ("))
        }
        let error = #expect(throws: StoreError.self) { _ = try again.find(broken) }
        #expect(error?.outlook == .never)
        // Its number stays its own, and its incident still stands.
        #expect(try open(SampleCase(1800, number: broken), again) == broken.next)
        #expect(try again.openIncidents(aliveUntil: nil)["gate"]?.count == 3)
        #expect(try again.changed(since: .start).changes.aside.map(\.number) == [broken])
    }

    @Test func `what is due of it is left, says so in its log, and holds up no other`() throws {
        let store = try CaseStore(path: path, create: true)
        let (broken, _) = (try open(SampleCase(), store), try open(SampleCase(900), store))
        try spoil(broken)
        let now = WallTime(milliseconds: 10_000 + 30 * 60_000)
        let firing = try store.fireDue(until: now, limit: 9, calendars: SampleCase.calendars, ladder: .none)
        #expect(firing.fired.count == 1 && firing.aside.map(\.number) == [broken])
        let second = try store.fireDue(until: now, limit: 9, calendars: SampleCase.calendars, ladder: .none)
        #expect(second.fired.isEmpty && second.aside.isEmpty)
        let log = try DatabaseQueue(path: path).read {
            try String.fetchAll(
                $0, sql: "SELECT kind FROM case_event WHERE number = ? ORDER BY sequence",
                arguments: [broken.description])
        }
        #expect(log.last == "not-done")
    }
}
