import CaseBook
import Cases
import GRDB
import Media

/// Incidents and their hits as rows.
extension StoreUnit {
    func insert(_ incident: IncidentTracker.Incident) throws {
        let hit = incident.firstHit
        try database.cachedStatement(
            sql: """
                INSERT INTO incident (key, camera, algorithm, zone, phase, sustained_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (key) DO NOTHING
                """
        ).execute(arguments: [
            incident.key, hit.camera, hit.algorithm, hit.zone, incident.phase.rawValue,
            incident.sustainedAt.milliseconds,
        ])
        try insert(hit, incident: incident.key)
    }

    func insert(_ hit: Hit, incident: String) throws {
        // Another conflict than a second of the same moment is a mistake that is told.
        try database.cachedStatement(
            sql: """
                INSERT INTO hit (incident, hit_at, started_at, x, y, width, height, measure, score, extent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (incident, hit_at) DO NOTHING
                """
        ).execute(arguments: [
            incident, hit.hitAt.milliseconds, hit.startedAt.milliseconds, hit.box.x, hit.box.y, hit.box.width,
            hit.box.height, hit.measure, hit.score, try hit.extent.map { try KeptText.json($0) },
        ])
    }

    func turn(_ incident: String, to phase: IncidentTracker.Phase, sustainedAt: WallTime) throws {
        try database.execute(
            sql: "UPDATE incident SET phase = ?, sustained_at = ? WHERE key = ? AND phase <> 'ended'",
            arguments: [phase.rawValue, sustainedAt.milliseconds, incident])
    }

    func end(_ incident: String) throws {
        try database.execute(sql: "UPDATE incident SET phase = 'ended' WHERE key = ?", arguments: [incident])
    }

    func openIncidents() throws -> [IncidentTracker.Incident] {
        let found = try Row.fetchAll(
            database,
            sql: """
                SELECT incident.*, hit_at, started_at, x, y, width, height, measure, score, extent FROM incident
                JOIN hit ON hit.incident = incident.key WHERE phase <> 'ended' ORDER BY key, hit_at
                """)
        return try Dictionary(grouping: found) { row -> String in row["key"] }.values.compactMap {
            try Self.incident($0)
        }
    }

    private static func incident(_ rows: [Row]) throws -> IncidentTracker.Incident? {
        guard let row = rows.first, let last = rows.last else { return nil }
        let name: String = row["phase"]
        guard let phase = IncidentTracker.Phase(rawValue: name) else { return nil }
        func box(_ row: Row) -> Box { Box(x: row["x"], y: row["y"], width: row["width"], height: row["height"]) }
        let extent: String? = row["extent"]
        let first = Hit(
            camera: row["camera"], algorithm: row["algorithm"], zone: row["zone"],
            startedAt: WallTime(milliseconds: row["started_at"]), hitAt: WallTime(milliseconds: row["hit_at"]),
            box: box(row), measure: row["measure"], score: row["score"],
            extent: try extent.map { try KeptText.value($0) })
        return IncidentTracker.Incident(
            key: row["key"], firstHit: first, box: box(last), sustainedAt: WallTime(milliseconds: row["sustained_at"]),
            phase: phase, hits: rows.count)
    }
}
