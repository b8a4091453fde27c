import Cases
import Dispatch
import Foundation
import FrameKernels
import Media
import Scene

/// What a replayed video told, in the order of media time.
package enum ReplayEvent: Sendable {
    case hit(Hit, at: MediaTime, startedAt: MediaTime)
    case permitted(algorithm: String, permit: String, box: Box, at: MediaTime)
    case incident(IncidentTracker.Incident, at: MediaTime)
    case opened(CaseRecord, at: MediaTime)

    package var at: MediaTime {
        switch self {
        case .hit(_, let at, _), .permitted(_, _, _, let at), .incident(_, let at), .opened(_, let at): at
        }
    }
}

/// A time during which every picture was decoded because something moved.
package struct Burst: Sendable, Equatable {
    package var from: MediaTime
    package var to: MediaTime
    package var looks: Int
}

/// What replaying one video took and gave.
package struct ReplaySummary: Sendable {
    package var media = MediaTime.zero
    package var wall = Duration.zero
    package var cpu = Duration.zero
    package var packets = 0
    package var decoded = 0
    package var looked = 0
    /// Always 0: a replay waits.
    package var dropped = 0
    package var damaged = 0
    package var hits = 0
    package var cases = 0
    /// Under the policy `burst`.
    package var bursts: [Burst] = []

    package init() {}
}

/// Sends one recorded video through the pipeline on a virtual clock: reader thread, decode worker, camera queue, store
/// queue. The same input gives the same events at any speed.
package final class Replay: @unchecked Sendable {
    // Sendable: each property is a constant, or owned by the queue named beside it.

    package struct Told: Sendable {
        package let events: [ReplayEvent]
        package let summary: ReplaySummary
        /// In the order of media time; empty where none was asked for.
        package let trace: [TracedLook]
    }

    /// Packets are handed over by the handful: each hand-over costs as much as reading one.
    private static let handful = 8
    /// Enough to keep the worker busy.
    private static let handfulsUnderWay = 3

    private let source: any PacketSource
    private let decoder: any PictureDecoder
    private let recorder: any CaseRecorder
    private let worker: DispatchQueue
    private let storeQueue: DispatchQueue
    private let cameraQueue: DispatchQueue
    private let handOff = HandOff(limit: handfulsUnderWay)
    private let pace: ReplayPace
    private let progress: @Sendable (MediaTime) -> Void
    private let finished = DispatchGroup()

    // Owned by the worker's queue.
    private var looks: LookMaker
    private var bursts: [Burst] = []
    private var decoded = 0
    private var workerCPU = Duration.zero
    /// Why a picture could not be looked at, or not in full.
    private var failure: (any Error)?
    // Owned by the camera's queue.
    private let camera: CameraState
    private var trace: [TracedLook] = []
    // Owned by the store's queue.
    private var events: [ReplayEvent] = []
    private var storeFailure: (any Error)?

    /// - Parameters:
    ///   - isTraced: whether what each algorithm saw at each look is told too.
    ///   - worker: the decode worker's serial queue; decoder and supplier are used on it alone.
    ///   - storeQueue: serial; shared by all videos that write one store.
    package init(
        _ setup: CameraSetup, source: any PacketSource, decoder: any PictureDecoder, recorder: any CaseRecorder,
        supplier: (any LookSupplier)? = nil, start: WallTime, timeZone: TimeZone, pace: ReplayPace,
        isTraced: Bool = false, worker: DispatchQueue, storeQueue: DispatchQueue,
        progress: @escaping @Sendable (MediaTime) -> Void
    ) {
        (self.source, self.decoder, self.recorder) = (source, decoder, recorder)
        (self.worker, self.storeQueue, self.pace, self.progress) = (worker, storeQueue, pace, progress)
        cameraQueue = DispatchQueue(label: "camera.\(setup.id)")
        looks = LookMaker(setup.policy, pool: PicturePool(limit: 1))
        camera = CameraState(
            setup, start: start, timeZone: timeZone, scratches: ScratchPool(limit: 1), supplier: supplier)
        if isTraced { camera.tracer = { [unowned self] in trace.append($0) } }
    }

    /// Reads to the end. Blocks: called on a thread that may, the video's reader.
    package func run() throws -> Told {
        var summary = ReplaySummary()
        let clock = ContinuousClock()
        let began = clock.now
        let cpuBefore = ThreadTime.now()
        var handful: [any EncodedPacket] = []
        while let packet = source.next() {
            summary.packets += 1
            if case .live = pace { Self.sleep(until: began + (packet.time - .zero), clock) }
            if handful.isEmpty { handful.reserveCapacity(Self.handful) }
            handful.append(packet)
            guard handful.count == Self.handful || pace == .live else { continue }
            handOver(handful)
            handful.removeAll()
        }
        handOver(handful)
        worker.async(group: finished) { self.finish() }
        finished.wait()
        let readerCPU = ThreadTime.now() - cpuBefore
        // All queues are idle now: what they own may be read here.
        if let error = storeFailure ?? failure { throw error }
        summary.wall = clock.now - began
        summary.cpu = readerCPU + workerCPU
        (summary.decoded, summary.looked, summary.media) = (decoded, camera.looked, camera.last)
        (summary.damaged, summary.bursts) = (decoder.damaged, bursts)
        for event in events {
            switch event {
            case .hit: summary.hits += 1
            case .opened: summary.cases += 1
            case .permitted, .incident: break
            }
        }
        return Told(events: events, summary: summary, trace: trace)
    }

    private static func sleep(until instant: ContinuousClock.Instant, _ clock: ContinuousClock) {
        let wait = instant - clock.now
        if wait > .zero { Thread.sleep(forTimeInterval: wait.inSeconds) }
    }

    private func handOver(_ packets: [any EncodedPacket]) {
        let ticket = handOff.wait()
        worker.async(group: finished) {
            for packet in packets { self.decode(packet) }
            withExtendedLifetime(ticket) {}
        }
    }

    private func decode(_ packet: any EncodedPacket) {
        dispatchPrecondition(condition: .onQueue(worker))
        let before = ThreadTime.now()
        run(looks.plan.take(packet, time: packet.time, isKeyframe: packet.isKeyframe, bytes: packet.bytes))
        workerCPU += ThreadTime.now() - before
    }

    private func finish() {
        let before = ThreadTime.now()
        run(looks.plan.end())
        workerCPU += ThreadTime.now() - before
    }

    private func run(_ steps: [DecodePlan<any EncodedPacket>.Step]) {
        for step in steps { decoder.take(step) { receive($0) } }
    }

    private func receive(_ picture: any OriginalPicture) {
        decoded += 1
        let isBursting = looks.plan.isBursting
        do {
            try looks.take(picture, from: decoder) { seen, depth in
                if isBursting { note(picture.time) }
                return cameraQueue.sync {
                    look(seen, depth, picture)
                    failure = failure ?? camera.fault
                    return camera.asksForEveryPicture
                }
            }
        } catch {
            failure = failure ?? error
        }
    }

    private func note(_ time: MediaTime) {
        if let last = bursts.last, time - last.to < .seconds(1) {
            bursts[bursts.count - 1].to = time
            bursts[bursts.count - 1].looks += 1
        } else {
            bursts.append(Burst(from: time, to: time, looks: 1))
        }
    }

    private func look(_ seen: AnalysisPicture, _ depth: LookDepth, _ picture: any OriginalPicture) {
        dispatchPrecondition(condition: .onQueue(cameraQueue))
        let events = camera.look(seen, depth, picture, at: picture.time)
        if camera.looked % 16 == 0 { progress(picture.time) }
        guard !events.isEmpty else { return }
        storeQueue.async(group: finished) { self.record(events) }
    }

    private func record(_ news: [CameraEvent]) {
        guard storeFailure == nil else { return }
        do {
            for event in news { try record(event) }
        } catch {
            storeFailure = error
        }
    }

    private func record(_ event: CameraEvent) throws {
        switch event {
        case .hit(let hit, let at, let startedAt): events.append(.hit(hit, at: at, startedAt: startedAt))
        case .permitted(let algorithm, let permit, let box, let at):
            events.append(.permitted(algorithm: algorithm, permit: permit, box: box, at: at))
        case .opened(let opening, let at):
            events.append(.incident(opening.incident, at: at))
            let record = try recorder.open(opening)
            events.append(.opened(record, at: at))
        case .joined(let incident, let hit, let at):
            try recorder.note(hit, incident: incident.key)
            events.append(.incident(incident, at: at))
        case .turned(let incident, let at):
            try recorder.turn(incident)
            events.append(.incident(incident, at: at))
        }
    }
}

/// How fast footage is replayed.
package enum ReplayPace: String, Sendable, CaseIterable {
    /// As fast as the machine can.
    case max
    /// As fast as it was recorded.
    case live
}
