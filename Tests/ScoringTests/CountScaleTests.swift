import Cases
import CityAlgorithms
import Media
import Pipeline
import Scoring
import Testing

/// A camera's own scale, from moments that people counted.
@Suite struct CountScaleTests {
    private let zone = Zone(id: "all", kind: .watch, polygon: .wholePicture)

    /// A clip of a camera: what somebody counted, and what the algorithm did.
    private func result(_ camera: String, _ counts: [(truth: Int, counted: Double)]) throws -> ClipResult {
        let crowd = try #require(AlgorithmCatalog.builtIn["crowd"])
        func at(_ index: Int) -> MediaTime { MediaTime(seconds: Double(5 * index)) }
        let job = ScoreJob(
            video: "clip.mp4",
            truth: .init(
                name: camera, camera: camera, conditions: [], scene: "", events: [], absent: [],
                counts: counts.enumerated().map { .init(at: at($0), low: $1.truth, high: $1.truth) }),
            setup: CameraSetup(
                id: camera, name: camera, ownership: Ownership(.empty, grid: nil, location: nil), zones: [zone],
                watches: [
                    .init(algorithm: crowd, zone: zone, terms: HitRule.Terms(crowd.profile, threshold: 50), scale: 2)
                ],
                personScale: .streetCamera, policy: .full), byZone: true)
        let findings = ClipFindings(
            clip: camera, camera: camera, conditions: [], policy: "full", length: .seconds(60), events: [], absent: [],
            detections: [])
        let trace = counts.enumerated().map { index, count in
            let seen = Observation(
                since: at(index), box: Box(x: 0, y: 0, width: 1, height: 1), measure: count.counted, score: 0.5)
            return TracedLook(
                at: at(index), algorithm: "crowd", zone: "all", observations: [seen], lasting: nil, outcomes: [])
        }
        return ClipResult(job: job, findings: findings, trace: trace)
    }

    @Test func `where half of the persons are found the scale is two, judged by what it was not found from`() throws {
        let scale = try #require(
            CountScale.all([try result("gate", [(10, 5), (20, 10), (40, 20), (6, 3)])], of: "crowd").first?.scale)
        #expect(scale.moments == 4 && abs(scale.factor - 2) < 1e-9 && scale.helps)
        #expect(scale.before.meanAbsolute == 9.5 && (scale.after.meanAbsolute ?? 1) < 1e-9)
        #expect(scale.after.withinFifth.value == 1)
    }

    @Test func `where the algorithm is right but for chance a scale is no help`() throws {
        let scale = try #require(
            CountScale.all([try result("gate", [(10, 11), (10, 9), (10, 10)])], of: "crowd").first?.scale)
        #expect(abs(scale.factor - 1) < 1e-9 && !scale.helps)
    }

    @Test func `each camera has its own, over all its clips, and too few moments give none`() throws {
        let told = CountScale.all(
            [
                try result("gate", [(10, 5)]), try result("yard", [(10, 20), (8, 16)]),
                try result("gate", [(8, 4), (4, 2)]),
                try result("roof", [(10, 0), (8, 0), (3, 0)]),
            ], of: "crowd")
        #expect(told.map(\.camera) == ["gate", "yard", "roof"])
        #expect(told[0].scale?.moments == 3 && abs((told[0].scale?.factor ?? 0) - 2) < 1e-9)
        #expect(told[1].scale == nil && told[2].scale == nil)
    }

    @Test func `it is found with nothing multiplied, and where the networks look often`() throws {
        let job = try result("gate", [(10, 5)]).job.watchedClosely
        #expect(job.setup.watches.allSatisfy { $0.scale == 1 && $0.terms.enter == 1 } && job.truth.counts.count == 1)
    }
}
