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
import VideoRoles

/// Watches all cameras of a configuration. Started, reloaded and stopped on the main thread.
package final class Daemon: @unchecked Sendable {
    // Sendable: used on the main thread, but for what the lock guards.

    /// A daemon that ran so long without a crash is sound.
    private static let soundAfter = Duration.seconds(3600)
    private static let sweepEvery = Duration.seconds(600)
    /// A part that has not answered for so long hangs.
    private static let patience = Duration.seconds(30)
    /// After a kill it is known to so much when the daemon was still alive.
    private static let heartbeatEvery = Duration.seconds(5)

    package let log: Logbook
    package let alarms: Alarms
    package let clock: any LiveClock
    let board: Board
    let keeper: LiveStore
    let store: CaseStore
    let timeZone: TimeZone
    private let memories: SceneMemoryFiles
    private let storeQueue = DispatchQueue(label: "store")
    private let sweepQueue = DispatchQueue(label: "sweep", qos: .utility)
    private let workers: [DecodeWorker]
    private let quarantine: Quarantine
    private let shared: LiveCamera.Shared
    private let hurry = StopBell()
    private let began: MonotonicInstant
    let catalog: AlgorithmCatalog

    // On the main thread.
    private var orders: WatchOrders
    private var isSound = false
    private var load = LoadWatch()
    private var lastSweep: MonotonicInstant?
    private var lastHeartbeat: MonotonicInstant?
    private var figuresPace = FiguresPace()

    private let lock = NSLock()
    private var watched: [String: WatchedCamera] = [:]
    private var order: [String] = []
    private var answers: [String: MonotonicInstant] = [:]
    private let ready = Atomic<Bool>(false)
    /// In milliseconds, of the last ten seconds: from a packet's coming to the end of its look.
    let longestWait = Atomic<Int>(0)

    /// - Parameter scheme: that of the orders, as the store took it over.
    package init(
        _ orders: WatchOrders, scheme: CaseScheme, store: CaseStore, log: Logbook, clock: any LiveClock
    ) throws(StoreError) {
        (self.orders, self.store, self.log, self.clock) = (orders, store, log, clock)
        catalog = orders.catalog
        let fixed = orders.fixed
        timeZone = fixed.timeZone
        board = Board(timeZone: fixed.timeZone.identifier, start: clock.wall())
        alarms = Alarms(log: log, board: board)
        memories = SceneMemoryFiles(besides: fixed.store)
        quarantine = Quarantine(store, besides: fixed.store, log: log)
        began = clock.now()
        let files = EvidenceFiles(
            folder: URL(fileURLWithPath: fixed.evidence.folder, isDirectory: true),
            storeFolder: store.folder)
        keeper = try LiveStore(
            store, scheme: scheme, ladder: orders.ladder, queue: storeQueue, files: files,
            memories: memories,
            reserve: DiskReserve(besides: fixed.store),
            clock: clock, log: log, alarms: alarms, board: board,
            catalog: catalog)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        workers = (0..<min(cores, 32)).map { DecodeWorker(number: $0) }
        shared = LiveCamera.Shared(
            storeQueue: storeQueue, keeper: keeper, clock: clock, timeZone: fixed.timeZone,
            scratches: ScratchPool(limit: cores + 1), pictures: PicturePool(limit: 2 * cores), hurry: hurry)
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
        let aside = try quarantine.begin(at: now)
        try settleHealth(of: plans, aside: aside, aliveUntil: last?.seenAt ?? now)
        let incidents = try store.openIncidents(aliveUntil: last?.endedAt ?? last?.seenAt)
        let lasting = try store.lastingHealth()
        for plan in plans {
            if aside.contains(plan.id) {
                setAside(plan, lasting: lasting[plan.id], at: now)
            } else {
                start(plan, incidents: incidents[plan.id] ?? [], lasting: lasting[plan.id])
            }
        }
        lock.withLock { order = plans.map(\.id) }
        board.set(order: plans.map(\.id))
        ready.store(true, ordering: .releasing)
        log.info("watching", ["cameras": "\(plans.count)", "workers": "\(workers.count)"])
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

    private func setAside(_ plan: CameraPlan, lasting: HealthEvent?, at now: WallTime) {
        alarms.raise(.quarantined(camera: plan.id), at: now)
        if let lasting, lasting.state == .quarantined {
            watch(plan, .aside(lasting))
            return
        }
        let event = HealthEvent(
            camera: plan.id, state: .quarantined, from: now,
            reason: Words(zh: "连续三次崩溃时正在解码此摄像机。", en: "it was being decoded at three crashes in a row"))
        watch(plan, .aside(event))
        var ended = lasting
        ended?.to = now
        storeQueue.async { [keeper, ended] in keeper.keep(HealthMonitor.Change(ended: ended, began: event)) }
    }

    private func start(_ plan: CameraPlan, incidents: [IncidentTracker.Incident], lasting: HealthEvent?) {
        let loads = lock.withLock {
            watched.values.reduce(into: [Int](repeating: 0, count: workers.count)) { loads, one in
                if let index = workers.firstIndex(where: { $0.queue === one.camera?.worker }) { loads[index] += 1 }
            }
        }
        let index = loads.indices.min { loads[$0] < loads[$1] } ?? 0
        let worker = workers[index]
        let past = CameraPast(incidents: incidents, memory: memories.recall(plan.id, at: clock.wall()))
        let camera = LiveCamera(
            plan.setup, connector: LiveConnector(plan, worker: worker), worker: worker.queue,
            mark: WorkerMark(slot: Int32(index)), shared: shared, supplier: worker.supplier, past: past,
            lasting: lasting)
        watch(plan, .live(camera))
        camera.start()
    }

    private func watch(_ plan: CameraPlan, _ part: WatchedCamera.Part) {
        let one = WatchedCamera(plan: plan, part: part)
        lock.withLock { watched[plan.id] = one }
        // In order with what the same camera told under an earlier plan.
        storeQueue.async { [board, card = one.card] in board.set(camera: card) }
    }

    /// Takes over a new configuration: only what changed restarts.
    package func reload(_ new: WatchOrders, releasing released: Set<String>) throws(StoreError) {
        let plans = new.cameras
        if new.fixed != orders.fixed {
            log.fault("store, evidence, console and time_zone change with the next start of piculet")
        }
        try storeQueue.sync {
            Result { () throws(StoreError) in try keeper.adopt(new.scheme, ladder: new.ladder) }
        }.get()
        let old = lock.withLock { watched }
        let wanted = Dictionary(plans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let removed = old.values.filter { wanted[$0.plan.id] == nil }
        let changed = old.values.filter { one in
            wanted[one.plan.id].map { $0 != one.plan || released.contains($0.id) && one.camera == nil } ?? false
        }
        let going = removed + changed
        for one in going { one.camera?.callOff() }
        for one in going { finish(one) }
        for one in changed where wanted[one.plan.id]?.address != one.plan.address { memories.forget(one.plan.id) }
        for one in removed {
            memories.forget(one.plan.id)
            storeQueue.sync { keeper.forget(one.plan.id, at: clock.wall()) }
        }
        try release(going.filter { $0.camera == nil }.map(\.plan.id))
        let incidents = try store.openIncidents(aliveUntil: clock.wall())
        let lasting = try store.lastingHealth()
        lock.withLock {
            for one in going { watched[one.plan.id] = nil }
            order = plans.map(\.id)
        }
        let added = plans.filter { old[$0.id] == nil }
        for plan in changed.compactMap({ wanted[$0.plan.id] }) + added {
            start(plan, incidents: incidents[plan.id] ?? [], lasting: lasting[plan.id])
        }
        board.set(order: plans.map(\.id))
        orders = new.keeping(orders.fixed)
        foresee()
        log.info(
            "configuration reloaded",
            ["added": "\(added.count)", "removed": "\(removed.count)", "changed": "\(changed.count)"])
    }

    private func release(_ cameras: [String]) throws(StoreError) {
        guard !cameras.isEmpty else { return }
        try quarantine.release(cameras)
        for camera in cameras {
            alarms.settle(.quarantined(camera: camera))
            storeQueue.sync { keeper.forget(camera, at: clock.wall()) }
        }
    }

    private func finish(_ one: WatchedCamera) {
        guard let camera = one.camera else { return }
        if !camera.finish(within: .seconds(2)) {
            log.fault("a reader does not end and is left behind", ["camera": "\(one.plan.id)"])
        }
    }

    /// Each second, on the main thread.
    package func tick() {
        let now = clock.now()
        let cameras = lock.withLock { watched.values.compactMap(\.camera) }
        for camera in cameras { camera.tick() }
        load.tick(cameras, alarms: alarms, at: clock.wall())
        longestWait.store(load.longestWait, ordering: .relaxed)
        for worker in workers { ping(worker.queue) }
        ping(storeQueue)
        storeQueue.async { [keeper] in keeper.tick() }
        if lastHeartbeat.map({ now - $0 >= Self.heartbeatEvery }) ?? true {
            lastHeartbeat = now
            // One that cannot be written is followed by the next.
            storeQueue.async { [store, clock] in _ = try? store.noteRun(at: clock.wall(), ends: false) }
        }
        if board.isWatched, figuresPace.isDue(at: now) { board.set(figures: figures) }
        log.flush()
        if lastSweep.map({ now - $0 >= Self.sweepEvery }) ?? true { sweep(now) }
        if !isSound, now - began >= Self.soundAfter { beSound() }
    }

    private func sweep(_ now: MonotonicInstant) {
        lastSweep = now
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
        let all = lock.withLock { Array(watched.values) }
        for one in all { one.camera?.callOff() }
        let hurry = hurry
        DispatchQueue.global().asyncAfter(deadline: .now() + 2) { hurry.ring() }
        for one in all { finish(one) }
        sweepQueue.sync {}
        storeQueue.sync {
            keeper.finish()
            do { try store.noteRun(at: clock.wall(), ends: true) } catch {
                log.error("the end could not be noted", ["reason": "\(error)"])
            }
        }
        log.info("stopped", ["cameras": "\(all.count)"])
    }

    var isReady: Bool { ready.load(ordering: .acquiring) }

    /// Whether workers and store have answered lately.
    package var isHealthy: Bool {
        let now = clock.now()
        return lock.withLock { answers.values.allSatisfy { now - $0 < Self.patience } }
    }

    /// In the configuration's order.
    var cameras: [WatchedCamera] { lock.withLock { order.compactMap { watched[$0] } } }
}
