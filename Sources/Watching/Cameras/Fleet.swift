import Board
import CaseBook
import Cases
import Dispatch
import Foundation
import Keeping
import Media
import Pipeline
import VideoRoles

/// The cameras that are watched: starts them, takes another configuration over, ends them. On the main thread, but for what
/// the lock guards.
final class Fleet: @unchecked Sendable {
    // Sendable: used on the main thread, but for what the lock guards.

    /// What is known of cameras from before they are started.
    struct Past {
        static let none = Past(incidents: [:], lasting: [:])

        let incidents: [String: [IncidentTracker.Incident]]
        let lasting: [String: HealthEvent]

        func of(_ camera: String) -> (incidents: [IncidentTracker.Incident], lasting: HealthEvent?) {
            (incidents[camera] ?? [], lasting[camera])
        }
    }

    private let keeper: CaseKeeper
    private let workers: [DecodeWorker]
    private let shared: LiveCamera.Shared
    private let hurry = StopBell()
    private var tools: CaseKeeper.Tools { keeper.tools }

    private let lock = NSLock()
    private var watched: [String: WatchedCamera] = [:]
    private var order: [String] = []

    /// - Parameter supplier: makes one for each decode worker; nil: the algorithms need the scene alone.
    init(_ keeper: CaseKeeper, timeZone: TimeZone, supplier: () -> (any LookSupplier)?) {
        self.keeper = keeper
        let cores = ProcessInfo.processInfo.activeProcessorCount
        workers = (0..<min(cores, 32)).map { DecodeWorker(number: $0, supplier: supplier()) }
        shared = LiveCamera.Shared(
            storeQueue: keeper.tools.queue, keeper: keeper, clock: keeper.tools.clock, timeZone: timeZone,
            scratches: ScratchPool(limit: cores + 1), pictures: PicturePool(limit: 2 * cores), hurry: hurry)
    }

    /// In the configuration's order. From any thread.
    var cameras: [WatchedCamera] { lock.withLock { order.compactMap { watched[$0] } } }

    /// Those that are not set aside. From any thread.
    var live: [LiveCamera] { lock.withLock { watched.values.compactMap(\.camera) } }

    var workerQueues: [DispatchQueue] { workers.map(\.queue) }

    /// An incident whose case was closed has ended for its camera too. From any thread.
    func forget(_ closed: ClosedIncident) {
        lock.withLock { watched[closed.camera]?.camera }?.caseClosed(closed.key)
    }

    /// - Parameter aside: cameras that are not watched, because decoding them crashed the program.
    func begin(_ plans: [CameraPlan], aside: Set<String>, _ past: Past) {
        for plan in plans {
            let its = past.of(plan.id)
            if aside.contains(plan.id) {
                setAside(plan, lasting: its.lasting)
            } else {
                start(plan, incidents: its.incidents, lasting: its.lasting)
            }
        }
        show(plans)
    }

    private func show(_ plans: [CameraPlan]) {
        let ids = plans.map(\.id)
        lock.withLock { order = ids }
        tools.board.set(order: ids)
    }

    private func setAside(_ plan: CameraPlan, lasting: HealthEvent?) {
        let now = tools.clock.wall()
        tools.alarms.raise(.quarantined(camera: plan.id), at: now)
        if let lasting, lasting.state == .quarantined { return watch(plan, .aside(lasting)) }
        let event = HealthEvent(
            camera: plan.id, state: .quarantined, from: now,
            reason: Words(zh: "连续三次崩溃时正在读取或解码此摄像机。", en: "it was being read or decoded at three crashes in a row"))
        watch(plan, .aside(event))
        var ended = lasting
        ended?.to = now
        tools.queue.async { [keeper, ended] in keeper.keep(HealthMonitor.Change(ended: ended, began: event)) }
    }

    private func start(_ plan: CameraPlan, incidents: [IncidentTracker.Incident], lasting: HealthEvent?) {
        let index = leastLoadedWorker()
        let worker = workers[index]
        tools.memories.settle(plan.id, at: "\(plan.address)")
        let past = CameraPast(
            incidents: incidents, memory: tools.memories.recall(plan.id, at: tools.clock.wall()))
        let camera = LiveCamera(
            plan.setup, connector: LiveConnector(plan, worker: worker), worker: worker.queue,
            mark: CameraMark(slot: Int32(index)), shared: shared, supplier: worker.supplier, past: past,
            lasting: lasting)
        watch(plan, .live(camera))
        camera.start()
    }

    private func leastLoadedWorker() -> Int {
        let loads = lock.withLock {
            watched.values.reduce(into: [Int](repeating: 0, count: workers.count)) { loads, one in
                if let index = workers.firstIndex(where: { $0.queue === one.camera?.worker }) { loads[index] += 1 }
            }
        }
        return loads.indices.min { loads[$0] < loads[$1] } ?? 0
    }

    private func watch(_ plan: CameraPlan, _ part: WatchedCamera.Part) {
        let one = WatchedCamera(plan: plan, part: part)
        lock.withLock { watched[plan.id] = one }
        // In order with what the same camera told under an earlier plan.
        tools.queue.async { [board = tools.board, card = one.card] in board.set(camera: card) }
    }

    /// What another configuration changes.
    struct Difference {
        let added: [CameraPlan]
        let changed: [CameraPlan]
        let removed: [String]
        /// Those of them that were set aside.
        let released: [String]
    }

    /// Ends the cameras that another configuration has no more, or has otherwise.
    ///
    /// - Parameters:
    ///   - released: set aside until now, to be watched again.
    ///   - relearned: to forget their places, and to be watched anew.
    func end(
        for plans: [CameraPlan], releasing released: Set<String>, relearning relearned: Set<String>
    ) -> Difference {
        let old = lock.withLock { watched }
        let wanted = Dictionary(plans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let removed = old.values.filter { wanted[$0.plan.id] == nil }
        let changed = old.values.filter { one in
            wanted[one.plan.id].map {
                // One that was set aside stays so, whatever it is to forget.
                $0 != one.plan || relearned.contains($0.id) && one.camera != nil
                    || released.contains($0.id) && one.camera == nil
            } ?? false
        }
        let going = removed + changed
        for one in going { one.camera?.callOff() }
        for one in going { finish(one) }
        for one in changed where wanted[one.plan.id]?.address != one.plan.address {
            tools.memories.forget(scene: one.plan.id)
        }
        for camera in relearned { tools.memories.forget(camera) }
        for one in removed {
            tools.memories.forget(one.plan.id)
            tools.queue.sync { keeper.forget(one.plan.id, at: tools.clock.wall()) }
        }
        lock.withLock { for one in going { watched[one.plan.id] = nil } }
        return Difference(
            added: plans.filter { old[$0.id] == nil }, changed: changed.compactMap { wanted[$0.plan.id] },
            removed: removed.map(\.plan.id), released: going.filter { $0.camera == nil }.map(\.plan.id))
    }

    /// Starts what a difference brings.
    func start(_ difference: Difference, in plans: [CameraPlan], _ past: Past) {
        for plan in difference.changed + difference.added {
            let its = past.of(plan.id)
            start(plan, incidents: its.incidents, lasting: its.lasting)
        }
        show(plans)
    }

    private func finish(_ one: WatchedCamera) {
        guard let camera = one.camera else { return }
        if !camera.finish(within: .seconds(2)) {
            tools.log.fault("a reader does not end and is left behind", ["camera": "\(one.plan.id)"])
        }
    }

    /// Ends all of them in order, within a few seconds.
    ///
    /// - Returns: how many there were.
    func endAll() -> Int {
        let all = lock.withLock { Array(watched.values) }
        for one in all { one.camera?.callOff() }
        let hurry = hurry
        DispatchQueue.global().asyncAfter(deadline: .now() + 2) { hurry.ring() }
        for one in all { finish(one) }
        return all.count
    }
}
