import Cases
import Foundation
import GRDB
import Media

/// The store (SQLite): WAL, `synchronous=FULL`, each change in one transaction that is durable when the call returns.
///
/// A killed process loses nothing that was told; a power cut neither, as far as the disk keeps its word on fsync.
package final class CaseStore: Sendable {
    private let queue: DatabaseQueue
    /// Where evidence paths begin.
    package let folder: URL

    /// Opens a store; makes it where there is none and `create` says so.
    package init(path: String, create: Bool) throws(StoreError) {
        let url = URL(fileURLWithPath: path)
        folder = url.deletingLastPathComponent()
        guard create || FileManager.default.fileExists(atPath: path) else {
            throw StoreError(
                reason: "there is no store", place: path,
                advice: "Give the store with --store, or make one with 'piculet replay --output DIR'.")
        }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Migrations.all.migrate(queue)
        } catch {
            throw StoreError(error, place: path)
        }
    }

    /// Opens a case with its incident, its first hit and its log; a second time changes nothing.
    ///
    /// - Returns: the case as it is kept.
    package func open(
        _ record: CaseRecord, log: [CaseEvent], hit: Hit, calendars: CalendarBook
    ) throws(StoreError) -> CaseRecord {
        try write { database in
            if let known = try Self.find(incident: record.incident, database) { return known }
            try database.execute(
                sql: "INSERT OR IGNORE INTO incident VALUES (?, ?, ?, ?, 'firing', ?)",
                arguments: [
                    record.incident, record.camera, record.algorithm, record.zone, hit.hitAt.milliseconds,
                ])
            try Self.insert(hit, incident: record.incident, database)
            try Self.insert(record, dueAt: record.course.nextDue(calendars)?.at, database)
            for event in log { try Self.append(event, to: record.number.description, database) }
            return record
        }
    }

    package func note(_ hit: Hit, incident: String) throws(StoreError) {
        try write { try Self.insert(hit, incident: incident, $0) }
    }

    package func turn(_ incident: IncidentTracker.Incident) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: "UPDATE incident SET phase = ?, sustained_at = ? WHERE key = ?",
                arguments: [incident.phase.rawValue, incident.sustainedAt.milliseconds, incident.key])
        }
    }

    /// All cases, the oldest discovery first.
    package func cases() throws(StoreError) -> [CaseRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM case_file ORDER BY started_at, number").map { KeptCase($0) }
                .records()
        }
    }

    /// The cases that wait for somebody, the oldest discovery first.
    package func openCases() throws(StoreError) -> [CaseRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM case_file WHERE ended_at IS NULL ORDER BY started_at, number"
            ).map { KeptCase($0) }.records()
        }
    }

    /// How many hits are kept, of all incidents.
    package func hitCount() throws(StoreError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM hit") ?? 0 }
    }

    /// Changes when another connection, such as `piculet case`, wrote the store.
    package func dataVersion() throws(StoreError) -> Int {
        try read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }

    /// The cases of which the log has grown, and how far it goes now.
    ///
    /// - Parameter mark: as it was told the last time; 0: all of them.
    package func changed(since mark: Int64) throws(StoreError) -> (cases: [CaseRecord], mark: Int64) {
        try read { database in
            let now = try Int64.fetchOne(database, sql: "SELECT coalesce(max(rowid), 0) FROM case_event") ?? 0
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM case_file WHERE number IN (SELECT number FROM case_event WHERE rowid > ?)",
                arguments: [mark])
            return (try rows.map { KeptCase($0) }.records(), now)
        }
    }

    /// Where a picture's path leads: paths are relative to the store's folder, or whole.
    package func locate(_ path: String) -> URL { URL(fileURLWithPath: path, relativeTo: folder) }

    /// One case with its log.
    package func find(_ number: CaseNumber) throws(StoreError) -> (record: CaseRecord, log: [CaseEvent])? {
        try read { database in
            guard let record = try Self.find(number, database) else { return nil }
            return (record, try Self.log(number, database))
        }
    }

    /// What a replay wrote here: the inputs, and whether it came to its end; nil when no replay did.
    package func replay() throws(StoreError) -> (inputs: String, finished: Bool)? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM replay").map { ($0["inputs"], $0["finished"]) }
        }
    }

    /// Whether nothing was ever kept here: a program that made the store ended before it wrote anything.
    package func isUnused() throws(StoreError) -> Bool {
        try read { database in
            try ["replay", "incident", "daemon_run"].allSatisfy { table in
                try !(Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false)
            }
        }
    }

    package func beginReplay(inputs: String) throws(StoreError) {
        try write { database in
            try database.execute(sql: "DELETE FROM replay")
            try database.execute(sql: "INSERT INTO replay VALUES (?, 0)", arguments: [inputs])
        }
    }

    package func finishReplay() throws(StoreError) {
        try write { try $0.execute(sql: "UPDATE replay SET finished = 1") }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try queue.writeWithoutTransaction { database in
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try body(database)
                    return .commit
                }
                guard let value else { preconditionFailure("a committed transaction has its value") }
                return value
            }
        } catch {
            throw StoreError(error, place: queue.path)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try queue.read(body) } catch { throw StoreError(error, place: queue.path) }
    }
}
