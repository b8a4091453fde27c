import CaseBook
import Cases
import Foundation
import GRDB
import Media

/// By what the cases of a store go: kept with them, so that whoever acts beside the daemon goes by the same.
extension CaseStore {
    /// Takes a scheme over; its calendar is kept for ever, for clocks go by the version that they were started on.
    ///
    /// - Returns: the scheme with every calendar that was ever in force.
    /// - Throws: `StoreError` where a calendar of that version is kept that says something else.
    package func adopt(_ scheme: CaseScheme) throws(StoreError) -> CaseScheme {
        try write { unit in
            let database = unit.database
            let current = scheme.calendars.current
            let text = try KeptText.json(current)
            let kept = try String.fetchOne(
                database, sql: "SELECT data FROM calendar WHERE version = ?", arguments: [current.version])
            if let kept, try KeptText.value(kept) as WorkCalendar != current {
                throw StoreError(
                    reason: Words(
                        zh: "日历 '\(current.version)' 的内容与生效时不同",
                        en: "the calendar '\(current.version)' says something else than when it came into force"),
                    place: "cases.calendar",
                    advice: Words(zh: "请给改过的日历另一个版本号", en: "Give the changed calendar another version"))
            }
            try database.execute(
                sql: "INSERT OR IGNORE INTO calendar VALUES (?, ?)", arguments: [current.version, text])
            try database.execute(
                sql: "INSERT OR REPLACE INTO scheme VALUES (1, ?)", arguments: [try KeptText.json(scheme)])
            return scheme.keeping(try Self.calendars(database))
        }
    }

    /// The scheme in force; nil: none was ever taken over.
    package func scheme() throws(StoreError) -> CaseScheme? {
        try read { database in
            guard let text = try String.fetchOne(database, sql: "SELECT data FROM scheme") else { return nil }
            let scheme: CaseScheme = try KeptText.value(text)
            return scheme.keeping(try Self.calendars(database))
        }
    }

    /// Where evidence goes, after-pictures too.
    package func evidenceFolder() throws(StoreError) -> URL {
        let kept = try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = 'evidence'") }
        return locate(kept ?? "evidence")
    }

    /// Takes over where evidence goes, so that whoever acts beside the daemon puts it there too. A folder within the
    /// store's is kept as such: the two can be moved together.
    package func keepEvidenceFolder(_ url: URL) throws(StoreError) {
        let path = relative(url)
        try write {
            try $0.database.execute(
                sql: "INSERT OR REPLACE INTO setting VALUES ('evidence', ?)", arguments: [path])
        }
    }

    private static func calendars(_ database: Database) throws -> [WorkCalendar] {
        try String.fetchAll(database, sql: "SELECT data FROM calendar").map { try KeptText.value($0) }
    }
}
