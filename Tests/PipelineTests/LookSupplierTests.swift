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

/// Finds one cart in every picture, somewhere by chance, and writes on it when it was found.
private final class CartFinder: LookSupplier, @unchecked Sendable {
    // Sendable: used on one worker's queue, read when that is idle.
    private(set) var asked: [MediaTime] = []
    private let fails: @Sendable (MediaTime) -> Bool

    init(fails: @escaping @Sendable (MediaTime) -> Bool = { _ in false }) { self.fails = fails }

    func objects(
        of network: String, in picture: any OriginalPicture, _ scene: SceneLook
    ) throws(LookFault) -> [FoundObject] {
        asked.append(picture.time)
        guard network == "carts", !fails(picture.time) else { throw LookFault(network: network, reason: "no memory") }
        var random = SeededRandom(seed: UInt64(picture.time.microseconds))
        let x = Double.random(in: 0...0.3, using: &random)
        return [
            FoundObject(
                label: "\(picture.time.microseconds) \(scene.at.microseconds)",
                box: Box(x: x, y: 0.5, width: 0.2, height: 0.2), score: 0.9)
        ]
    }
}

/// Judges carts. The score says whether each was found in the picture that is judged.
private struct Carts: Algorithm {
    static let entry = AlgorithmEntry(
        profile("carts"), needs: LookNeeds(networks: ["carts"])
    ) { _ in Carts() }

    mutating func judge(_ look: Look, into observations: inout [Observation]) {
        for cart in look.objects(of: "carts") {
            let isOfThisLook = cart.label == "\(look.at.microseconds) \(look.at.microseconds)"
            observations.append(
                Observation(since: look.at, box: cart.box, measure: 1, score: isOfThisLook ? 1 : 0))
        }
    }
}

/// Sees the whole picture at every look; needs the scene alone.
private struct Always: Algorithm {
    static let entry = AlgorithmEntry(profile("always")) { _ in Always() }

    mutating func judge(_ look: Look, into observations: inout [Observation]) {
        observations.append(
            Observation(since: look.at, box: Box(x: 0, y: 0, width: 1, height: 1), measure: 1, score: 1))
    }
}

private func profile(_ id: String) -> AlgorithmProfile {
    AlgorithmProfile(
        id: id, nameZH: id, nameEN: id, zoneKinds: [.watch], lastingKey: .dwell, lasting: .seconds(2), threshold: nil,
        gap: .seconds(1), quietAfter: .seconds(60), handlingHours: 1)
}

private func setup(_ id: String, _ entries: [AlgorithmEntry]) -> CameraSetup {
    let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)
    return CameraSetup(
        id: id, name: id, ownership: Ownership(.empty, grid: nil, location: nil), zones: [zone],
        watches: entries.map { .init(algorithm: $0, zone: zone, terms: HitRule.Terms($0.profile)) },
        personScale: .streetCamera, policy: .full)
}

@Suite struct LookSupplierTests {
    private final class Unkept: CaseRecorder {
        private let scheme = CaseScheme(calendars: CalendarBook(current: .usual(in: .gmt)))
        func open(_ opening: CaseOpening) -> CaseRecord {
            scheme.open(opening.intake, evidence: .missing("not kept")).record
        }
        func note(_ hit: Hit, incident: String) {}
        func turn(_ incident: IncidentTracker.Incident) {}
    }

    private func replay(
        _ id: String, _ entries: [AlgorithmEntry], _ supplier: CartFinder, on worker: DispatchQueue
    ) throws -> [String] {
        let replay = Replay(
            setup(id, entries), source: InventedFilm(pictures: 100), decoder: InventedDecoder(), recorder: Unkept(),
            supplier: supplier, start: WallTime(milliseconds: 1_780_000_000_000), timeZone: .gmt, pace: .max,
            worker: worker, storeQueue: DispatchQueue(label: "store"), progress: { _ in })
        return try replay.run().events.map { event in
            // A whole record names its maps in any order.
            if case .opened(let record, let at) = event { "opened \(record.number) at \(at)" } else { "\(event)" }
        }
    }

    /// Four videos, so many at a time; each has a reader and a worker.
    private func replayAll(atOnce: Int) -> [[String]] {
        let lock = NSLock()
        nonisolated(unsafe) var results = [[String]](repeating: [], count: 4)
        DispatchQueue.concurrentPerform(iterations: atOnce) { lane in
            let worker = DispatchQueue(label: "decode.\(lane)")
            for number in stride(from: lane, to: 4, by: atOnce) {
                let told = try? replay("camera-\(number)", [Carts.entry, Always.entry], CartFinder(), on: worker)
                lock.withLock { results[number] = told ?? [] }
            }
        }
        return results
    }

    @Test func `a replay with a network gives the same on one job and on two`() {
        let (one, two) = (replayAll(atOnce: 1), replayAll(atOnce: 2))
        #expect(one.allSatisfy { $0.contains { $0.contains("carts") } && $0.contains { $0.contains("always") } })
        #expect(one == two)
    }

    @Test func `what a network finds is judged with the look that it was found in`() throws {
        let finder = CartFinder()
        let events = try replay("gate", [Carts.entry], finder, on: DispatchQueue(label: "decode"))
        #expect(!events.isEmpty && events.allSatisfy { !$0.contains("score: 0.0") })
        #expect(finder.asked.count == 100)
    }

    @Test func `nothing is asked of a supplier for algorithms that need the scene alone`() throws {
        let finder = CartFinder()
        let events = try replay("gate", [Always.entry], finder, on: DispatchQueue(label: "decode"))
        #expect(!events.isEmpty && finder.asked.isEmpty)
    }

    @Test func `a network that gives no answer stops a replay with a word`() {
        let finder = CartFinder { $0 > MediaTime(seconds: 10) }
        let error = #expect(throws: LookFault.self) {
            try replay("gate", [Carts.entry], finder, on: DispatchQueue(label: "decode"))
        }
        #expect(error?.description == "the network 'carts' gave no answer: no memory")
    }

    @Test func `a network that gives no answer leaves other algorithms alone`() {
        let state = CameraState(
            setup("gate", [Carts.entry, Always.entry]), start: WallTime(milliseconds: 0), timeZone: .gmt,
            scratches: ScratchPool(limit: 1), supplier: CartFinder { _ in true })
        let events = (0..<5).flatMap { second in
            state.look(
                AnalysisPicture(width: 64, height: 36), .levels, InventedUnit(time: MediaTime(seconds: Double(second))),
                at: MediaTime(seconds: Double(second)))
        }
        let opened = events.compactMap { event in
            if case .opened(let opening, _) = event { opening.incident.firstHit.algorithm } else { nil }
        }
        #expect(opened == ["always"])
        #expect(state.fault?.network == "carts")
    }
}
