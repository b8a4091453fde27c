import CaseBook
import Cases
import Foundation
import GRDB
import Media
import Store
import TestSupport
import Testing

/// The file of a store: of another version, broken, taken, or gone.
@Suite struct StoreFileTests {
    private let path: String

    init() throws { path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path }

    private func words(_ body: () throws -> Void) -> (en: String, zh: String, outlook: StoreError.Outlook)? {
        do { try body() } catch let error as StoreError {
            return (error.description, error.words.zh, error.outlook)
        } catch { return nil }
        return nil
    }

    private func open() throws { _ = try CaseStore(path: path, create: false) }

    private func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private static let later =
        "a later version of Piculet wrote this store, and this one leaves it as it is. Use that version."

    @Test func `another program that looks at an open store leaves its log where it is`() throws {
        let store = try CaseStore(path: path, create: true)
        let first = SampleCase()
        _ = try store.open(first.intake, evidence: first.evidence, under: SampleCase.scheme)
        #expect(store.fileFault() == nil && store.fileFault() == nil)
        #expect(try beside("SELECT count(*) FROM case_file") == "1")
        #expect(FileManager.default.fileExists(atPath: path + "-wal"), "the other one took itself for the last")
        // And what is kept from now on reaches others.
        let second = SampleCase(1000)
        _ = try store.open(second.intake, evidence: second.evidence, under: SampleCase.scheme)
        #expect(try beside("SELECT count(*) FROM case_file") == "2")
    }

    /// What a program of its own is told.
    private func beside(_ sql: String) throws -> String {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", path, sql]
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test(arguments: ["PRAGMA user_version = 7", "INSERT INTO grdb_migrations VALUES ('7 outbox')"])
    func `a store of a later version is left as it is`(sql: String) throws {
        do { _ = try CaseStore(path: path, create: true) }
        // As that version might keep it: without a log of its own.
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
        try change(sql)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let found = words(open)
        #expect(found?.en == "\(path): \(Self.later)" && found?.outlook == .storeFails)
        #expect(found?.zh == "\(path)：案件库由更新版本的 Piculet 写成，本程序不会改动它。请使用该版本。")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test func `a store is not brought to another version under a daemon that runs on it`() throws {
        try FileManager.default.copyItem(at: LifeCycleStoreTests.file, to: URL(fileURLWithPath: path))
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let found = words { _ = try CaseStore(path: path, create: false, unlessRunning: { _ in 4711 }) }
        #expect(
            found?.en
                == "\(path): an earlier version wrote this store, and a piculet of it (process 4711) is running on it. "
                + "Restart that one with this version first: it brings the store up to date.")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        try open()
        // Once it is of this version both may use it.
        _ = try CaseStore(path: path, create: false, unlessRunning: { _ in 4711 })
    }

    /// Whoever is killed in the first milliseconds of a new store leaves this.
    @Test func `a file without a byte becomes a store`() throws {
        let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        #expect(try CaseStore(path: path, create: true).list().cases.isEmpty)
    }

    @Test func `what is no store, damaged, taken or missing has its own sentence`() throws {
        #expect(
            words(open)?.en
                == "\(path): there is no store. Give the store with --store, or make one with "
                + "'piculet replay --output DIR'.")
        try Data("this is a letter, not a store; it is long enough to be read as one".utf8)
            .write(to: URL(fileURLWithPath: path))
        #expect(words(open)?.en == "\(path): it is not a store. Give a file that Piculet wrote.")
        try FileManager.default.removeItem(atPath: path)
        try change("CREATE TABLE diary (day TEXT)")
        #expect(words(open)?.zh == "\(path)：这不是案件库。请给出 Piculet 写的文件。")
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        #expect(words { _ = try CaseStore(path: folder, create: true) }?.en.contains("it is not a store") == true)
        try FileManager.default.removeItem(atPath: path)
        do { _ = try CaseStore(path: path, create: true) }
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: 100)
        try handle.write(contentsOf: Data(repeating: 0xa5, count: Int(size) - 100))
        try handle.close()
        #expect(words(open)?.en == "\(path): the store is damaged. Keep the file, and go on with a backup.")
    }

    @Test func `each cause says whether it passes`() throws {
        func error(_ code: ResultCode) -> StoreError? {
            do {
                _ = try CaseStore(path: path, create: true).transact { _ in throw DatabaseError(resultCode: code) }
            } catch { return error }
            return nil
        }
        for code in [ResultCode.SQLITE_FULL, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_IOERR] {
            #expect(error(code)?.outlook == .passes)
        }
        for code in [ResultCode.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG] {
            #expect(error(code)?.outlook == .never)
        }
        for code in [ResultCode.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_READONLY, .SQLITE_CANTOPEN] {
            #expect(error(code)?.outlook == .storeFails)
        }
        #expect(error(.SQLITE_FULL)?.isDiskFull == true && error(.SQLITE_BUSY)?.isDiskFull == false)
        let busy = try #require(error(.SQLITE_BUSY))
        #expect(
            busy.description
                == "\(path): another program has held the store for more than 10 s. End that program, or try again later."
        )
        // No statement and no table of ours is told.
        for code in [ResultCode.SQLITE_CONSTRAINT, .SQLITE_ERROR, .SQLITE_IOERR] {
            #expect(error(code)?.description.contains("SELECT") == false)
        }
    }

    @Test
    func `a file that is deleted, replaced or cut short under an open store is noticed, and what it held is rescued`()
        throws
    {
        let store = try CaseStore(path: path, create: true)
        let sample = SampleCase()
        let record = try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme)
        #expect(store.fileFault() == nil)
        let files = FileManager.default
        try files.moveItem(atPath: path, toPath: path + ".away")
        #expect(store.fileFault() == .deleted)
        try store.rescue(to: path + ".rescued")
        #expect(try CaseStore(path: path + ".rescued", create: false).list().cases == [record])
        try files.copyItem(atPath: path + ".rescued", toPath: path)
        #expect(store.fileFault() == .replaced)
        try files.removeItem(atPath: path)
        try files.moveItem(atPath: path + ".away", toPath: path)
        #expect(store.fileFault() == nil)
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        try handle.truncate(atOffset: 0)
        #expect(store.fileFault() == .truncated)
        // Written over by something else, however long.
        try handle.write(contentsOf: Data(repeating: 7, count: 1 << 20))
        #expect(store.fileFault() == .truncated)
        try handle.close()
    }
}
