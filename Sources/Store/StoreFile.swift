import CaseBook
import Foundation
import GRDB
import Media

/// What became of a store's file while it was open.
package enum StoreFileFault: String, CaseIterable, Sendable {
    case deleted, replaced, truncated

    package var words: Words {
        switch self {
        case .deleted: Words(zh: "案件库文件已被删除", en: "the store's file was deleted")
        case .replaced: Words(zh: "案件库文件已被另一文件替换", en: "the store's file was replaced by another")
        case .truncated: Words(zh: "案件库文件已被截断或覆盖", en: "the store's file was cut short or written over")
        }
    }
}

/// A store's file on the disk: whether this program can use it, and whether it is still the one that was opened.
final class StoreFile: @unchecked Sendable {
    // Sendable: the lock guards `longest` and the handle.

    enum Version: Equatable {
        /// There is nothing yet.
        case none
        /// It was written by an earlier version and is brought to this one when it is opened.
        case earlier
        case this
    }

    /// The number of the last migration.
    static let thisVersion = 6
    private static let beginning = Data("SQLite format 3\0".utf8)

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        return configuration
    }

    let path: String
    private let identity: [UInt64]
    private let lock = NSLock()
    private var longest: UInt64
    /// Kept as long as the store is open: whoever closes any descriptor of a file gives up all locks that his process has on
    /// it (fcntl(2)), SQLite's among them, and the next program to look at the store would take itself for the last and
    /// remove its log.
    private let handle: FileHandle?

    var folder: URL { URL(fileURLWithPath: path).deletingLastPathComponent() }

    init(path: String) {
        self.path = path
        let attributes = Self.attributes(path)
        (identity, longest) = (attributes?.identity ?? [], attributes?.size ?? 0)
        handle = FileHandle(forReadingAtPath: path)
    }

    /// What became of it since it was opened, or asked about last; nil: it is as it should be.
    func fault() -> StoreFileFault? {
        guard let now = Self.attributes(path) else { return .deleted }
        guard now.identity == identity else { return .replaced }
        return lock.withLock {
            defer { longest = max(longest, now.size) }
            return now.size < longest || head() != Self.beginning ? .truncated : nil
        }
    }

    private func head() -> Data? {
        guard let handle, (try? handle.seek(toOffset: 0)) != nil else { return nil }
        return try? handle.read(upToCount: Self.beginning.count)
    }

    private static func attributes(_ path: String) -> (identity: [UInt64], size: UInt64)? {
        guard let all = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
        func number(_ key: FileAttributeKey) -> UInt64 { (all[key] as? NSNumber)?.uint64Value ?? 0 }
        return ([number(.systemNumber), number(.systemFileNumber)], number(.size))
    }

    /// nil: it cannot be read.
    private static func head(_ path: String) -> Data? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        do {
            // An empty file has no bytes to give, and says so with nil.
            return try handle.read(upToCount: beginning.count) ?? Data()
        } catch {
            return nil
        }
    }

    /// Looks at a file without writing to it; not while this process has it open as a store.
    ///
    /// - Throws: where it is no store, a damaged one, or that of a later version.
    static func version(at path: String) throws(StoreError) -> Version {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .none }
        if isFolder.boolValue { throw .noStore(path) }
        guard let head = head(path) else { throw .notReadable(path) }
        if head.isEmpty { return .none }
        guard head == beginning else { throw .noStore(path) }
        var configuration = configuration
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { try version($0, path) }
        } catch {
            throw StoreError(error, place: path)
        }
    }

    private static func version(_ database: Database, _ path: String) throws -> Version {
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if tables == 0 { return .none }
        guard try database.tableExists("grdb_migrations") else { throw StoreError.noStore(path) }
        let done = Set(try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations"))
        let known = Set(Migrations.all.migrations)
        let number = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard done.isSubset(of: known), number <= thisVersion else { throw StoreError.laterVersion(path) }
        return done == known ? .this : .earlier
    }
}

extension CaseStore {
    /// What became of the store's file since it was opened, or asked about last; nil: it is as it should be. Costs a look
    /// at the folder.
    package func fileFault() -> StoreFileFault? { file.fault() }
}
