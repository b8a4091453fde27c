import Cases
import CityAlgorithms
import Foundation
import FrameKernels
import Media
import Pipeline
import Scene
import Testing

/// Sees something at every look, and wants to see more of it.
private struct AlwaysThere: Algorithm {
    static let profile = AlgorithmProfile(
        id: "always", nameZH: "总有", nameEN: "Always", zoneKinds: [.watch], lastingKey: .dwell, lasting: .zero,
        threshold: nil, gap: .seconds(2), quietAfter: .seconds(60), handlingHours: 1)

    private var looks = 0

    init(zone: Zone) {}

    mutating func judge(_ look: SceneLook, into observations: inout [Observation]) {
        looks += 1
        observations.append(
            Observation(since: look.at, box: Box(x: 0, y: 0, width: 1, height: 1), measure: 1, score: 1))
    }

    var asksForEveryPicture: Bool { looks > 2 }
}

private final class NoPicture: OriginalPicture {
    var time: MediaTime { .zero }
    var analysisSize: (width: Int, height: Int) { (64, 64) }
    func jpeg(box: Box?) throws -> Data { Data() }
    func thumbnail() throws -> Data { Data() }
}

@Suite struct CameraStateTests {
    private func state() -> CameraState {
        let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)
        let watch = CameraSetup.Watch(
            algorithm: AlwaysThere.self, zone: zone, terms: HitRule.Terms(AlwaysThere.profile, lasting: .zero))
        let setup = CameraSetup(
            id: "gate", name: "Gate", ownership: Ownership(.empty, grid: nil, location: nil), zones: [zone],
            watches: [watch], personScale: .streetCamera, policy: .burst)
        return CameraState(
            setup, start: WallTime(milliseconds: 0), timeZone: .gmt, scratches: ScratchPool(limit: 1))
    }

    private func look(_ state: CameraState, at seconds: Double) -> [CameraEvent] {
        let seen = AnalysisPicture(width: 64, height: 64)
        return state.look(seen, .levels, NoPicture(), at: MediaTime(seconds: seconds))
    }

    @Test func `a camera that looks elsewhere judges nothing until it looks back`() {
        let state = state()
        state.isSuspended = true
        #expect((0..<5).allSatisfy { look(state, at: Double($0)).isEmpty })
        state.isSuspended = false
        #expect(!look(state, at: 6).isEmpty)
    }

    @Test func `an algorithm may ask for every picture`() {
        let state = state()
        for second in 0..<2 { _ = look(state, at: Double(second)) }
        #expect(!state.asksForEveryPicture)
        _ = look(state, at: 2)
        #expect(state.asksForEveryPicture)
    }
}
