import CaseBook
import Cases
import GRDB
import Media

/// A unit of work in a transaction.
final class StoreUnit: LedgerUnit {
    let database: Database
    /// The machine for which it writes.
    let node: String
    /// Of all logs, those that it wrote.
    private(set) var lines: ClosedRange<Int64>?

    init(_ database: Database, node: String) { (self.database, self.node) = (database, node) }

    /// Does a part of the unit of work: where it throws, nothing of that part is kept.
    func part<Value>(_ body: () throws -> Value) throws -> Value {
        let before = lines
        var value: Value?
        do {
            try database.inSavepoint {
                value = try body()
                return .commit
            }
        } catch {
            lines = before
            throw error
        }
        guard let value else { preconditionFailure("a part that was done has its value") }
        return value
    }

    func mark() throws -> LedgerMark {
        LedgerMark(
            line: try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT max(rowid) FROM case_event")) ?? 0)
    }

    func cases(that took: CaseAction.Kind, since mark: LedgerMark) throws -> [CaseNumber] {
        try String.fetchAll(
            database, sql: "SELECT number FROM case_event WHERE rowid > ? AND kind = ? ORDER BY rowid",
            arguments: [mark.line, took.rawValue]
        ).map { CaseNumber($0) }
    }

    func due(until now: WallTime, limit: Int) throws -> [ReadCase] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM case_file WHERE due_at <= ? ORDER BY due_at, number LIMIT ?",
            arguments: [now.milliseconds, limit]
        ).map { KeptCase($0) }.read()
    }

    func nextDue() throws -> WallTime? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT min(due_at) FROM case_file WHERE due_at IS NOT NULL")
        )
        .map { WallTime(milliseconds: $0) }
    }

    func park(_ write: ParkedWrite) throws {
        try database.execute(
            sql: "INSERT INTO parked (at, kind, subject, content, reason) VALUES (?, ?, ?, ?, ?)",
            arguments: [write.at.milliseconds, write.kind, write.subject, write.content, write.reason])
    }

    func parked(limit: Int) throws -> [ParkedWrite] {
        try Row.fetchAll(database, sql: "SELECT * FROM parked ORDER BY id DESC LIMIT ?", arguments: [limit]).map {
            row in
            ParkedWrite(
                at: WallTime(milliseconds: row["at"]), kind: row["kind"], subject: row["subject"],
                content: row["content"], reason: row["reason"])
        }
    }

    /// - Parameter data: what was done, as JSON.
    func append(_ event: CaseEvent, _ data: String?, to number: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO case_event (number, sequence, at, actor, kind, note, data)
                SELECT ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ? FROM case_event WHERE number = ?
                """
        ).execute(
            arguments: [number, event.at.milliseconds, event.actor, event.kind, event.note, data, number])
        let line = database.lastInsertedRowID
        lines = (lines?.lowerBound ?? line)...line
    }
}
