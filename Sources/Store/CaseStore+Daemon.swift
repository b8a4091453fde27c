import Cases
import Foundation
import GRDB
import Media

/// What the daemon keeps of itself.
extension CaseStore {
    /// One life of the daemon.
    package struct Run: Hashable, Sendable {
        package let startedAt: WallTime
        /// It was alive then.
        package let seenAt: WallTime
        /// nil: it did not end in order.
        package let endedAt: WallTime?
    }

    /// Begins a life.
    ///
    /// - Returns: the one before, nil at the first.
    package func beginRun(at now: WallTime) throws(StoreError) -> Run? {
        try write { database -> Run? in
            let last = try Row.fetchOne(database, sql: "SELECT * FROM daemon_run ORDER BY id DESC LIMIT 1").map { row in
                let ended: Int64? = row["ended_at"]
                return Run(
                    startedAt: WallTime(milliseconds: row["started_at"]),
                    seenAt: WallTime(milliseconds: row["seen_at"]),
                    endedAt: ended.map { WallTime(milliseconds: $0) })
            }
            try database.execute(sql: "DELETE FROM daemon_run WHERE id <= (SELECT max(id) - 1000 FROM daemon_run)")
            try database.execute(
                sql: "INSERT INTO daemon_run (started_at, seen_at) VALUES (?, ?)",
                arguments: [now.milliseconds, now.milliseconds])
            return last
        }
    }

    /// Notes that the daemon is alive, or that it ends in order.
    package func noteRun(at now: WallTime, ends: Bool) throws(StoreError) {
        try write {
            try $0.execute(
                sql: """
                    UPDATE daemon_run SET seen_at = ?, ended_at = ? WHERE id = (SELECT max(id) FROM daemon_run)
                    """, arguments: [now.milliseconds, ends ? now.milliseconds : nil])
        }
    }

    /// The incidents that have not ended, by camera. One that fired was sustained as long as the daemon was alive.
    package func openIncidents(aliveUntil: WallTime?) throws(StoreError) -> [String: [IncidentTracker.Incident]] {
        let found = try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT incident.*, hit_at, started_at, x, y, width, height, measure, score FROM incident
                    JOIN hit ON hit.incident = incident.key WHERE phase <> 'ended' ORDER BY key, hit_at
                    """)
        }
        let byKey = Dictionary(grouping: found) { row -> String in row["key"] }
        let incidents = byKey.values.compactMap { Self.incident($0, aliveUntil: aliveUntil) }
        return Dictionary(grouping: incidents.sorted { $0.key < $1.key }, by: \.firstHit.camera)
    }

    private static func incident(_ rows: [Row], aliveUntil: WallTime?) -> IncidentTracker.Incident? {
        guard let row = rows.first, let last = rows.last else { return nil }
        let name: String = row["phase"]
        guard let phase = IncidentTracker.Phase(rawValue: name) else { return nil }
        func box(_ row: Row) -> Box { Box(x: row["x"], y: row["y"], width: row["width"], height: row["height"]) }
        let first = Hit(
            camera: row["camera"], algorithm: row["algorithm"], zone: row["zone"],
            startedAt: WallTime(milliseconds: row["started_at"]), hitAt: WallTime(milliseconds: row["hit_at"]),
            box: box(row), measure: row["measure"], score: row["score"])
        let noted = WallTime(milliseconds: row["sustained_at"])
        let sustained = phase == .firing ? max(noted, aliveUntil ?? noted) : noted
        return IncidentTracker.Incident(
            key: row["key"], firstHit: first, box: box(last), sustainedAt: sustained, phase: phase, hits: rows.count)
    }

    /// How many crashes in a row each camera was being decoded at, and which are set aside.
    package func crashes() throws(StoreError) -> [String: (inARow: Int, quarantinedAt: WallTime?)] {
        let rows = try read { try Row.fetchAll($0, sql: "SELECT * FROM crash") }
        return Dictionary(
            rows.map { row in
                let at: Int64? = row["quarantined_at"]
                return (row["camera"], (row["in_a_row"], at.map { WallTime(milliseconds: $0) }))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Replaces what is known of crashes.
    package func setCrashes(_ crashes: [String: (inARow: Int, quarantinedAt: WallTime?)]) throws(StoreError) {
        try write { database in
            try database.execute(sql: "DELETE FROM crash")
            for (camera, crash) in crashes {
                try database.execute(
                    sql: "INSERT INTO crash VALUES (?, ?, ?)",
                    arguments: [camera, crash.inARow, crash.quarantinedAt?.milliseconds])
            }
        }
    }

    /// The evidence that is kept: number, paths and whether the case still waits for somebody; the oldest first.
    package func keptEvidence() throws(StoreError) -> [(
        number: CaseNumber, paths: [String], at: WallTime, isOpen: Bool
    )] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT number, original, marked, hit_at, state FROM case_file
                    WHERE original IS NOT NULL OR marked IS NOT NULL ORDER BY hit_at, number
                    """
            ).map { row in
                let (original, marked, state): (String?, String?, String) = (
                    row["original"], row["marked"], row["state"]
                )
                return (
                    CaseNumber(row["number"]), [original, marked].compactMap(\.self),
                    WallTime(milliseconds: row["hit_at"]), !(CaseState(rawValue: state)?.isTerminal ?? false)
                )
            }
        }
    }

    /// Notes that a case's pictures were deleted, and why; its hash stays.
    package func noteEvidenceGone(_ number: CaseNumber, reason: String, at now: WallTime) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: "UPDATE case_file SET original = NULL, marked = NULL, missing = ? WHERE number = ?",
                arguments: [reason, number.description])
            let event = CaseEvent(
                sequence: 0, at: now, actor: CaseActor.system.name, content: .noted("evidence-gone"), note: reason)
            try Self.append(event, to: number.description, database)
        }
    }
}
