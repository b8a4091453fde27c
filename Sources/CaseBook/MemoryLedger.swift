import Cases
import Foundation
import Media

/// A ledger in memory: for replays of which nothing is to be kept, and for tests. It is gone with the process.
package final class MemoryLedger: CaseLedger {
    private let memory: Memory
    private let own = OwnLines()

    /// What all ledgers over one memory share.
    private final class Memory: @unchecked Sendable {
        // Sendable: the lock guards the contents.
        let lock = NSLock()
        var contents = MemoryContents()
    }

    package init() { memory = Memory() }

    private init(over memory: Memory) { self.memory = memory }

    /// Another ledger over the same memory, as a second program would have it.
    package func beside() -> MemoryLedger { MemoryLedger(over: memory) }

    package func transact<Value>(_ body: (any LedgerUnit) throws -> Value) throws(StoreError) -> Value {
        try write { unit throws(StoreError) in try Self.told { try body(unit) } }
    }

    package func transact<Value>(
        each bodies: [(any LedgerUnit) throws -> Value]
    ) throws(StoreError) -> [Result<Value, StoreError>] {
        try write { unit throws(StoreError) in
            try bodies.map { body throws(StoreError) in
                let before = unit.contents
                do throws(StoreError) { return .success(try Self.told { try body(unit) }) } catch {
                    guard error.outlook == .never else { throw error }
                    unit.contents = before
                    return .failure(error)
                }
            }
        }
    }

    private func write<Value>(_ body: (MemoryUnit) throws(StoreError) -> Value) throws(StoreError) -> Value {
        memory.lock.lock()
        defer { memory.lock.unlock() }
        let before = memory.contents.lines.count
        let unit = MemoryUnit(memory.contents)
        let value = try body(unit)
        memory.contents = unit.contents
        let lines = memory.contents.lines.count
        if lines > before { own.add(Int64(before + 1)...Int64(lines)) }
        return value
    }

    package func look<Value>(_ body: (any LedgerView) throws -> Value) throws(StoreError) -> Value {
        let contents = memory.lock.withLock { memory.contents }
        return try Self.told { try body(MemoryUnit(contents)) }
    }

    package func changed(since mark: LedgerMark) throws(StoreError) -> (changes: CaseListing, mark: LedgerMark) {
        let contents = memory.lock.withLock { memory.contents }
        let now = Int64(contents.lines.count)
        let others = own.gaps(after: mark.line, upTo: now).flatMap { gap in
            contents.lines[Int(gap.lowerBound - 1)...Int(gap.upperBound - 1)].map(\.number)
        }
        let cases = Set(others).compactMap { contents.cases[$0]?.record }
        return (CaseListing(cases: cases.sorted(by: MemoryContents.inOrder), aside: []), LedgerMark(line: now))
    }

    private static func told<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
        do { return try body() } catch let error as StoreError { throw error } catch let refusal as CaseRefusal {
            throw StoreError(refusal)
        } catch {
            throw StoreError(
                reason: Words(zh: "\(error)", en: "\(error)"), place: "memory",
                advice: Words(zh: "请报告", en: "Report it"))
        }
    }
}

/// All that a ledger in memory holds.
struct MemoryContents {
    struct Kept {
        var record: CaseRecord
        var dueAt: WallTime?
    }

    var incidents: [String: IncidentTracker.Incident] = [:]
    /// By incident, then by their moments.
    var hits: [String: [WallTime: Hit]] = [:]
    var cases: [CaseNumber: Kept] = [:]
    var numbers: [String: CaseNumber] = [:]
    var logs: [CaseNumber: [CaseEvent]] = [:]
    /// Of all logs, in the order in which they were written.
    var lines: [(number: CaseNumber, kind: String)] = []
    var parked: [ParkedWrite] = []
    /// The log of modes.
    var modes: [ModeChange] = []
    /// Of all cameras, in the order in which they began.
    var health: [HealthEvent] = []

    static func inOrder(_ one: CaseRecord, _ other: CaseRecord) -> Bool {
        (one.startedAt, one.number.description) < (other.startedAt, other.number.description)
    }
}
