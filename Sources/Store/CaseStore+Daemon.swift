import CaseBook
import Cases
import GRDB
import Media

/// What the daemon of a node keeps of itself.
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
        try write { unit -> Run? in
            let database = unit.database
            let last = try Row.fetchOne(
                database, sql: "SELECT * FROM daemon_run WHERE node = ? ORDER BY id DESC LIMIT 1", arguments: [node]
            ).map { row in
                let ended: Int64? = row["ended_at"]
                return Run(
                    startedAt: WallTime(milliseconds: row["started_at"]),
                    seenAt: WallTime(milliseconds: row["seen_at"]),
                    endedAt: ended.map { WallTime(milliseconds: $0) })
            }
            try database.execute(sql: "DELETE FROM daemon_run WHERE id <= (SELECT max(id) - 1000 FROM daemon_run)")
            try database.execute(
                sql: "INSERT INTO daemon_run (node, started_at, seen_at) VALUES (?, ?, ?)",
                arguments: [node, now.milliseconds, now.milliseconds])
            return last
        }
    }

    /// Notes that the daemon is alive, or that it ends in order.
    package func noteRun(at now: WallTime, ends: Bool) throws(StoreError) {
        try write {
            try $0.database.execute(
                sql: """
                    UPDATE daemon_run SET seen_at = ?, ended_at = ?
                    WHERE id = (SELECT max(id) FROM daemon_run WHERE node = ?)
                    """, arguments: [now.milliseconds, ends ? now.milliseconds : nil, node])
        }
    }

    /// How often in a row a camera was being read or decoded when the program crashed.
    package struct CrashCount: Hashable, Sendable {
        package let inARow: Int
        /// nil: it is watched all the same.
        package let quarantinedAt: WallTime?
        /// The source as it was configured then, without its secrets; nil: not known.
        package let source: String?

        package init(inARow: Int, quarantinedAt: WallTime?, source: String?) {
            (self.inARow, self.quarantinedAt, self.source) = (inARow, quarantinedAt, source)
        }
    }

    /// By camera.
    package func crashes() throws(StoreError) -> [String: CrashCount] {
        let rows = try read { try Row.fetchAll($0, sql: "SELECT * FROM crash WHERE node = ?", arguments: [node]) }
        return Dictionary(
            rows.map { row in
                let at: Int64? = row["quarantined_at"]
                let count = CrashCount(
                    inARow: row["in_a_row"], quarantinedAt: at.map { WallTime(milliseconds: $0) },
                    source: row["source"])
                return (row["camera"], count)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Replaces what is known of crashes.
    package func setCrashes(_ crashes: [String: CrashCount]) throws(StoreError) {
        try write { unit in
            try unit.database.execute(sql: "DELETE FROM crash WHERE node = ?", arguments: [node])
            for (camera, crash) in crashes {
                try unit.database.execute(
                    sql: "INSERT INTO crash (node, camera, in_a_row, quarantined_at, source) VALUES (?, ?, ?, ?, ?)",
                    arguments: [node, camera, crash.inARow, crash.quarantinedAt?.milliseconds, crash.source])
            }
        }
    }
}
