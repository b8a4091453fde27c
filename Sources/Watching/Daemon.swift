import Board
import CaseBook
import Cases
import CityAlgorithms
import Dispatch
import Foundation
import Keeping
import Media
import Pipeline
import Store
import Synchronization

/// Watches all cameras of a configuration and keeps what they tell. Started, reloaded and stopped on the main thread.
package final class Daemon: @unchecked Sendable {
    // Sendable: used on the main thread, but for what the lock guards.

    /// A daemon that ran so long without a crash is sound.
    private static let soundAfter = Duration.seconds(3600)
    /// A part that has not answered for so long hangs.
    private static let patience = Duration.seconds(30)

    package let log: Logbook
    package let alarms: Alarms
    package let clock: any LiveClock
    let board: Board
    let keeper: CaseKeeper
    let store: CaseStore
    let timeZone: TimeZone
    private let fleet: Fleet
    private let storeQueue = DispatchQueue(label: "store")
    private let sweepQueue = DispatchQueue(label: "sweep", qos: .utility)
    private let quarantine: Quarantine
    private let began: MonotonicInstant

    // On the main thread.
    private var orders: WatchOrders
    private var isSound = false
    private var load = LoadWatch()
    private var sweepPace = Pace(.seconds(600))
    /// After a kill it is known to so much when the daemon was still alive.
    private var heartbeatPace = Pace(.seconds(5))
    /// Figures change with every packet, and hundreds of cameras have some.
    private var figuresPace = Pace(.seconds(5))

    private let lock = NSLock()
    private var answers: [String: MonotonicInstant] = [:]
    private let ready = Atomic<Bool>(false)
    /// In milliseconds, of the last ten seconds: from a packet's coming to the end of its look.
    let longestWait = Atomic<Int>(0)

    /// - Parameter scheme: that of the orders, as the store took it over.
    package init(
        _ orders: WatchOrders, scheme: CaseScheme, store: CaseStore, log: Logbook, clock: any LiveClock,
        supplier: () -> (any LookSupplier)? = { nil }
    ) throws(StoreError) {
        (self.orders, self.store, self.log, self.clock) = (orders, store, log, clock)
        let fixed = orders.fixed
        timeZone = fixed.timeZone
        board = Board(timeZone: fixed.timeZone.identifier, start: clock.wall())
        alarms = Alarms(log: log, board: board)
        quarantine = Quarantine(store, besides: fixed.store, log: log)
        began = clock.now()
        let folder = URL(fileURLWithPath: fixed.evidence.folder, isDirectory: true)
        let tools = CaseKeeper.Tools(
            queue: storeQueue, files: EvidenceFiles(folder: folder, storeFolder: store.folder),
            memories: CameraMemoryFiles(besides: fixed.store), reserve: DiskReserve(besides: fixed.store),
            clock: clock, log: log, alarms: alarms, board: board)
        keeper = try CaseKeeper(store, scheme: scheme, ladder: orders.ladder, catalog: orders.catalog, tools: tools)
        fleet = Fleet(keeper, timeZone: fixed.timeZone, supplier: supplier)
        keeper.onClosing = { [weak fleet] in fleet?.forget($0) }
    }

    /// Begins to watch; returns when every camera was started.
    package func start() throws(StoreError) {
        let plans = orders.cameras
        let now = clock.wall()
        let last = try store.beginRun(at: now)
        if let last, last.endedAt == nil {
            log.error(
                "the last run did not end in order", ["alive_until": "\(last.seenAt.rfc3339(in: timeZone))"])
        }
        let aside = try quarantine.begin(plans, at: now)
        try settleHealth(of: plans, aside: aside, aliveUntil: last?.seenAt ?? now)
        fleet.begin(plans, aside: aside, try past(aliveUntil: last?.endedAt ?? last?.seenAt))
        ready.store(true, ordering: .releasing)
        log.info("watching", ["cameras": "\(plans.count)", "workers": "\(fleet.workerQueues.count)"])
    }

    private func past(aliveUntil: WallTime?) throws(StoreError) -> Fleet.Past {
        Fleet.Past(
            incidents: try store.openIncidents(aliveUntil: aliveUntil), lasting: try store.lastingHealth())
    }

    /// What was well ended with the last run; what a camera suffers from goes on.
    private func settleHealth(
        of plans: [CameraPlan], aside: Set<String>, aliveUntil: WallTime
    ) throws(StoreError) {
        let ids = Set(plans.map(\.id))
        for (camera, event) in try store.lastingHealth() {
            let isReleased = event.state == .quarantined && !aside.contains(camera)
            guard isReleased || !ids.contains(camera) || !event.state.isFault else { continue }
            try store.endHealth(of: camera, at: aliveUntil)
        }
    }

    /// Takes over a new configuration: only what changed restarts.
    ///
    /// - Parameters:
    ///   - released: cameras that were set aside, to be watched again.
    ///   - relearned: cameras whose places are learnt anew.
    package func reload(
        _ new: WatchOrders, releasing released: Set<String>, relearning relearned: Set<String> = []
    ) throws(StoreError) {
        if new.fixed != orders.fixed {
            log.fault("store, evidence, console and time_zone change with the next start of piculet")
        }
        try storeQueue.sync {
            Result { () throws(StoreError) in try keeper.adopt(new) }
        }.get()
        let difference = fleet.end(for: new.cameras, releasing: released, relearning: relearned)
        // Whatever the store says: no camera stays unwatched because its past cannot be read.
        let past = Result { () throws(StoreError) in
            try release(difference.released)
            return try self.past(aliveUntil: clock.wall())
        }
        fleet.start(difference, in: new.cameras, (try? past.get()) ?? .none)
        orders = new.keeping(orders.fixed)
        foresee()
        _ = try past.get()
        log.info(
            "configuration reloaded",
            [
                "added": "\(difference.added.count)", "removed": "\(difference.removed.count)",
                "changed": "\(difference.changed.count)",
            ])
    }

    private func release(_ cameras: [String]) throws(StoreError) {
        guard !cameras.isEmpty else { return }
        try quarantine.release(cameras)
        for camera in cameras {
            alarms.settle(.quarantined(camera: camera))
            storeQueue.sync { keeper.forget(camera, at: clock.wall()) }
        }
    }

    /// Each second, on the main thread.
    package func tick() {
        let now = clock.now()
        let cameras = fleet.live
        for camera in cameras { camera.tick() }
        load.tick(cameras, alarms: alarms, at: clock.wall())
        longestWait.store(load.longestWait, ordering: .relaxed)
        for queue in fleet.workerQueues + [storeQueue] { ping(queue) }
        storeQueue.async { [keeper] in keeper.tick() }
        if heartbeatPace.isDue(at: now) {
            // One that cannot be written is followed by the next.
            storeQueue.async { [store, clock] in _ = try? store.noteRun(at: clock.wall(), ends: false) }
        }
        if board.isWatched, figuresPace.isDue(at: now) { board.set(figures: figures) }
        log.flush()
        if sweepPace.isDue(at: now) { sweep() }
        if !isSound, now - began >= Self.soundAfter { beSound() }
    }

    private func sweep() {
        foresee()
        let sweeper = EvidenceSweeper(store: store, limits: orders.fixed.evidence, log: log)
        sweepQueue.async { [log, clock] in
            do { try sweeper.sweep(at: clock.wall()) } catch {
                log.fault("evidence could not be swept", ["reason": "\(error)"])
            }
        }
    }

    private func foresee() {
        let wall = clock.wall()
        alarms.foresee(orders.firstRosterGap(CalendarDate(wall, in: timeZone)), at: wall)
    }

    private func beSound() {
        isSound = true
        storeQueue.async { [quarantine, log] in
            do { try quarantine.ranWell() } catch {
                log.fault("the count of crashes could not be kept", ["reason": "\(error)"])
            }
        }
    }

    private func ping(_ queue: DispatchQueue) {
        queue.async { [self] in lock.withLock { answers[queue.label] = clock.now() } }
    }

    /// Ends everything in order, within a few seconds.
    package func stop() {
        ready.store(false, ordering: .releasing)
        let count = fleet.endAll()
        sweepQueue.sync {}
        storeQueue.sync {
            keeper.finish()
            do { try store.noteRun(at: clock.wall(), ends: true) } catch {
                log.error("the end could not be noted", ["reason": "\(error)"])
            }
        }
        log.info("stopped", ["cameras": "\(count)"])
    }

    /// Why it must end by itself; nil: it need not.
    package var endReason: Words? { keeper.endReason }

    var isReady: Bool { ready.load(ordering: .acquiring) }

    /// Whether workers and store have answered lately.
    package var isHealthy: Bool {
        let now = clock.now()
        return lock.withLock { answers.values.allSatisfy { now - $0 < Self.patience } }
    }

    /// In the configuration's order.
    var cameras: [WatchedCamera] { fleet.cameras }
}
