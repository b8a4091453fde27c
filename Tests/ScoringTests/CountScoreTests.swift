import Cases
import CityAlgorithms
import Media
import Pipeline
import Scoring
import Testing

/// Persons that an algorithm counts in its zones, and what somebody counted by eye.
@Suite struct CountScoreTests {
    /// - Parameters: left and right edge, 0 to 1.
    private func zone(_ id: String, _ left: Double, _ right: Double) -> Zone {
        Zone(
            id: id, kind: .watch,
            polygon: Polygon([
                Point(x: left, y: 0), Point(x: right, y: 0), Point(x: right, y: 1), Point(x: left, y: 1),
            ]))
    }

    private func file(_ zones: [Zone]) throws -> ScoreFile { file([try result("clip", zones)]) }

    private func file(_ results: [ClipResult]) -> ScoreFile {
        ScoreFile(results, datasets: ["d"], algorithms: ["crowd"], generatedAt: "", wall: .seconds(1))
    }

    /// A clip of which somebody counted ten persons, and the algorithm six in each zone.
    private func result(_ name: String, _ zones: [Zone], conditions: [String] = []) throws -> ClipResult {
        let crowd = try #require(AlgorithmCatalog.builtIn["crowd"])
        let at = MediaTime(seconds: 5)
        let job = ScoreJob(
            video: "clip.mp4",
            truth: .init(
                name: name, camera: "a", conditions: conditions, scene: "", events: [], absent: [],
                counts: [.init(at: at, low: 10, high: 10)]),
            setup: CameraSetup(
                id: name, name: name, ownership: Ownership(.empty, grid: nil, location: nil), zones: zones,
                watches: zones.map { .init(algorithm: crowd, zone: $0, terms: HitRule.Terms(crowd.profile)) },
                personScale: .streetCamera, policy: .full), byZone: true)
        let findings = ClipFindings(
            clip: name, camera: "a", conditions: conditions, policy: "full", length: .seconds(20), events: [],
            absent: [], detections: [.sample("litter", from: 1, hit: 2, to: 3, score: 0.5)])
        let trace = zones.map { zone in
            let seen = Observation(since: at, box: Box(x: 0, y: 0, width: 1, height: 1), measure: 6, score: 0.5)
            return TracedLook(
                at: at, algorithm: "crowd", zone: zone.id, observations: [seen], lasting: nil, outcomes: [])
        }
        return ClipResult(job: job, findings: findings, trace: trace)
    }

    @Test func `under a condition the persons of its clips are counted, and of no others`() throws {
        let all = zone("all", 0, 1)
        let file = file([
            try result("a", [all], conditions: ["day"]), try result("b", [all], conditions: ["night"]),
            try result("c", [all], conditions: ["night"]),
        ])
        #expect(file.policies[0].counts.map(\.n) == [3])
        #expect(file.policies[0].conditions.map { $0.counts?.map(\.n) } == [[1], [2]])
    }

    @Test func `detections of which the labels do not tell the truth are mentioned`() throws {
        let zones = [zone("all", 0, 1)]
        let file = file([try result("a", zones), try result("b", zones)])
        #expect(
            ScoreLines.lines(file).contains(
                Words(
                    zh: "  另有 2 个检出，其算法的真值标注未说明：不计",
                    en: "  2 more detection(s) of algorithms whose truth the labels do not tell: they count for nothing"
                )))
    }

    @Test func `zones side by side are summed, also where hands drew them a little over each other`() throws {
        for edge in [0.5, 0.506] {
            let score = try #require(file([zone("left", 0, edge), zone("right", 0.5, 1)]).policies[0].counts.first)
            #expect(score.n == 1 && score.bias == 2 && score.overlapping == nil)
        }
    }

    @Test func `where one zone covers the others, it alone counts`() throws {
        let zones = [zone("left", 0, 0.5), zone("all", 0, 1), zone("same", 0, 1), zone("right", 0.4, 1)]
        let score = try #require(file(zones).policies[0].counts.first)
        #expect(score.n == 1 && score.bias == -4 && score.overlapping == nil)
    }

    @Test func `where zones overlap nobody is counted twice: the clip is left out, and that is said`() throws {
        let file = try file([zone("left", 0, 0.6), zone("right", 0.4, 1)])
        let score = try #require(file.policies[0].counts.first)
        #expect(score.n == 0 && score.bias == nil && score.overlapping == ["clip"])
        #expect(
            ScoreLines.lines(file).contains(
                Words(
                    zh: "  crowd 的人数：clip 的区域互相重叠，人会被数两次，不计。请加一个覆盖它们的区域",
                    en:
                        "  persons of crowd: the zones of clip overlap, and people in two of them would count twice: left out. "
                        + "Add a zone that covers them")))
    }
}
