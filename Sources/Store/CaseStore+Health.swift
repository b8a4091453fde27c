import CaseBook
import GRDB
import Media

extension CaseStore {
    /// Keeps a change of a camera's health: one state ends, the next begins.
    package func keep(ended: HealthEvent?, began: HealthEvent) throws(StoreError) {
        try write { unit in
            try endHealth(of: began.camera, at: began.from, unit.database)
            try unit.database.execute(
                sql: """
                    INSERT INTO health_event (node, camera, state, from_at, reason_zh, reason_en)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    node, began.camera, began.state.rawValue, began.from.milliseconds, began.reason.zh, began.reason.en,
                ])
        }
    }

    /// A camera is watched no longer: whatever lasts ends.
    package func endHealth(of camera: String, at now: WallTime) throws(StoreError) {
        try write { try endHealth(of: camera, at: now, $0.database) }
    }

    /// The states of this node that last, by camera.
    package func lastingHealth() throws(StoreError) -> [String: HealthEvent] {
        let events = try read { try Self.health($0, "WHERE to_at IS NULL AND node = ?", [node]) }
        return Dictionary(events.map { ($0.camera, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The last states of all cameras, or of one, the newest first.
    package func health(of camera: String? = nil, limit: Int) throws(StoreError) -> [HealthEvent] {
        try read { database in
            camera == nil
                ? try Self.health(database, "ORDER BY from_at DESC, id DESC LIMIT ?", [limit])
                : try Self.health(
                    database, "WHERE camera = ? ORDER BY from_at DESC, id DESC LIMIT ?", [camera, limit])
        }
    }

    /// Forgets states that ended before a time.
    package func forgetHealth(before: WallTime) throws(StoreError) {
        try write {
            try $0.database.execute(
                sql: "DELETE FROM health_event WHERE to_at < ?", arguments: [before.milliseconds])
        }
    }

    private func endHealth(of camera: String, at now: WallTime, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE health_event SET to_at = max(from_at, ?) WHERE node = ? AND camera = ? AND to_at IS NULL",
            arguments: [now.milliseconds, node, camera])
    }

    private static func health(
        _ database: Database, _ rest: String, _ arguments: StatementArguments
    ) throws -> [HealthEvent] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM health_event \(rest)",
            arguments: arguments
        ).compactMap { row in
            let (name, to): (String, Int64?) = (row["state"], row["to_at"])
            guard let state = HealthState(rawValue: name) else { return nil }
            return HealthEvent(
                camera: row["camera"], state: state, from: WallTime(milliseconds: row["from_at"]),
                to: to.map { WallTime(milliseconds: $0) }, reason: Words(zh: row["reason_zh"], en: row["reason_en"]))
        }
    }
}
