import CaseBook
import Cases
import Foundation
import GRDB

/// Fills the columns that cases can be asked by, from what is kept of them as JSON.
enum ColumnMigration {
    static func run(_ database: Database) throws {
        let kept = try Row.fetchAll(database, sql: "SELECT * FROM case_file").map { KeptCase($0) }.read()
        // One that cannot be read is set aside by whoever reads it.
        let records = kept.compactMap { try? $0.record.get() }
        let claimants = try claimants(database)
        for var record in records {
            let number = record.number.description
            if let name = claimants[number], record.course.claimedBy == nil {
                record.course = record.course.claimed(by: name)
                try database.execute(
                    sql: "UPDATE case_file SET course = ? WHERE number = ?",
                    arguments: [try KeptText.json(record.course), number])
            }
            let now = CaseColumns(record.course)
            try database.cachedStatement(
                sql: "UPDATE case_file SET started_at = ?, lead = ?, person = ?, grid_path = ? WHERE number = ?"
            ).execute(arguments: [
                now.startedAt.milliseconds, now.lead, now.person, CaseColumns.gridPath(record.grids), number,
            ])
        }
        try keepAfterPictures(database)
        try endIncidents(of: records, database)
    }

    /// By case: whoever took it, and did not give it back.
    private static func claimants(_ database: Database) throws -> [String: String] {
        let lines = try Row.fetchAll(
            database,
            sql: """
                SELECT number, kind, actor FROM case_event WHERE kind IN ('claim', 'return', 'dispatch') ORDER BY rowid
                """)
        return lines.reduce(into: [:]) { claimants, line in
            let (number, kind, actor): (String, String, String) = (line["number"], line["kind"], line["actor"])
            claimants[number] = kind == "claim" ? actor : nil
        }
    }

    /// Every picture that was ever fed back lies somewhere.
    private static func keepAfterPictures(_ database: Database) throws {
        let lines = try Row.fetchAll(
            database,
            sql: "SELECT number, data FROM case_event WHERE kind = 'feedback' AND data IS NOT NULL ORDER BY rowid")
        var paths: [String: [String]] = [:]
        for line in lines {
            guard let action: CaseAction = try? KeptText.value(line["data"]), case .feedBack(let picture?) = action
            else {
                continue
            }
            paths[line["number"], default: []].append(picture.path)
        }
        for (number, paths) in paths {
            try database.execute(
                sql: "UPDATE case_file SET after_pictures = ? WHERE number = ?",
                arguments: [paths.joined(separator: "\n"), number])
        }
    }

    /// What still stands where a case was closed is another.
    private static func endIncidents(of records: [CaseRecord], _ database: Database) throws {
        let closed = Set(records.filter { $0.state == .closed }.map(\.number.description))
        for record in records
        where closed.contains(record.number.description)
            || record.state == .merged && record.course.merging.map({ closed.contains($0.into) }) ?? false
        {
            try database.execute(
                sql: "UPDATE incident SET phase = 'ended' WHERE key = ?", arguments: [record.incident])
        }
    }
}
