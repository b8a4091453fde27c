import Board
import CaseBook
import Cases
import CityAlgorithms
import Foundation
import Media

/// Field accuracy of the last thirty days, for the page and the figures, and what changed modes, for the log. Used on the
/// store queue, but for what says otherwise.
final class AccuracyWatch: @unchecked Sendable {
    // Sendable: used on the store queue, but for what the lock guards.

    /// What `piculet accuracy` shows where nothing else is asked for.
    static let span = Duration.seconds(30 * 86400)
    private static let weeksShown = 8

    private let ledger: any CaseLedger
    private let board: Board
    private var catalog: AlgorithmCatalog
    private let log: Logbook
    /// All hits of a month are read each time.
    private var pace = Pace(.seconds(30))
    /// Days go by too where nobody does anything.
    private var slowPace = Pace(.seconds(600))
    private var seen: LedgerMark?
    private var line: Int64

    private let lock = NSLock()
    private var latest = FieldAccuracy([], by: .algorithm, in: .gmt)
    private var modes: [ModePair: HitMode] = [:]

    init(_ ledger: any CaseLedger, board: Board, catalog: AlgorithmCatalog, log: Logbook) throws(StoreError) {
        (self.ledger, self.board, self.catalog, self.log) = (ledger, board, catalog, log)
        line = try ledger.modeChanges().last?.sequence ?? 0
    }

    /// What algorithms are called from now on.
    func adopt(_ catalog: AlgorithmCatalog) {
        self.catalog = catalog
        seen = nil
    }

    /// From any thread.
    var current: FieldAccuracy { lock.withLock { latest } }

    /// In which mode each algorithm runs, where there were hits lately or its mode ever changed. From any thread.
    var currentModes: [ModePair: HitMode] { lock.withLock { modes } }

    /// Each second.
    func tick(at now: MonotonicInstant, _ wall: WallTime, under scheme: CaseScheme) throws(StoreError) {
        for change in try ledger.modeChanges(after: line) {
            log.info("mode \(change.cause.rawValue)", change.facts.mapValues { "\($0)" })
            line = change.sequence
        }
        guard pace.isDue(at: now) else { return }
        let mark = try ledger.mark()
        guard slowPace.isDue(at: now) || mark != seen else { return }
        let hits = try ledger.hits(HitQuery(from: wall + (.zero - Self.span)))
        seen = mark
        let accuracy = FieldAccuracy(hits, by: .algorithm, in: scheme.calendars.current.timeZone)
        let last = Dictionary(try ledger.modeChanges().map { ($0.pair, $0) }) { $1 }
        let pairs = Set(hits.map { ModePair(camera: $0.camera, algorithm: $0.algorithm) }).union(last.keys)
        let stands = pairs.map { ($0, scheme.modes.stand(of: $0, after: last[$0]).mode) }
        lock.withLock { (latest, modes) = (accuracy, Dictionary(stands) { $1 }) }
        board.set(accuracy: accuracy.lines.map { shown($0) })
    }

    private func shown(_ line: FieldAccuracy.Line) -> AccuracyLine {
        let tally = line.tally
        return AccuracyLine(
            algorithm: line.key, name: catalog.name(of: line.key), hits: tally.hits, reviewed: tally.reviewed,
            correct: tally[.correct], wrong: tally[.wrong], leftOut: tally.reviewed - tally.decided,
            precision: tally.precision, lower: tally.interval.lower, upper: tally.interval.upper,
            standing: tally.standing.rawValue,
            trend: line.weeks.compactMap(\.tally.precision).suffix(Self.weeksShown))
    }
}
