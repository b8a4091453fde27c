import CaseBook
import Cases
import GRDB
import Media

/// Verdicts and modes as rows.
extension StoreUnit {
    func hits(_ query: HitQuery) throws -> [JudgedHit] {
        var (parts, arguments) = ([String](), StatementArguments())
        if let pair = query.pair {
            parts.append("camera = ? AND algorithm = ?")
            arguments += [pair.camera, pair.algorithm]
        }
        if let from = query.from {
            parts.append("hit_at >= ?")
            arguments += [from.milliseconds]
        }
        if query.isDecided {
            // The first is said twice so that the index of verdicts serves.
            parts.append("verdict IS NOT NULL AND verdict IN (?, ?)")
            arguments += StatementArguments(CaseVerdict.allCases.filter(\.isDecided).map(\.rawValue))
        }
        var sql = "SELECT camera, algorithm, grid_path, hit_at, verdict FROM case_file"
        if !parts.isEmpty { sql += " WHERE \(parts.joined(separator: " AND "))" }
        sql += " ORDER BY hit_at DESC, number DESC"
        if let limit = query.limit { sql += " LIMIT \(limit)" }
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map { row in
            let (path, verdict): (String, String?) = (row["grid_path"], row["verdict"])
            return JudgedHit(
                camera: row["camera"], algorithm: row["algorithm"],
                grid: path.split(separator: "/").last.map { String($0) },
                hitAt: WallTime(milliseconds: row["hit_at"]), verdict: verdict.flatMap { CaseVerdict(rawValue: $0) })
        }
    }

    func modeChanges(of pair: ModePair?, after line: Int64) throws -> [ModeChange] {
        var (condition, arguments) = ("line > ?", StatementArguments([line]))
        if let pair {
            condition = "camera = ? AND algorithm = ? AND line > ?"
            arguments = [pair.camera, pair.algorithm, line]
        }
        return try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM mode_event WHERE \(condition) ORDER BY line"),
            arguments: arguments
        ).map { try Self.change($0) }
    }

    private static func change(_ row: Row) throws -> ModeChange {
        let (from, to, cause): (String, String, String) = (row["from_mode"], row["to_mode"], row["cause"])
        guard let from = HitMode(rawValue: from), let to = HitMode(rawValue: to),
            let cause = ModeChange.Cause(rawValue: cause)
        else { throw StoreError.notRead("mode_event \(row["line"] as Int64)") }
        return ModeChange(
            sequence: row["line"], pair: ModePair(camera: row["camera"], algorithm: row["algorithm"]),
            at: WallTime(milliseconds: row["at"]), actor: row["actor"], from: from, to: to, cause: cause,
            figures: try KeptText.value(row["data"]), note: row["note"])
    }

    func append(_ change: ModeChange) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO mode_event (camera, algorithm, at, actor, from_mode, to_mode, cause, note, data)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            change.pair.camera, change.pair.algorithm, change.at.milliseconds, change.actor, change.from.rawValue,
            change.to.rawValue, change.cause.rawValue, change.note, try KeptText.json(change.figures),
        ])
    }
}
