import Board
import Cases
import CityAlgorithms
import Foundation

/// The cases that wait for somebody, in memory: what screens show of them, and what is known where the store is lost.
final class OpenCases: @unchecked Sendable {
    // Sendable: the lock guards `records` and `catalog`.
    private let lock = NSLock()
    private var records: [CaseNumber: CaseRecord] = [:]
    private let board: Board
    private var catalog: AlgorithmCatalog

    init(board: Board, catalog: AlgorithmCatalog) { (self.board, self.catalog) = (board, catalog) }

    /// What types are called from now on.
    func adopt(_ catalog: AlgorithmCatalog) { lock.withLock { self.catalog = catalog } }

    subscript(number: CaseNumber) -> CaseRecord? { lock.withLock { records[number] } }

    var all: [CaseRecord] { lock.withLock { Array(records.values) } }

    /// Takes cases that are new or changed; those that ended go.
    func take(_ changed: [CaseRecord], _ calendars: CalendarBook) {
        let catalog = lock.withLock {
            for record in changed { records[record.number] = record.course.isOpen ? record : nil }
            return self.catalog
        }
        board.set(
            cases: changed.filter(\.course.isOpen).map { CaseCard($0, calendars, catalog) },
            ended: changed.filter { !$0.course.isOpen }.map(\.number.description))
    }
}
