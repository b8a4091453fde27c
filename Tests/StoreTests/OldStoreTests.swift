import CaseBook
import Cases
import Foundation
import GRDB
import Media
import Store
import TestSupport
import Testing

/// A store of the version with five states, as it was written then.
@Suite struct OldStoreTests {
    private static let schema = """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('1 cases'), ('2 daemon');
        CREATE TABLE incident (
            key TEXT PRIMARY KEY, camera TEXT NOT NULL, algorithm TEXT NOT NULL, zone TEXT NOT NULL,
            phase TEXT NOT NULL, sustained_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE hit (
            incident TEXT NOT NULL REFERENCES incident (key), hit_at INTEGER NOT NULL, started_at INTEGER NOT NULL,
            x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
            measure REAL NOT NULL, score REAL NOT NULL,
            PRIMARY KEY (incident, hit_at)
        ) STRICT;
        CREATE TABLE case_file (
            number TEXT PRIMARY KEY, incident TEXT NOT NULL UNIQUE REFERENCES incident (key),
            algorithm TEXT NOT NULL, camera TEXT NOT NULL, camera_name TEXT NOT NULL, zone TEXT NOT NULL,
            assignment TEXT NOT NULL, started_at INTEGER NOT NULL, hit_at INTEGER NOT NULL, ended_at INTEGER,
            x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
            measure REAL NOT NULL, score REAL NOT NULL, state TEXT NOT NULL,
            original TEXT, sha256 TEXT, marked TEXT, missing TEXT
        ) STRICT;
        CREATE TABLE case_event (
            number TEXT NOT NULL REFERENCES case_file (number), sequence INTEGER NOT NULL, at INTEGER NOT NULL,
            actor TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL,
            PRIMARY KEY (number, sequence)
        ) STRICT;
        CREATE TRIGGER case_event_never_changes BEFORE UPDATE ON case_event
            BEGIN SELECT RAISE(ABORT, 'the log of a case is append-only'); END;
        CREATE TRIGGER case_event_never_goes BEFORE DELETE ON case_event
            BEGIN SELECT RAISE(ABORT, 'the log of a case is append-only'); END;
        CREATE INDEX case_by_state ON case_file (state, started_at);
        CREATE TABLE replay (inputs TEXT NOT NULL, finished INTEGER NOT NULL) STRICT;
        CREATE TABLE health_event (
            id INTEGER PRIMARY KEY, camera TEXT NOT NULL, state TEXT NOT NULL, from_at INTEGER NOT NULL,
            to_at INTEGER, reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL
        ) STRICT;
        CREATE INDEX health_event_by_camera ON health_event (camera, from_at);
        CREATE INDEX health_event_by_time ON health_event (from_at);
        CREATE UNIQUE INDEX health_event_one_lasts ON health_event (camera) WHERE to_at IS NULL;
        CREATE TABLE daemon_run (
            id INTEGER PRIMARY KEY, started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, ended_at INTEGER
        ) STRICT;
        CREATE TABLE crash (camera TEXT PRIMARY KEY, in_a_row INTEGER NOT NULL, quarantined_at INTEGER) STRICT;
        """

    /// What was done to each, minute by minute, and where it stood.
    private static let histories: [(number: String, steps: [String], state: String, now: CaseState)] = [
        ("20260301-AAAAAAA", [], "dispatched", .pendingClaim),
        ("20260301-BBBBBBB", ["claim"], "claimed", .handling),
        ("20260301-CCCCCCC", ["claim", "feedback"], "handled", .pendingCheck),
        ("20260301-DDDDDDD", ["claim", "feedback", "close"], "closed", .closed),
        ("20260301-EEEEEEE", ["claim", "void"], "void", .void),
    ]
    private static let start: Int64 = 1_772_323_200_000

    private func old() throws -> String {
        let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(sql: Self.schema)
            for history in Self.histories {
                let key = "gate/street-stall/kerb/\(history.number)"
                try database.execute(
                    sql: "INSERT INTO incident VALUES (?, 'gate', 'street-stall', 'kerb', 'ended', 0)", arguments: [key]
                )
                let isOver = ["closed", "void"].contains(history.state)
                try database.execute(
                    sql: """
                        INSERT INTO case_file VALUES (?, ?, 'street-stall', 'gate', '门', 'kerb',
                        '{"grid":"leaf-007","path":["镇","格"],"unit":"城管中队","reason":"camera-names-grid"}',
                        ?, ?, ?, 0.1, 0.1, 0.2, 0.2, 1, 0.9, ?, NULL, NULL, NULL, 'no picture')
                        """,
                    arguments: [
                        history.number, key, Self.start, Self.start + 10_000,
                        isOver ? Self.start + Int64(history.steps.count) * 60_000 : nil, history.state,
                    ])
                for (sequence, kind) in (["opened", "dispatched"] + history.steps).enumerated() {
                    let at = sequence < 2 ? Self.start + 10_000 : Self.start + Int64(sequence - 1) * 60_000
                    try database.execute(
                        sql: "INSERT INTO case_event VALUES (?, ?, ?, ?, ?, '')",
                        arguments: [history.number, sequence + 1, at, sequence < 2 ? "system" : "王某", kind])
                }
            }
        }
        return path
    }

    @Test func `its cases have the whole life cycle, with their clocks, and their log is as it was`() throws {
        let path = try old()
        let store = try CaseStore(path: path, create: false)
        for history in Self.histories {
            let (record, log) = try #require(try store.find(CaseNumber(history.number)))
            #expect(record.state == history.now)
            #expect(log.map(\.kind) == ["opened", "dispatched"] + history.steps + ["taken-over"])
            #expect(CaseCourse(replaying: log, SampleCase.calendars) == record.course)
            #expect(record.course.startedAt.milliseconds == Self.start)
            #expect(record.course.order?.lead == "城管中队")
            let end = Self.start + Int64(history.steps.count) * 60_000
            #expect(record.course.endedAt?.milliseconds == (history.now.isTerminal ? end : nil))
        }
        // Claimed after a minute of which ten seconds were the dwell, handled ever since.
        let claimed = try #require(try store.find(CaseNumber("20260301-BBBBBBB"))).record.course
        let now = WallTime(milliseconds: Self.start + 600_000)
        #expect(
            claimed.parts(at: now) == [
                .dwell: .seconds(10), .review: .zero, .dispatch: .zero, .claim: .seconds(50), .arrive: .seconds(540),
            ])
        #expect(claimed.account(.claim)?.isStopped == true && claimed.account(.handle)?.isRunning == true)
        // They go on from there, and a second opening changes nothing.
        let again = try CaseStore(path: path, create: false)
        let fed = try again.act(
            .feedBack(nil), on: CaseNumber("20260301-BBBBBBB"), by: .anybody("王某"), note: "", at: now,
            under: SampleCase.scheme)
        #expect(fed.state == .pendingCheck)
        #expect(try again.list(.open).cases.count == 3)
    }
}
