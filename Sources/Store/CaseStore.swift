import CaseBook
import Cases
import Foundation
import GRDB
import Media

/// The ledger in a file (SQLite): WAL, `synchronous=FULL`, each unit of work durable when the call returns.
///
/// A killed process loses nothing that was told; a power cut neither, as far as the disk keeps its word on fsync.
package final class CaseStore: CaseLedger {
    /// The file that was opened.
    let file: StoreFile
    private let queue: DatabaseQueue
    private let own = OwnLines()
    /// This machine's name, where several write one store.
    let node = onlyNode
    static let onlyNode = "main"

    /// Where evidence paths begin.
    package var folder: URL { file.folder }

    /// Opens a store; makes it where there is none and `create` says so. One of an earlier version is brought to this one;
    /// one of a later version is never written to.
    ///
    /// - Parameter daemon: the process that runs on a store at a path, if another one does: under it nothing is brought to
    ///   another version.
    package init(
        path: String, create: Bool, unlessRunning daemon: (String) -> Int32? = { _ in nil }
    ) throws(StoreError) {
        guard create || FileManager.default.fileExists(atPath: path) else {
            throw StoreError(
                reason: Words(zh: "没有案件库", en: "there is no store"), place: path,
                advice: Words(
                    zh: "用 --store 指定案件库，或用 'piculet replay --output DIR' 生成",
                    en: "Give the store with --store, or make one with 'piculet replay --output DIR'"))
        }
        if try StoreFile.version(at: path) == .earlier, let process = daemon(path) {
            throw .migrationUnderDaemon(path, process: process)
        }
        var configuration = StoreFile.configuration
        configuration.prepareDatabase { database in
            // Fewer, larger checkpoints: each syncs the whole file.
            try database.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Migrations.all.migrate(queue)
        } catch {
            throw StoreError(error, place: path)
        }
        file = StoreFile(path: path)
    }

    package func transact<Value>(_ body: (any LedgerUnit) throws -> Value) throws(StoreError) -> Value {
        try write { try body($0) }
    }

    package func transact<Value>(
        each bodies: [(any LedgerUnit) throws -> Value]
    ) throws(StoreError) -> [Result<Value, StoreError>] {
        try write { unit in
            try bodies.map { body in
                do { return .success(try unit.part { try body(unit) }) } catch {
                    let told = StoreError(error, place: file.path)
                    guard told.outlook == .never else { throw told }
                    return .failure(told)
                }
            }
        }
    }

    package func look<Value>(_ body: (any LedgerView) throws -> Value) throws(StoreError) -> Value {
        try read { try body(StoreUnit($0, node: node)) }
    }

    package func changed(since mark: LedgerMark) throws(StoreError) -> (changes: CaseListing, mark: LedgerMark) {
        try read { database in
            let now = try StoreUnit(database, node: node).mark()
            let gaps = own.gaps(after: mark.line, upTo: now.line)
            guard !gaps.isEmpty else { return (.none, now) }
            var numbers: Set<String> = []
            for gap in gaps {
                numbers.formUnion(
                    try String.fetchAll(
                        database, sql: "SELECT number FROM case_event WHERE rowid BETWEEN ? AND ?",
                        arguments: [gap.lowerBound, gap.upperBound]))
            }
            let rows = try numbers.sorted().compactMap { number in
                try Row.fetchOne(database, sql: "SELECT * FROM case_file WHERE number = ?", arguments: [number])
                    .map { KeptCase($0) }
            }
            let listing = CaseListing(rows.read())
            let inOrder = listing.cases.sorted {
                ($0.startedAt, $0.number.description) < ($1.startedAt, $1.number.description)
            }
            return (CaseListing(cases: inOrder, aside: listing.aside), now)
        }
    }

    /// How many hits are kept, of all incidents.
    package func hitCount() throws(StoreError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM hit") ?? 0 }
    }

    /// Where a picture's path leads: paths are relative to the store's folder, or whole.
    package func locate(_ path: String) -> URL { URL(fileURLWithPath: path, relativeTo: folder) }

    /// The path under which a picture is kept: relative to the store's folder where it lies within, else whole.
    package func relative(_ url: URL) -> String {
        let (inside, whole) = (folder.standardizedFileURL.path + "/", url.standardizedFileURL.path)
        return whole.hasPrefix(inside) ? String(whole.dropFirst(inside.count)) : whole
    }

    /// Copies all that this connection still holds into a fresh store, where the file itself was lost.
    package func rescue(to path: String) throws(StoreError) {
        do { try queue.backup(to: try DatabaseQueue(path: path)) } catch {
            throw StoreError(error, place: path)
        }
    }

    func write<Value>(_ body: (StoreUnit) throws -> Value) throws(StoreError) -> Value {
        do {
            return try queue.writeWithoutTransaction { database in
                let unit = StoreUnit(database, node: node)
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try body(unit)
                    return .commit
                }
                if let lines = unit.lines { own.add(lines) }
                guard let value else { preconditionFailure("a committed transaction has its value") }
                return value
            }
        } catch {
            throw StoreError(error, place: file.path)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try queue.read(body) } catch { throw StoreError(error, place: file.path) }
    }
}
