import Cases
import Dispatch
import Foundation
import FrameKernels
import Media
import Scene
import Synchronization

/// One camera, watched: a reader thread, a decode worker that it shares with others, a queue that owns its state.
package final class LiveCamera: @unchecked Sendable {
    // Sendable: each property is a constant, or owned by the thread or queue named beside it.

    /// Everything that the cameras of a daemon share.
    package struct Shared: Sendable {
        package let storeQueue: DispatchQueue
        /// Where the files of scenes are written: slow, and never urgent.
        let sceneQueue = DispatchQueue(label: "scenes", qos: .utility)
        package let keeper: any LiveKeeper
        package let clock: any LiveClock
        package let timeZone: TimeZone
        package let scratches: ScratchPool
        package let pictures: PicturePool
        /// Rung when what still waits for a decoder is left undone.
        package let hurry: StopBell

        package init(
            storeQueue: DispatchQueue, keeper: any LiveKeeper, clock: any LiveClock, timeZone: TimeZone,
            scratches: ScratchPool, pictures: PicturePool, hurry: StopBell
        ) {
            (self.storeQueue, self.keeper, self.clock) = (storeQueue, keeper, clock)
            (self.timeZone, self.scratches, self.pictures) = (timeZone, scratches, pictures)
            self.hurry = hurry
        }
    }

    /// A second of pictures may wait for the decoder.
    static let packetsUnderWay = 25
    /// Keyframes come one in two seconds: a second one that waits is late already.
    static let keyframesUnderWay = 2
    /// What the ring holds of the stream.
    static let ringTime = Duration.seconds(10)
    static let ringBytes = 4_000_000

    package let setup: CameraSetup
    package let counters = CameraCounters()
    let connector: any SourceConnector
    let shared: Shared
    package let worker: DispatchQueue
    let mark: any CrashMark
    let bell = StopBell()
    let handOff: HandOff
    let gone = DispatchSemaphore(value: 0)
    /// Media zero.
    let epoch: MonotonicInstant
    private let isNew: Bool

    // Owned by the camera's queue.
    let cameraQueue: DispatchQueue
    let state: CameraState
    var check: PictureCheck
    var lastTime = MediaTime.zero
    var isKeepingMemory = false

    // Owned by the worker's queue.
    var looks: LookMaker
    var decoder: (any PictureDecoder)?
    var wantsFirstPicture = false

    // Guarded by the lock.
    let lock = NSLock()
    private var health: HealthMonitor
    private var ring = PacketRing<any EncodedPacket>(longest: ringTime, mostBytes: ringBytes)
    private var picture: (jpeg: Data, at: MonotonicInstant)?
    private var pictureWantedUntil: MonotonicInstant?

    /// - Parameters:
    ///   - worker: the decode worker's serial queue; the connector's decoders and the supplier are used on it alone.
    ///   - past: what was known before a restart.
    ///   - lasting: the state that had not ended before a restart.
    package init(
        _ setup: CameraSetup, connector: any SourceConnector, worker: DispatchQueue, mark: any CrashMark,
        shared: Shared, supplier: (any LookSupplier)? = nil, past: CameraPast, lasting: HealthEvent?
    ) {
        (self.setup, self.connector, self.worker) = (setup, connector, worker)
        (self.mark, self.shared) = (mark, shared)
        cameraQueue = DispatchQueue(label: "camera.\(setup.id)")
        handOff = HandOff(limit: setup.policy == .keyframes ? Self.keyframesUnderWay : Self.packetsUnderWay)
        epoch = shared.clock.now()
        let now = HealthMonitor.Moment(instant: epoch, wall: shared.clock.wall())
        state = CameraState(
            setup, start: now.wall, timeZone: shared.timeZone, scratches: shared.scratches, supplier: supplier,
            past: past, wait: Self.wait(of: setup.id))
        check = PictureCheck(ignoring: setup.zones.filter { $0.kind == .ignore }.map(\.polygon))
        looks = LookMaker(setup.policy, pool: shared.pictures)
        isNew = lasting == nil
        health = HealthMonitor(camera: setup.id, policy: setup.policy, past: lasting, at: now)
    }

    /// Which share of an interval a camera waits: another for each, the same at every start (FNV-1a).
    private static func wait(of id: String) -> Double {
        let hash = id.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return Double(hash >> 8) / Double(1 << 24)
    }

    /// Begins to watch; returns at once.
    package func start() {
        if isNew { tell(HealthMonitor.Change(ended: nil, began: currentHealth)) }
        let thread = Thread { [self] in
            mark.read(setup.id)
            read()
            gone.signal()
        }
        thread.stackSize = 512 * 1024
        thread.name = "reader.\(setup.id)"
        thread.start()
    }

    /// Asks the reader to end; returns at once.
    package func callOff() {
        bell.ring()
        connector.callOff()
    }

    /// Waits until everything that was under way is done and told. After `callOff`, never on a Dispatch queue.
    ///
    /// - Returns: whether the reader ended in time; one that libavformat does not let go of is left behind.
    package func finish(within time: Duration) -> Bool {
        let ended = gone.wait(timeout: .now() + time.inSeconds) == .success
        worker.sync {
            run(looks.plan.end(), nil)
            decoder = nil
        }
        emptyRing()
        lock.withLock { picture = nil }
        let memory = cameraQueue.sync { state.memoryNow }
        let last = lock.withLock { health.end(moment) }
        if !memory.isEmpty { shared.sceneQueue.sync { shared.keeper.keep(memory, of: setup.id) } }
        shared.storeQueue.sync { shared.keeper.end(last) }
        return ended
    }

    package var currentHealth: HealthEvent { lock.withLock { health.current } }

    /// How lively it is: the share of the picture that moves lately, and 1 more while something is under way.
    package var activity: Double { Double(counters.activity.value) / 1000 }

    /// Asked each second by whoever watches the cameras: silence is no event.
    package func tick() { feel { $0.tick($1) } }

    /// A small picture of what the camera shows, JPEG; asking makes the next looks renew it for a while.
    package func recentPicture() -> Data? {
        lock.withLock {
            pictureWantedUntil = shared.clock.now() + .seconds(30)
            return picture?.jpeg
        }
    }

    var moment: HealthMonitor.Moment { .init(instant: shared.clock.now(), wall: shared.clock.wall()) }

    /// Lets the health monitor hear something; tells what changed.
    func feel(_ body: (inout HealthMonitor, HealthMonitor.Moment) -> HealthMonitor.Change?) {
        let now = moment
        guard let change = lock.withLock({ body(&health, now) }) else { return }
        if change.began.state == .stalled { counters.stalls.increment() }
        tell(change)
    }

    private func tell(_ change: HealthMonitor.Change) {
        shared.storeQueue.async { [shared] in shared.keeper.keep(change) }
    }

    func keepInRing(_ packet: any EncodedPacket) {
        lock.withLock {
            ring.append(packet, time: packet.time, isKeyframe: packet.isKeyframe, bytes: packet.bytes)
            counters.ringBytes.store(ring.bytes, ordering: .relaxed)
        }
    }

    func emptyRing() {
        lock.withLock {
            ring.removeAll()
            counters.ringBytes.store(0, ordering: .relaxed)
        }
    }

    /// Renews the small picture when somebody looks, or when it is the first of a connection.
    func renewPicture(_ original: any OriginalPicture) {
        let now = shared.clock.now()
        let isDue = lock.withLock {
            let isWanted = pictureWantedUntil.map { now < $0 } ?? false
            let isOld = picture.map { now - $0.at > .milliseconds(1500) } ?? true
            return isWanted && isOld || wantsFirstPicture
        }
        guard isDue else { return }
        wantsFirstPicture = false
        // A picture that cannot be written is missing on the page, no more.
        guard let jpeg = try? original.thumbnail() else { return }
        lock.withLock { picture = (jpeg, now) }
    }
}
