import CaseBook
import Cases
import Foundation
import GRDB
import Media
import Store
import TestSupport
import Testing

/// A store of the version that brought ledgers, as that version wrote it; and what this one keeps beside.
@Suite struct LedgerStoreTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Stores/ledger.sqlite")

    private func copy() throws -> String {
        let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        try FileManager.default.copyItem(at: Self.file, to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `a store of the version before is read, and its cases are judged`() throws {
        let path = try copy()
        let store = try CaseStore(path: path, create: false)
        let listing = try store.list()
        #expect(listing.aside.isEmpty && listing.cases.map(\.state) == [.void, .pendingClaim, .closed])
        let scheme = try #require(try store.scheme())
        #expect(scheme.modes == .usual && scheme.people.contains { $0.name == "张某" })
        for record in listing.cases {
            let log = try #require(try store.find(record.number)).log
            #expect(CaseCourse(replaying: log, scheme.calendars) == record.course)
            #expect(record.course.judged == nil && record.course.mode == nil)
        }
        #expect(try store.hits(HitQuery()).map(\.verdict) == [nil, nil, nil])
        #expect(try Set(store.hits(HitQuery()).map(\.grid)) == ["leaf-003", "leaf-007", "leaf-088"])
        #expect(try store.modeChanges().isEmpty)
        let person = try #require(scheme.people.first { $0.name == "张某" }).actor
        for record in listing.cases {
            _ = try store.act(
                .judge(.correct), on: record.number, by: person, note: "",
                at: WallTime(milliseconds: 1_790_000_000_000),
                under: scheme)
        }
        let again = try CaseStore(path: path, create: false)
        #expect(try again.hits(HitQuery(isDecided: true)).count == 3)
    }

    @Test func `the log of modes is append-only, and survives the program`() throws {
        let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        let pair = ModePair(camera: "gate", algorithm: "crowd")
        let change: ModeChange
        do {
            let store = try CaseStore(path: path, create: true)
            change = try store.order(
                .pin(.shadow), of: pair, by: .anybody("李某"), note: "树影", at: WallTime(milliseconds: 5000), under: .usual
            )
        }
        #expect(change.sequence == 1)
        #expect(try CaseStore(path: path, create: false).modeChanges() == [change])
        let queue = try DatabaseQueue(path: path)
        for sql in ["UPDATE mode_event SET to_mode = 'auto'", "DELETE FROM mode_event"] {
            let error = #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
            #expect(error?.message == "the log of modes is append-only")
        }
    }

    @Test func `what the rule asks for each time is found by an index`() throws {
        let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        do { _ = try CaseStore(path: path, create: true) }
        let plans = try DatabaseQueue(path: path).read { database in
            try [
                """
                SELECT verdict FROM case_file WHERE camera = 'a' AND algorithm = 'b' AND hit_at >= 0
                AND verdict IS NOT NULL AND verdict IN ('true', 'false') ORDER BY hit_at DESC, number DESC LIMIT 9
                """, "SELECT verdict FROM case_file WHERE hit_at >= 0 ORDER BY hit_at DESC, number DESC",
                "SELECT * FROM mode_event WHERE camera = 'a' AND algorithm = 'b' AND line > 0 ORDER BY line",
            ].map {
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \($0)").map { $0["detail"] as String }.joined()
            }
        }
        #expect(plans[0].contains("case_by_verdict") && plans[1].contains("case_by_hit"), "\(plans)")
        #expect(plans[2].contains("mode_event_by_pair"), "\(plans)")
    }
}
