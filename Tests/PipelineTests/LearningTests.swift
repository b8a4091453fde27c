import Cases
import CityAlgorithms
import Foundation
import FrameKernels
import Media
import Pipeline
import Scene
import TestSupport
import Testing

/// A camera's state lets algorithms learn what is usual: only where nothing of their kind is under way, nor was for an hour.
@Suite struct LearningTests {
    /// Says of the whole picture what the test wants.
    private final class Water: LookSupplier, @unchecked Sendable {
        // Sendable: used on the test's thread.
        var score = 0.0

        func objects(
            of network: String, in picture: any OriginalPicture, _ scene: SceneLook
        ) throws(LookFault) -> [FoundObject] {
            [FoundObject(label: "water", box: Box(x: 0, y: 0, width: 1, height: 1), score: score)]
        }
    }

    private static let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)

    private static func setup(_ schedule: String?) -> CameraSetup {
        let entry = AlgorithmEntry(.waterlogging, networks: ["lite0-water"])
        return CameraSetup(
            id: "gate", name: "gate", ownership: Ownership(.empty, grid: nil, location: nil), zones: [zone],
            watches: [
                .init(
                    algorithm: entry, zone: zone,
                    terms: .init(entry.profile, schedule: schedule.flatMap { DailyWindow(configured: $0) }))
            ],
            personScale: .streetCamera, policy: .full)
    }

    private let water = Water()
    private let decoder = InventedDecoder()
    private let state: CameraState

    init() { state = Self.made(water, .none) }

    /// It begins at 20:26 in the evening.
    private static func made(_ water: Water, _ memory: CameraMemory, schedule: String? = nil) -> CameraState {
        CameraState(
            setup(schedule), start: WallTime(milliseconds: 1_780_000_000_000), timeZone: .gmt,
            scratches: ScratchPool(limit: 2),
            supplier: water, past: CameraPast(incidents: [], memory: memory))
    }

    /// Looks every four minutes.
    private func watch(_ state: CameraState? = nil, from start: Double, hours: Double, score: Double) throws {
        let state = state ?? self.state
        water.score = score
        let seen = AnalysisPicture(width: 64, height: 36)
        for step in 0..<Int(hours * 15) {
            let at = MediaTime(seconds: start * 3600 + Double(step) * 240)
            let picture = InventedUnit(time: at)
            _ = try decoder.shrink(picture, into: seen, withColour: false)
            _ = state.look(seen, .levels, picture, at: at)
        }
    }

    private func learned(_ state: CameraState) -> UsualLook? { state.memoryNow.usual.first?.look }

    @Test func `an hour after anything was under way it learns, and keeps it over a restart`() throws {
        try watch(from: 0, hours: 0.9, score: 0.4)
        #expect(learned(state)?.learnedFor == .zero, "nothing is known yet of what was before")
        try watch(from: 1, hours: 2, score: 0.4)
        let two = try #require(learned(state)?.learnedFor)
        #expect(two > .seconds(3000) && two <= .seconds(2 * 3600))
        // Water over all of it is under way, and then an incident, which lasts on for its quiet time.
        try watch(from: 3, hours: 2, score: 0.9)
        #expect(learned(state)?.learnedFor == two && learned(state)?.weight == 0)
        try watch(from: 5, hours: 1, score: 0.1)
        #expect(learned(state)?.learnedFor == two, "what goes leaves slowly")
        try watch(from: 6, hours: 24, score: 0.1)
        #expect(learned(state)?.isEnough == true)
        let memory = state.memoryNow
        #expect(learned(Self.made(water, memory))?.isEnough == true)
        // Of a zone that is drawn otherwise now nothing is known.
        let other = memory.usual.map {
            CameraMemory.Usual(
                algorithm: $0.algorithm, zone: $0.zone,
                polygon: Polygon([Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 0, y: 1)]), look: $0.look)
        }
        #expect(learned(Self.made(water, CameraMemory(scene: nil, usual: other)))?.learnedFor == .zero)
    }

    @Test func `water is not learned at hours at which its rule does not watch`() throws {
        let state = Self.made(water, .none, schedule: "06:00-07:00")
        try watch(state, from: 0, hours: 6, score: 0.9)
        #expect(learned(state)?.learnedFor == .zero && learned(state)?.weight == 0)
    }

    @Test func `after a gap an hour must be quiet anew`() throws {
        try watch(from: 0, hours: 3, score: 0.1)
        let before = try #require(learned(state)?.learnedFor)
        #expect(before > .zero)
        try watch(from: 9, hours: 0.9, score: 0.1)
        #expect(learned(state)?.learnedFor == before, "nobody knows what was in between")
    }
}
