import CaseBook
import Cases
import Media
import Store
import TestSupport

/// The ledgers that pass one suite.
enum AnyLedger: String, CaseIterable, Sendable {
    case memory, file

    /// A ledger with nothing in it, and what another program would have of the same.
    func make() throws -> (ledger: any CaseLedger, beside: any CaseLedger) {
        switch self {
        case .memory:
            let ledger = MemoryLedger()
            return (ledger, ledger.beside())
        case .file:
            let path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path
            return (try CaseStore(path: path, create: true), try CaseStore(path: path, create: false))
        }
    }
}

extension CaseLedger {
    func open(_ sample: SampleCase) throws(StoreError) -> CaseRecord {
        try open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme)
    }

    func act(
        _ action: CaseAction, on number: CaseNumber, by person: String = "王某", note: String = "", second: Int64
    ) throws(StoreError) -> CaseRecord {
        try act(
            action, on: number, by: .anybody(person), note: note, at: WallTime(milliseconds: second * 1000),
            under: SampleCase.scheme)
    }

    /// Brings a case that waits for its claim to its end, a second a step.
    @discardableResult
    func close(_ number: CaseNumber, from second: Int64) throws(StoreError) -> CaseRecord {
        for (step, action) in [CaseAction.claim, .feedBack(nil), .check(isPassed: true)].enumerated() {
            _ = try act(action, on: number, second: second + Int64(step))
        }
        return try act(.close(condition: ""), on: number, second: second + 3)
    }
}
