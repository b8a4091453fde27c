import Cases
import CityAlgorithms
import Dispatch
import Foundation
import FrameKernels
import Media
import Pipeline
import Scene
import TestSupport
import Testing

/// The whole live pipeline on invented pictures.
@Suite struct LiveCameraTests {
    /// Pictures of noise, five a second; what each connection does is told beforehand.
    private final class Street: SourceConnector, @unchecked Sendable {
        // Sendable: used on the reader's thread; the lock guards what the test reads.
        enum Connection {
            case fails(SourceFault.Reason)
            case gives(packets: Int)
        }

        private let lock = NSLock()
        private var connections: [Connection]
        private(set) var asked = 0
        private let clock: ManualClock
        let done = DispatchSemaphore(value: 0)

        init(_ connections: [Connection], clock: ManualClock) { (self.connections, self.clock) = (connections, clock) }

        func connect() throws(SourceFault) -> any LiveSession {
            let next: Connection? = lock.withLock {
                asked += 1
                return connections.isEmpty ? nil : connections.removeFirst()
            }
            switch next {
            case nil:
                done.signal()
                throw .cancelled
            case .fails(let reason): throw SourceFault(reason, Words(zh: "测试", en: "test"))
            case .gives(let packets): return Session(packets, clock: clock)
            }
        }

        func callOff() {}
    }

    private final class Session: LiveSession {
        private var left: Int
        private var number = 0
        private let clock: ManualClock
        private let taken = DispatchSemaphore(value: 0)
        let decoder: any PictureDecoder
        let isPaced = false
        let isUntimed = false

        init(_ packets: Int, clock: ManualClock) {
            (left, self.clock) = (packets, clock)
            decoder = Decoder(taken)
        }

        func next() throws(SourceFault) -> LiveUnit {
            // The clock runs as fast as it is asked: the reader waits for the decoder here.
            if number > 0 { taken.wait() }
            guard left > 0 else { throw SourceFault(.ended, Words(zh: "结束", en: "ended")) }
            left -= 1
            clock.advance(by: .milliseconds(200))
            number += 1
            return .packet(Unit(time: MediaTime(seconds: Double(number) / 5)))
        }
    }

    private final class Unit: EncodedPacket, OriginalPicture, @unchecked Sendable {
        // Sendable: moved before it is handed on.
        private(set) var time: MediaTime
        let isKeyframe = true
        let bytes = 100
        let analysisSize = (width: 64, height: 36)

        init(time: MediaTime) { self.time = time }
        func move(to time: MediaTime) { self.time = time }
        func jpeg(box: Box?, parts: [Box]) throws -> Data { Data([0xFF]) }
        func thumbnail() throws -> Data { Data([0xFE]) }
    }

    private final class Decoder: PictureDecoder, @unchecked Sendable {
        // Sendable: used on the worker's queue.
        private var random = SeededRandom(seed: 7)
        private let taken: DispatchSemaphore
        let damaged = 0

        init(_ taken: DispatchSemaphore) { self.taken = taken }

        func decode(_ packet: any EncodedPacket, _ body: (any OriginalPicture) -> Void) {
            if let unit = packet as? Unit { body(unit) }
        }
        func decodeAlone(_ packet: any EncodedPacket) -> (any OriginalPicture)? { packet as? Unit }
        func drain(_ body: (any OriginalPicture) -> Void) {}
        func reset() {}
        func rest() {}
        func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, withColour: Bool) throws -> Bool {
            let plane = target.luma
            for row in 0..<plane.height {
                for column in 0..<plane.width { plane[column, row] = UInt8.random(in: 100...130, using: &random) }
            }
            taken.signal()
            return false
        }
    }

    private final class Keeper: LiveKeeper, @unchecked Sendable {
        // Sendable: used on the store queue, read when it is idle.
        private(set) var states: [HealthState] = []
        private(set) var ended: [HealthEvent] = []
        private(set) var events: [CameraEvent] = []
        private(set) var memories = 0
        private let storeQueue: DispatchQueue

        init(_ storeQueue: DispatchQueue) { self.storeQueue = storeQueue }

        func keep(_ events: [CameraEvent], of camera: String) { self.events += events }
        func keep(_ change: HealthMonitor.Change) { states.append(change.began.state) }
        // The store queue goes on meanwhile; on that queue itself this would not return.
        func keep(_ memory: CameraMemory, of camera: String) { storeQueue.sync { memories += 1 } }
        func end(_ health: HealthEvent) { ended.append(health) }
    }

    private struct NoMark: CrashMark {
        func begin(_ camera: String) {}
        func end() {}
        func read(_ camera: String) {}
    }

    private func watch(
        _ connections: [Street.Connection], _ watches: [CameraSetup.Watch] = [],
        beforeTheEnd: (LiveCamera, Keeper) -> Void = { _, _ in }
    ) -> (camera: LiveCamera, keeper: Keeper, clock: ManualClock, street: Street, picture: Data?) {
        let storeQueue = DispatchQueue(label: "store")
        let (clock, keeper) = (ManualClock(), Keeper(storeQueue))
        let street = Street(connections, clock: clock)
        let setup = CameraSetup(
            id: "gate", name: "gate", ownership: Ownership(.empty, grid: nil, location: nil), zones: [],
            watches: watches, personScale: .streetCamera, policy: .full)
        let shared = LiveCamera.Shared(
            storeQueue: storeQueue, keeper: keeper, clock: clock, timeZone: .gmt, scratches: ScratchPool(limit: 1),
            pictures: PicturePool(limit: 2), hurry: StopBell())
        let camera = LiveCamera(
            setup, connector: street, worker: DispatchQueue(label: "worker"), mark: NoMark(), shared: shared,
            past: .none, lasting: nil)
        camera.start()
        street.done.wait()
        camera.callOff()
        camera.worker.sync {}
        storeQueue.sync {}
        beforeTheEnd(camera, keeper)
        let picture = camera.recentPicture()
        #expect(camera.finish(within: .seconds(10)))
        #expect(camera.recentPicture() == nil, "what is over keeps no picture")
        storeQueue.sync {}
        return (camera, keeper, clock, street, picture)
    }

    @Test func `it looks at what comes, comes back after a break, and tells both`() {
        let (camera, keeper, clock, _, picture) = watch([
            .fails(.unreachable), .gives(packets: 10), .gives(packets: 10),
        ])
        #expect(keeper.states == [.connecting, .offline, .live, .offline, .live, .offline])
        #expect(camera.counters.packets.value == 20)
        #expect(camera.counters.looked.value == 20 && camera.counters.dropped.value == 0)
        #expect(camera.counters.reconnects.value == 3)
        #expect(clock.waited.count == 3 && clock.waited.allSatisfy { (1...1.2).contains($0.inSeconds) })
        #expect(picture == Data([0xFE]))
    }

    /// Sees the whole picture at every look.
    private struct Always: Algorithm {
        static let entry = AlgorithmEntry(
            AlgorithmProfile(
                id: "always", nameZH: "总有", nameEN: "Always", zoneKinds: [.watch], lastingKey: .dwell,
                lasting: .seconds(1), threshold: nil, gap: .seconds(1), quietAfter: .seconds(60), handlingHours: 1)
        ) { _ in Always() }

        mutating func judge(_ look: Look, into observations: inout [Observation]) {
            let whole = Box(x: 0, y: 0, width: 1, height: 1)
            observations.append(Observation(since: look.at, box: whole, measure: 1, score: 1))
        }
    }

    @Test func `a case that was closed ends its incident, from any thread`() {
        let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)
        let always = CameraSetup.Watch(
            algorithm: Always.entry, zone: zone, terms: HitRule.Terms(Always.entry.profile))
        let (_, keeper, _, _, _) = watch([.gives(packets: 20)], [always]) { camera, keeper in
            for case .opened(let opening, _) in keeper.events { camera.caseClosed(opening.incident.key) }
        }
        let words = keeper.events.map { event in
            switch event {
            case .opened(let opening, _): "opened \(opening.incident.key)"
            case .turned(let incident, _): "\(incident.phase) \(incident.key)"
            default: "other"
            }
        }
        #expect(words.count == 3 && words[0] == "other")
        #expect(words[1].hasPrefix("opened ") && words[2] == words[1].replacing("opened", with: "ended"))
    }

    @Test func `what a scene knows is written beside the store queue`() {
        let (_, keeper, _, _, _) = watch([.gives(packets: 60)])
        #expect(keeper.memories == 2, "when the place was learnt, and at the end")
    }

    @Test func `a refused password is told once and tried once a minute`() {
        let (_, keeper, clock, street, _) = watch([.fails(.refused), .fails(.refused), .fails(.refused)])
        #expect(keeper.states == [.connecting, .refused])
        #expect(street.asked == 4 && clock.waited.prefix(3).allSatisfy { $0 >= .seconds(60) })
    }
}
