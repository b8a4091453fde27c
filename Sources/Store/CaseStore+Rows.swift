import Cases
import Foundation
import GRDB
import Media

extension CaseStore {
    static func insert(_ hit: Hit, incident: String, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO hit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                incident, hit.hitAt.milliseconds, hit.startedAt.milliseconds, hit.box.x, hit.box.y, hit.box.width,
                hit.box.height, hit.measure, hit.score,
            ])
    }

    static func insert(_ record: CaseRecord, _ database: Database) throws {
        let assignment = String(decoding: try JSONEncoder().encode(record.assignment), as: UTF8.self)
        try database.execute(
            sql: """
                INSERT INTO case_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.number.description, record.incident, record.algorithm, record.camera, record.cameraName,
                record.zone, assignment, record.startedAt.milliseconds, record.hitAt.milliseconds, record.box.x,
                record.box.y, record.box.width, record.box.height, record.measure, record.score,
                record.state.rawValue, record.evidence.original, record.evidence.sha256, record.evidence.marked,
                record.evidence.missing,
            ])
    }

    static func append(
        _ kind: String, _ note: String, by actor: String, at: WallTime, to number: CaseNumber, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO case_event
                SELECT ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ? FROM case_event WHERE number = ?
                """,
            arguments: [number.description, at.milliseconds, actor, kind, note, number.description])
    }

    static func find(incident: String, _ database: Database) throws -> CaseRecord? {
        try Row.fetchOne(database, sql: "SELECT * FROM case_file WHERE incident = ?", arguments: [incident])
            .map { try record($0) }
    }

    static func log(_ number: CaseNumber, _ database: Database) throws -> [CaseEvent] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM case_event WHERE number = ? ORDER BY sequence",
            arguments: [number.description]
        ).map { row in
            CaseEvent(
                sequence: row["sequence"], at: WallTime(milliseconds: row["at"]), actor: row["actor"],
                kind: row["kind"], note: row["note"])
        }
    }

    static func record(_ row: Row) throws -> CaseRecord {
        let assignment: String = row["assignment"]
        let stateName: String = row["state"]
        guard let state = CaseState(rawValue: stateName) else {
            throw StoreError(
                reason: "a case has the unknown state '\(stateName)'", place: "store",
                advice: "This store was written by a newer Piculet: use that one.")
        }
        let ended: Int64? = row["ended_at"]
        return CaseRecord(
            number: CaseNumber(row["number"]), incident: row["incident"], algorithm: row["algorithm"],
            camera: row["camera"], cameraName: row["camera_name"], zone: row["zone"],
            assignment: try JSONDecoder().decode(Dispatcher.Assignment.self, from: Data(assignment.utf8)),
            startedAt: WallTime(milliseconds: row["started_at"]), hitAt: WallTime(milliseconds: row["hit_at"]),
            box: Box(x: row["x"], y: row["y"], width: row["width"], height: row["height"]), measure: row["measure"],
            score: row["score"], state: state,
            evidence: Evidence(
                original: row["original"], sha256: row["sha256"], marked: row["marked"], missing: row["missing"]),
            endedAt: ended.map { WallTime(milliseconds: $0) })
    }
}
