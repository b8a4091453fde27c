import GRDB
import Media

/// States of cameras as rows.
extension StoreUnit {
    func begin(_ state: HealthEvent) throws {
        try endHealth(of: state.camera, at: state.from)
        try database.cachedStatement(
            sql: """
                INSERT INTO health_event (node, camera, state, from_at, reason_zh, reason_en)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            node, state.camera, state.state.rawValue, state.from.milliseconds, state.reason.zh, state.reason.en,
        ])
    }

    func endHealth(of camera: String, at now: WallTime) throws {
        try database.cachedStatement(
            sql: "UPDATE health_event SET to_at = max(from_at, ?) WHERE node = ? AND camera = ? AND to_at IS NULL"
        ).execute(arguments: [now.milliseconds, node, camera])
    }

    func health(of camera: String?, limit: Int) throws -> [HealthEvent] {
        camera == nil
            ? try Self.health(database, "ORDER BY from_at DESC, id DESC LIMIT ?", [limit])
            : try Self.health(database, "WHERE camera = ? ORDER BY from_at DESC, id DESC LIMIT ?", [camera, limit])
    }

    static func health(_ database: Database, _ rest: String, _ arguments: StatementArguments) throws -> [HealthEvent] {
        try Row.fetchAll(database, sql: "SELECT * FROM health_event \(rest)", arguments: arguments).compactMap { row in
            let (name, to): (String, Int64?) = (row["state"], row["to_at"])
            guard let state = HealthState(rawValue: name) else { return nil }
            return HealthEvent(
                camera: row["camera"], state: state, from: WallTime(milliseconds: row["from_at"]),
                to: to.map { WallTime(milliseconds: $0) }, reason: Words(zh: row["reason_zh"], en: row["reason_en"]))
        }
    }
}
