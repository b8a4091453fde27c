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

/// Keeps what cameras tell: pictures first, then the case that names them; health; what scenes know. What it knows goes on
/// the board.
package final class CaseKeeper: LiveKeeper, @unchecked Sendable {
    // Sendable: used on the store queue, but for what says otherwise.

    /// What a keeper works with.
    package struct Tools {
        let queue: DispatchQueue
        let files: EvidenceFiles
        let memories: CameraMemoryFiles
        let reserve: DiskReserve
        let clock: any LiveClock
        let log: Logbook
        let alarms: Alarms
        let board: Board

        package init(
            queue: DispatchQueue, files: EvidenceFiles, memories: CameraMemoryFiles, reserve: DiskReserve,
            clock: any LiveClock, log: Logbook, alarms: Alarms, board: Board
        ) {
            (self.queue, self.files, self.memories, self.reserve) = (queue, files, memories, reserve)
            (self.clock, self.log, self.alarms, self.board) = (clock, log, alarms, board)
        }
    }

    /// So much may wait for the store besides cases.
    private static let mostWaiting = 20_000

    let store: CaseStore
    let tools: Tools
    /// Called on the store queue when somebody closed an incident's case. Set before the first tick.
    package var onClosing: @Sendable (ClosedIncident) -> Void = { _ in }
    /// From any thread.
    let open: OpenCases
    private(set) var scheme: CaseScheme
    private(set) lazy var writes = makeWrites()
    private(set) lazy var dues = makeDues()
    private var ladder: Ladder
    /// How far the logs were read, for what others did and for closings.
    var (seen, closed) = (LedgerMark.start, LedgerMark.start)
    var parked = 0
    let accuracyWatch: AccuracyWatch
    /// Where a store that was lost was saved.
    struct Rescue {
        let path: String
        /// With ended cases and logs.
        let isWhole: Bool
    }
    var rescue: Rescue?

    private let lock = NSLock()
    private var waitingCount = 0
    private var lostStore: Words?

    package init(
        _ store: CaseStore, scheme: CaseScheme, ladder: Ladder, catalog: AlgorithmCatalog, tools: Tools
    ) throws(StoreError) {
        (self.store, self.scheme, self.ladder, self.tools) = (store, scheme, ladder, tools)
        open = OpenCases(board: tools.board, catalog: catalog)
        accuracyWatch = try AccuracyWatch(store, board: tools.board, catalog: catalog, log: tools.log)
        let mark = try store.mark()
        (seen, closed) = (mark, mark)
        let kept = try store.list(.open)
        open.take(kept.cases, scheme.calendars)
        tools.board.set(past: try store.health(limit: Board.eventsShown))
        tell(kept.aside)
    }

    /// Writes that wait for the store. From any thread.
    var waitingWrites: Int { lock.withLock { waitingCount } }

    /// Of the last thirty days. From any thread.
    package var accuracy: FieldAccuracy { accuracyWatch.current }
    package var modes: [ModePair: HitMode] { accuracyWatch.currentModes }

    /// Why the daemon must end: its store is lost. From any thread.
    package var endReason: Words? { lock.withLock { lostStore } }

    func mustEnd(_ reason: Words) { lock.withLock { lostStore = reason } }

    package func keep(_ events: [CameraEvent], of camera: String) {
        dispatchPrecondition(condition: .onQueue(tools.queue))
        for event in events {
            switch event {
            case .hit: break
            case .permitted(let algorithm, let permit, _, _):
                tools.log.info(
                    "hit permitted", ["camera": "\(camera)", "algorithm": "\(algorithm)", "permit": "\(permit)"])
            case .opened(let opening, _): open(opening)
            case .joined(let incident, let hit, _):
                write("hit", incident.key, hit.text) { try $0.insert(hit, incident: incident.key) }
            case .turned(let incident, _):
                write("incident", incident.key, incident.phase.rawValue) { try $0.turn(incident) }
            }
        }
    }

    private func open(_ opening: CaseOpening) {
        let evidence = tools.files.write(opening)
        if let missing = evidence.missing { pictureMissing(missing, opening) }
        let intake = opening.intake
        writes.add(
            .init(kind: "case", subject: intake.incident.key, content: intake.incident.firstHit.text) { [self] unit in
                let record = try unit.open(intake, evidence: evidence, under: scheme)
                return { self.opened(record) }
            })
        countWaiting()
    }

    private func pictureMissing(_ reason: String, _ opening: CaseOpening) {
        tools.log.fault(
            "evidence missing",
            [
                "case": "\(opening.number)", "camera": "\(opening.incident.firstHit.camera)", "reason": "\(reason)",
            ])
        if DiskSpace.free(tools.files.folder) < 2 * DiskSpace.keptFree {
            tools.alarms.raise(.diskFull, at: tools.clock.wall())
        }
    }

    private func opened(_ record: CaseRecord) {
        open.take([record], scheme.calendars)
        tools.log.info(
            record.state == .shadow ? "shadow hit" : "case opened",
            [
                "case": "\(record.number)", "camera": "\(record.camera)", "algorithm": "\(record.algorithm)",
                "grid": "\(record.assignment.grid ?? "-")", "unit": "\(record.course.lead ?? "-")",
            ])
    }

    package func keep(_ change: HealthMonitor.Change) {
        dispatchPrecondition(condition: .onQueue(tools.queue))
        tools.board.set(health: change.began)
        tell(change.began, after: change.ended)
        write("health", change.began.camera, change.began.state.rawValue) { try $0.begin(change.began) }
    }

    private func tell(_ event: HealthEvent, after ended: HealthEvent?) {
        var values: Logger.Metadata = ["camera": "\(event.camera)", "state": "\(event.state.rawValue)"]
        if !event.reason.isEmpty { values["reason"] = "\(event.reason.en)" }
        if let ended, let to = ended.to {
            values["after"] = "\(ended.state.rawValue) for \((to - ended.from).clockText)"
        }
        event.state.isFault ? tools.log.fault("camera state", values) : tools.log.info("camera state", values)
    }

    /// Beside the store queue: it touches nothing that the queue owns.
    package func keep(_ memory: CameraMemory, of camera: String) {
        tools.memories.keep(memory, of: camera, at: tools.clock.wall())
    }

    /// What a camera suffers from lasts until it is heard of again, restarts of this program or not.
    package func end(_ health: HealthEvent) {
        dispatchPrecondition(condition: .onQueue(tools.queue))
        guard !health.state.isFault else { return }
        forget(health.camera, at: health.to ?? tools.clock.wall())
    }

    /// A camera is not configured any longer.
    func forget(_ camera: String, at now: WallTime) {
        dispatchPrecondition(condition: .onQueue(tools.queue))
        tools.board.endHealth(of: camera, at: now)
        write("health", camera, "ended") { try $0.endHealth(of: camera, at: now) }
    }

    /// Takes a new configuration over; open cases keep their policy.
    func adopt(_ orders: WatchOrders) throws(StoreError) {
        dispatchPrecondition(condition: .onQueue(tools.queue))
        scheme = try store.adopt(orders.scheme)
        ladder = orders.ladder
        dues.adopt(scheme.calendars, ladder)
        accuracyWatch.adopt(orders.catalog)
        open.adopt(orders.catalog)
        // The calendars may have changed, and with them every deadline.
        open.take(open.all, scheme.calendars)
    }

    private func write(
        _ kind: String, _ subject: String, _ content: String,
        _ body: @escaping (any LedgerUnit) throws -> Void
    ) {
        writes.add(
            .init(kind: kind, subject: subject, content: content) { unit in
                try body(unit)
                return {}
            })
        countWaiting()
    }

    func countWaiting() {
        let count = writes.count
        lock.withLock { waitingCount = count }
    }

    private func makeWrites() -> WriteQueue {
        WriteQueue(
            store,
            .init(
                now: { [tools] in tools.clock.wall() },
                soon: { [self] body in
                    later {
                        body()
                        self.countWaiting()
                    }
                },
                makeRoom: { [tools] in
                    guard tools.reserve.giveUp() else { return false }
                    // The room that was kept for this.
                    tools.alarms.raise(.diskFull, at: tools.clock.wall())
                    return true
                },
                report: { [self] in take($0) }), most: Self.mostWaiting)
    }

    private func makeDues() -> DueClock {
        DueClock(
            store, calendars: scheme.calendars, ladder: ladder, now: { [tools] in tools.clock.wall() },
            after: { [self] wait, body in later(after: wait, body) },
            report: { [self] in take($0) })
    }

    /// On the store queue again, behind what waits for it.
    private func later(after wait: Duration = .zero, _ body: @escaping () -> Void) {
        let later = Later(body: body)
        if wait == .zero { return tools.queue.async { later.body() } }
        tools.queue.asyncAfter(deadline: .now() + wait.inSeconds) { later.body() }
    }

    /// Carries what stays on the store queue over to a later turn of it.
    private struct Later: @unchecked Sendable {
        // Sendable: made and called on the store queue.
        let body: () -> Void
    }
}

extension Hit {
    /// All of it on one line, for people.
    fileprivate var text: String {
        "camera=\(camera) algorithm=\(algorithm) zone=\(zone) started_at=\(startedAt.milliseconds) "
            + "hit_at=\(hitAt.milliseconds) box=[\(box.x), \(box.y), \(box.width), \(box.height)] measure=\(measure) "
            + "score=\(score)" + (extent.map { " extent='\($0.words.en)'" } ?? "")
    }
}
