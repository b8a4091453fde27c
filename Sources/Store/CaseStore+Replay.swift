import CaseBook
import GRDB

/// What a replay notes of itself.
extension CaseStore {
    /// What a replay wrote here: the inputs, and whether it came to its end; nil when no replay did.
    package func replay() throws(StoreError) -> (inputs: String, finished: Bool)? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM replay").map { ($0["inputs"], $0["finished"]) }
        }
    }

    /// Whether nothing was ever kept here: a program that made the store ended before it wrote anything.
    package func isUnused() throws(StoreError) -> Bool {
        try read { database in
            try ["replay", "incident", "daemon_run"].allSatisfy { table in
                try !(Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false)
            }
        }
    }

    package func beginReplay(inputs: String) throws(StoreError) {
        try write { unit in
            try unit.database.execute(sql: "DELETE FROM replay")
            try unit.database.execute(sql: "INSERT INTO replay VALUES (?, 0)", arguments: [inputs])
        }
    }

    package func finishReplay() throws(StoreError) {
        try write { try $0.database.execute(sql: "UPDATE replay SET finished = 1") }
    }
}
