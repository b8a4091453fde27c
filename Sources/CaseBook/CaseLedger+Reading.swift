import Cases
import Media

/// What is asked of a ledger from outside a unit of work.
extension CaseLedger {
    /// One case with its log.
    package func find(_ number: CaseNumber) throws(StoreError) -> (record: CaseRecord, log: [CaseEvent])? {
        try look { view in
            guard let record = try view.find(number) else { return nil }
            return (record, try view.log(of: number))
        }
    }

    package func list(_ query: CaseQuery = .all) throws(StoreError) -> CaseListing { try look { try $0.list(query) } }

    package func nextDue() throws(StoreError) -> WallTime? { try look { try $0.nextDue() } }

    package func mark() throws(StoreError) -> LedgerMark { try look { try $0.mark() } }

    /// What could never be kept, the newest first.
    package func parked(limit: Int = 100) throws(StoreError) -> [ParkedWrite] {
        try look { try $0.parked(limit: limit) }
    }

    /// Keeps something that can never be kept where it belongs: it stands in nobody's way any more, and is not lost.
    package func park(_ write: ParkedWrite) throws(StoreError) { try transact { try $0.park(write) } }
}
