import Board
import CaseBook
import Cases
import CityAlgorithms
import Foundation
import Keeping
import Logging
import Media
import Pipeline
import Scene
import Store

/// Keeps what cameras tell, in their order. What the store cannot take at once waits in memory and is tried again each
/// second: a full disk loses no case.
final class LiveStore: LiveKeeper, @unchecked Sendable {
    // Sendable: used on the store queue, but for what the lock guards.

    /// What waits for the store, with the case it must not lose.
    private struct Waiting {
        /// The case that it opened, if it did.
        let write: () throws(StoreError) -> CaseRecord?
        let opensCase: Bool
    }

    /// So much besides cases may wait; beyond it the oldest hits and states are given up, and counted.
    private static let mostWaiting = 20_000
    /// In one transaction; so others get their turn.
    private static let mostFired = 2000

    let store: CaseStore
    private var scheme: CaseScheme
    private var ladder: Ladder
    private let queue: DispatchQueue
    private let files: EvidenceFiles
    private let memories: SceneMemoryFiles
    private let reserve: DiskReserve
    private let clock: any LiveClock
    private let log: Logbook
    private let alarms: Alarms
    private let board: Board
    private let catalog: AlgorithmCatalog

    // On the store queue.
    private var waiting: [Waiting] = []
    private var givenUp = 0
    /// How far the logs were read.
    private var mark = LedgerMark.start

    private let lock = NSLock()
    private var openCases: [CaseNumber: CaseRecord] = [:]
    private var waitingCount = 0

    init(
        _ store: CaseStore, scheme: CaseScheme, ladder: Ladder, queue: DispatchQueue, files: EvidenceFiles,
        memories: SceneMemoryFiles,
        reserve: DiskReserve, clock: any LiveClock, log: Logbook, alarms: Alarms, board: Board,
        catalog: AlgorithmCatalog
    ) throws(StoreError) {
        (self.store, self.scheme, self.ladder, self.queue) = (store, scheme, ladder, queue)
        (self.files, self.memories) = (files, memories)
        (self.reserve, self.clock, self.log, self.alarms) = (reserve, clock, log, alarms)
        (self.board, self.catalog) = (board, catalog)
        mark = try store.mark()
        let open = try store.list(.open)
        show(open.cases)
        tell(open.aside)
        board.set(past: try store.health(limit: Board.eventsShown))
    }

    /// A case that waits for somebody.
    func openCase(_ number: CaseNumber) -> CaseRecord? { lock.withLock { openCases[number] } }

    /// Writes that wait for the store.
    var waitingWrites: Int { lock.withLock { waitingCount } }

    func keep(_ events: [CameraEvent], of camera: String) {
        dispatchPrecondition(condition: .onQueue(queue))
        for event in events {
            switch event {
            case .hit: break
            case .permitted(let algorithm, let permit, _, _):
                log.info("hit permitted", ["camera": "\(camera)", "algorithm": "\(algorithm)", "permit": "\(permit)"])
            case .opened(let opening, _): open(opening)
            case .joined(let incident, let hit, _):
                write { [store] () throws(StoreError) in try store.note(hit, incident: incident.key) }
            case .turned(let incident, _):
                write { [store] () throws(StoreError) in try store.turn(incident) }
            }
        }
    }

    private func open(_ opening: CaseOpening) {
        let evidence = files.write(opening)
        if let missing = evidence.missing { pictureMissing(missing, opening) }
        let intake = opening.intake
        attemptOrWait(
            Waiting(
                write: { [store, scheme] () throws(StoreError) in
                    try store.open(intake, evidence: evidence, under: scheme)
                }, opensCase: true))
    }

    private func pictureMissing(_ reason: String, _ opening: CaseOpening) {
        log.fault(
            "evidence missing",
            [
                "case": "\(opening.number)", "camera": "\(opening.incident.firstHit.camera)",
                "reason": "\(reason)",
            ])
        if DiskSpace.free(files.folder) < 2 * DiskSpace.keptFree { alarms.raise(.diskFull, at: clock.wall()) }
    }

    func keep(_ change: HealthMonitor.Change) {
        dispatchPrecondition(condition: .onQueue(queue))
        board.set(health: change.began)
        tell(change.began, after: change.ended)
        write { [store] () throws(StoreError) in try store.keep(ended: change.ended, began: change.began) }
    }

    private func tell(_ event: HealthEvent, after ended: HealthEvent?) {
        var values: Logger.Metadata = ["camera": "\(event.camera)", "state": "\(event.state.rawValue)"]
        if !event.reason.isEmpty { values["reason"] = "\(event.reason.en)" }
        if let ended, let to = ended.to {
            values["after"] = "\(ended.state.rawValue) for \((to - ended.from).clockText)"
        }
        event.state.isFault ? log.fault("camera state", values) : log.info("camera state", values)
    }

    /// Beside the store queue: it touches nothing that the queue owns.
    func keep(_ memory: SceneMemory, of camera: String) { memories.keep(memory, of: camera, at: clock.wall()) }

    /// What a camera suffers from lasts until it is heard of again, restarts of this program or not.
    func end(_ health: HealthEvent) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard !health.state.isFault else { return }
        forget(health.camera, at: health.to ?? clock.wall())
    }

    /// A camera is not configured any longer.
    func forget(_ camera: String, at now: WallTime) {
        dispatchPrecondition(condition: .onQueue(queue))
        board.endHealth(of: camera, at: now)
        write { [store] () throws(StoreError) in try store.endHealth(of: camera, at: now) }
    }

    /// Each second: tries again what waits, notices what others wrote, keeps the reserve.
    func tick() {
        dispatchPrecondition(condition: .onQueue(queue))
        retry()
        guard waiting.isEmpty else { return }
        if DiskSpace.free(files.folder) > 4 * DiskSpace.keptFree { alarms.settle(.diskFull) }
        alarms.settle(.storeFails)
        reserve.take()
        do {
            try fireDue()
            try foreseeDue()
            let (changes, mark) = try store.changed(since: mark)
            self.mark = mark
            if !changes.cases.isEmpty { show(changes.cases) }
            tell(changes.aside)
        } catch {
            failed(error)
        }
    }

    /// Takes a new configuration over; open cases keep their policy.
    func adopt(_ scheme: CaseScheme, ladder: Ladder) throws(StoreError) {
        dispatchPrecondition(condition: .onQueue(queue))
        self.scheme = try store.adopt(scheme)
        self.ladder = ladder
        // The calendars may have changed, and with them every deadline.
        show(lock.withLock { Array(openCases.values) })
    }

    /// What falls due before the next tick is done at its time.
    private func foreseeDue() throws(StoreError) {
        guard let next = try store.nextDue() else { return }
        let wait = next - clock.wall()
        guard wait > .zero, wait < .seconds(1) else { return }
        queue.asyncAfter(deadline: .now() + wait.inSeconds) { [self] in fireAgain() }
    }

    private func fireAgain() {
        do throws(StoreError) { try fireDue() } catch { failed(error) }
    }

    private func fireDue() throws(StoreError) {
        let firing = try store.fireDue(
            until: clock.wall(), limit: Self.mostFired, calendars: scheme.calendars, ladder: ladder)
        tell(firing.aside)
        let fired = firing.fired
        guard !fired.isEmpty else { return }
        for one in fired {
            for event in one.events {
                log.info("case \(event.kind)", ["case": "\(one.record.number)", "to": "\(event.note)"])
            }
        }
        show(fired.map(\.record))
        guard firing.isLimited else { return }
        queue.async { [self] in fireAgain() }
    }

    /// Before the end: once more.
    func finish() { retry() }

    /// Cases that are set aside: all others go on.
    private func tell(_ aside: [AsideCase]) {
        for one in aside {
            log.error("case set aside", ["case": "\(one.number)", "reason": "\(one.reason)"])
        }
    }

    private func write(_ body: @escaping () throws(StoreError) -> Void) {
        attemptOrWait(
            Waiting(
                write: { () throws(StoreError) in
                    try body()
                    return nil
                }, opensCase: false))
    }

    private func attemptOrWait(_ step: Waiting) {
        if waiting.isEmpty, attempt(step) { return }
        waiting.append(step)
        if waiting.count > Self.mostWaiting, let index = waiting.firstIndex(where: { !$0.opensCase }) {
            waiting.remove(at: index)
            givenUp += 1
        }
        lock.withLock { waitingCount = waiting.count }
    }

    private func retry() {
        guard !waiting.isEmpty else { return }
        var done = 0
        while done < waiting.count, attempt(waiting[done]) { done += 1 }
        waiting.removeFirst(done)
        lock.withLock { waitingCount = waiting.count }
        if waiting.isEmpty {
            log.info("store writes again", ["kept": "\(done)", "given_up": "\(givenUp)"])
            givenUp = 0
        }
    }

    private func attempt(_ step: Waiting) -> Bool {
        do {
            if let record = try writeWithReserve(step) { opened(record) }
            return true
        } catch {
            failed(error)
            return false
        }
    }

    private func writeWithReserve(_ step: Waiting) throws(StoreError) -> CaseRecord? {
        do { return try step.write() } catch {
            guard error.isDiskFull, reserve.giveUp() else { throw error }
            // The room that was kept for this.
            alarms.raise(.diskFull, at: clock.wall())
            return try step.write()
        }
    }

    private func failed(_ error: StoreError) {
        alarms.raise(error.isDiskFull ? .diskFull : .storeFails, at: clock.wall())
        log.fault("store write failed", ["reason": "\(error)"])
    }

    private func opened(_ record: CaseRecord) {
        show([record])
        log.info(
            "case opened",
            [
                "case": "\(record.number)", "camera": "\(record.camera)", "algorithm": "\(record.algorithm)",
                "grid": "\(record.assignment.grid ?? "-")", "unit": "\(record.course.lead ?? "-")",
            ])
    }

    private func show(_ changed: [CaseRecord]) {
        lock.withLock {
            for record in changed { openCases[record.number] = record.course.isOpen ? record : nil }
        }
        board.set(
            cases: changed.filter(\.course.isOpen).map { CaseCard($0, scheme.calendars, catalog) },
            ended: changed.filter { !$0.course.isOpen }.map(\.number.description))
    }
}
