import Cases
import CityAlgorithms
import Foundation
import FrameKernels
import Media
import Pipeline
import Scene
import Testing

/// Counts how often it is asked.
private final class Counter: LookSupplier, @unchecked Sendable {
    // Sendable: used on the test's thread.
    private(set) var asked: [Double] = []
    private let findsSomething: Bool

    init(findsSomething: Bool = true) { self.findsSomething = findsSomething }

    func objects(
        of network: String, in picture: any OriginalPicture, _ scene: SceneLook
    ) throws(LookFault) -> [FoundObject] {
        asked.append((picture.time - .zero).inSeconds)
        guard findsSomething else { return [] }
        return [
            FoundObject(
                label: "\((picture.time - .zero).inSeconds)", box: Box(x: 0.1, y: 0.1, width: 0.2, height: 0.2),
                score: 1)
        ]
    }
}

/// Wants its network to look from second to second; what it judges is when its objects were found.
private struct Watcher: Algorithm {
    let from: Double
    let to: Double

    let every: Duration

    func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        (from..<to).contains((scene.at - .zero).inSeconds) ? every : nil
    }

    mutating func judge(_ look: Look, into observations: inout [Observation]) {
        for object in look.objects(of: "eyes") {
            observations.append(
                Observation(
                    since: look.at, box: object.box, measure: 1 + (Double(object.label) ?? -1), score: object.score))
        }
    }
}

@Suite struct NetworkPaceTests {
    private func setup(every: Duration, from: Double, to: Double, dwell: Double) -> CameraSetup {
        let entry = AlgorithmEntry(
            AlgorithmProfile(
                id: "watcher", nameZH: "看", nameEN: "Watcher", zoneKinds: [.watch], lastingKey: .dwell,
                lasting: .seconds(dwell), threshold: nil, gap: .seconds(1), quietAfter: .seconds(60), handlingHours: 1),
            needs: LookNeeds(networks: ["eyes"])
        ) { _ in Watcher(from: from, to: to, every: every) }
        let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)
        return CameraSetup(
            id: "gate", name: "gate", ownership: Ownership(.empty, grid: nil, location: nil), zones: [zone],
            watches: [.init(algorithm: entry, zone: zone, terms: HitRule.Terms(entry.profile))],
            personScale: .streetCamera, policy: .full)
    }

    private func looks(every: Duration, from: Double, to: Double, dwell: Double = 60) -> (
        asked: [Double], found: [Double?]
    ) {
        let setup = setup(every: every, from: from, to: to, dwell: dwell)
        let counter = Counter()
        let replay = Replay(
            setup, source: InventedFilm(pictures: 100), decoder: InventedDecoder(), recorder: NoCases(),
            supplier: counter, start: WallTime(milliseconds: 1_780_000_000_000), timeZone: .gmt, pace: .max,
            isTraced: true, worker: .init(label: "decode"), storeQueue: .init(label: "store"), progress: { _ in })
        let trace = (try? replay.run().trace) ?? []
        return (counter.asked, trace.map { $0.observations.first.map { $0.measure - 1 } })
    }

    @Test func `a network looks no more often than its algorithm needs`() {
        let (asked, found) = looks(every: .seconds(2), from: 0, to: 1000)
        #expect(asked.count > 3 && zip(asked, asked.dropFirst()).allSatisfy { $1 - $0 > 1.999 })
        // In between what it found last stands for the look.
        #expect(found.allSatisfy { $0 != nil } && Self.moments(found.compactMap(\.self)) == Self.moments(asked))
    }

    /// In milliseconds.
    private static func moments(_ seconds: [Double]) -> Set<Int> { Set(seconds.map { Int(($0 * 1000).rounded()) }) }

    /// When a network looks that is wanted each minute, in five minutes of a look a second.
    private func minutes(findsSomething: Bool = true, wait: Double = 0, stride: Int = 1) -> [Double] {
        let counter = Counter(findsSomething: findsSomething)
        let state = CameraState(
            setup(every: .seconds(60), from: 0, to: 1000, dwell: 1000), start: WallTime(milliseconds: 0),
            timeZone: .gmt, scratches: ScratchPool(limit: 1), supplier: counter, wait: wait)
        state.stride = stride
        for second in 0..<300 {
            let picture = InventedUnit(time: MediaTime(seconds: Double(second)))
            _ = state.look(AnalysisPicture(width: 64, height: 36), .levels, picture, at: picture.time)
        }
        return counter.asked
    }

    @Test func `cameras that begin together do not ask together ever after`() {
        #expect(minutes() == [0, 60, 120, 180, 240])
        #expect(minutes(wait: 0.5) == [30, 90, 150, 210, 270])
    }

    @Test func `where there is no time networks look more seldom, but where something is under way`() {
        #expect(minutes(findsSomething: false, stride: 2) == [0, 120, 240])
        #expect(minutes(stride: 2) == [0, 60, 120, 180, 240])
    }

    @Test func `a hit is judged by what is in its own picture`() throws {
        let (asked, _) = looks(every: .seconds(50), from: 0, to: 1000, dwell: 3)
        let first = try #require(asked.first)
        #expect(asked.count == 2 && asked[1] - first >= 3 && asked[1] - first < 3.2)
    }

    @Test func `it looks only where there is something to look at, and what it found grows old`() {
        let (asked, found) = looks(every: .seconds(1), from: 2, to: 4)
        #expect(!asked.isEmpty && asked.allSatisfy { (2..<4).contains($0) })
        #expect(found.first == .some(nil) && found.last == .some(nil))
        #expect(found.contains { $0 != nil })
    }
}

private final class NoCases: CaseRecorder {
    private let scheme = CaseScheme(calendars: CalendarBook(current: .usual(in: .gmt)))
    func open(_ opening: CaseOpening) -> CaseRecord {
        scheme.open(opening.intake, evidence: .missing("not kept")).record
    }
    func note(_ hit: Hit, incident: String) {}
    func turn(_ incident: IncidentTracker.Incident) {}
}
