import Cases
import Foundation
import GRDB
import Media

/// Cases and their logs as rows.
extension CaseStore {
    static func insert(_ hit: Hit, incident: String, _ database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO hit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            incident, hit.hitAt.milliseconds, hit.startedAt.milliseconds, hit.box.x, hit.box.y, hit.box.width,
            hit.box.height, hit.measure, hit.score,
        ])
    }

    static func insert(_ record: CaseRecord, dueAt: WallTime?, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO case_file (
                    number, incident, algorithm, camera, camera_name, zone, assignment, started_at, hit_at, ended_at,
                    x, y, width, height, measure, score, state, original, sha256, marked, missing, course, policy,
                    due_at
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            record.number.description, record.incident, record.algorithm, record.camera, record.cameraName,
            record.zone, try json(record.assignment), record.startedAt.milliseconds, record.hitAt.milliseconds,
            record.course.endedAt?.milliseconds, record.box.x, record.box.y, record.box.width, record.box.height,
            record.measure, record.score, record.state.rawValue, record.evidence.original, record.evidence.sha256,
            record.evidence.marked, record.evidence.missing, try json(record.course),
            try Policies.text(record.course.policy), dueAt?.milliseconds,
        ])
    }

    static func update(_ course: CaseCourse, of number: String, dueAt: WallTime?, _ database: Database) throws {
        try update(course, try json(course), of: number, dueAt: dueAt, database)
    }

    static func update(
        _ course: CaseCourse, _ json: String, of number: String, dueAt: WallTime?, _ database: Database
    ) throws {
        try database.cachedStatement(
            sql: "UPDATE case_file SET state = ?, ended_at = ?, course = ?, due_at = ? WHERE number = ?"
        ).execute(
            arguments: [
                course.state.rawValue, course.endedAt?.milliseconds, json, dueAt?.milliseconds, number,
            ])
    }

    static func append(_ event: CaseEvent, to number: String, _ database: Database) throws {
        try append(event, try data(of: event), to: number, database)
    }

    /// - Parameter data: what was done, as JSON.
    static func append(_ event: CaseEvent, _ data: String?, to number: String, _ database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO case_event (number, sequence, at, actor, kind, note, data)
                SELECT ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ? FROM case_event WHERE number = ?
                """
        ).execute(
            arguments: [number, event.at.milliseconds, event.actor, event.kind, event.note, data, number])
    }

    static func data(of event: CaseEvent) throws -> String? {
        switch event.content {
        case .opened(let opening): try json(opening)
        case .took(let action): try json(action)
        case .takenOver(let course): try json(course)
        case .noted: nil
        }
    }

    static func find(incident: String, _ database: Database) throws -> CaseRecord? {
        try Row.fetchOne(database, sql: "SELECT * FROM case_file WHERE incident = ?", arguments: [incident])
            .map { try record($0) }
    }

    static func find(_ number: CaseNumber, _ database: Database) throws -> CaseRecord? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM case_file WHERE number = ?", arguments: [number.description]
        ).map { try record($0) }
    }

    static func log(_ number: CaseNumber, _ database: Database) throws -> [CaseEvent] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM case_event WHERE number = ? ORDER BY sequence",
            arguments: [number.description]
        ).map { row in
            CaseEvent(
                sequence: row["sequence"], at: WallTime(milliseconds: row["at"]), actor: row["actor"],
                content: try content(row), note: row["note"])
        }
    }

    private static func content(_ row: Row) throws -> CaseEvent.Content {
        let kind: String = row["kind"]
        guard let data: String = row["data"] else { return .noted(kind) }
        switch kind {
        case "opened": return .opened(try value(data))
        case "taken-over": return .takenOver(try value(data))
        default: return .took(try value(data))
        }
    }

    static func record(_ row: Row) throws -> CaseRecord { try KeptCase(row).record() }

    static func assignment(_ row: Row) throws -> Dispatcher.Assignment { try value(row["assignment"]) }

    static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(text.utf8)) } catch {
            throw StoreError(
                reason: "what a case came to cannot be read (\(error))", place: "store",
                advice: "This store was written by a newer Piculet: use that one.")
        }
    }
}
