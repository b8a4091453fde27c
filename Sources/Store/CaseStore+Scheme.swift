import Cases
import Foundation
import GRDB

/// By what the cases of a store go: kept with them, so that whoever acts beside the daemon goes by the same.
extension CaseStore {
    /// Takes a scheme over; its calendar is kept for ever, for clocks go by the version that they were started on.
    ///
    /// - Returns: the scheme with every calendar that was ever in force.
    /// - Throws: `StoreError` where a calendar of that version is kept that says something else.
    package func adopt(_ scheme: CaseScheme) throws(StoreError) -> CaseScheme {
        try write { database in
            let current = scheme.calendars.current
            let text = try Self.json(current)
            let kept = try String.fetchOne(
                database, sql: "SELECT data FROM calendar WHERE version = ?", arguments: [current.version])
            if let kept, try Self.value(kept) as WorkCalendar != current {
                throw StoreError(
                    reason: "the calendar '\(current.version)' says something else than when it came into force",
                    place: "cases.calendar", advice: "Give the changed calendar another version.")
            }
            try database.execute(
                sql: "INSERT OR IGNORE INTO calendar VALUES (?, ?)", arguments: [current.version, text])
            try database.execute(
                sql: "INSERT OR REPLACE INTO scheme VALUES (1, ?)", arguments: [try Self.json(scheme)])
            return scheme.keeping(try Self.calendars(database))
        }
    }

    /// The scheme in force; nil: none was ever taken over.
    package func scheme() throws(StoreError) -> CaseScheme? {
        try read { database in
            guard let text = try String.fetchOne(database, sql: "SELECT data FROM scheme") else { return nil }
            let scheme: CaseScheme = try Self.value(text)
            return scheme.keeping(try Self.calendars(database))
        }
    }

    private static func calendars(_ database: Database) throws -> [WorkCalendar] {
        try String.fetchAll(database, sql: "SELECT data FROM calendar").map { try value($0) }
    }
}
