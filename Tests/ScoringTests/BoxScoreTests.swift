import Cases
import CityAlgorithms
import Foundation
import Labels
import Media
import Pipeline
import Scoring
import Testing

/// Labelled boxes, and what an algorithm reports in the same moments.
@Suite struct BoxScoreTests {
    private static let one = Box(x: 0.1, y: 0.1, width: 0.2, height: 0.2)
    /// Two thirds of what it and `one` cover together are of both.
    private static let near = Box(x: 0.14, y: 0.1, width: 0.2, height: 0.2)
    private static let mass = Box(x: 0.6, y: 0.6, width: 0.3, height: 0.3)
    private static let inMass = Box(x: 0.65, y: 0.65, width: 0.1, height: 0.1)

    private func label(_ at: Double, _ box: Box, _ name: String = "glare", isIgnored: Bool = false)
        -> ClipLabels.Moment
    {
        ClipLabels.Moment(
            time: MediaTime(seconds: at), box: LabelledBox(box: box, label: name, isIgnored: isIgnored))
    }

    private func look(_ at: Double, _ seen: [(box: Box, score: Double)]) -> TracedLook {
        let time = MediaTime(seconds: at)
        return TracedLook(
            at: time, algorithm: "glare", zone: "all",
            observations: seen.map { Observation(since: time, box: $0.box, measure: 1, score: $0.score) },
            lasting: nil, outcomes: [])
    }

    private func file(_ boxes: [ClipLabels.Moment], _ trace: [TracedLook]) -> ScoreFile {
        let job = ScoreJob(
            video: "clip.mp4",
            truth: .init(
                name: "clip", camera: "a", conditions: [], scene: "", events: [], absent: [], boxes: boxes),
            setup: MadeUpStills.setup(MadeUpStills.glare, "clip"), byZone: true)
        let findings = ClipFindings(
            clip: "clip", camera: "a", conditions: [], policy: "full", length: .seconds(20), events: [], absent: [],
            detections: [])
        return ScoreFile(
            [ClipResult(job: job, findings: findings, trace: trace)], datasets: ["made-up"], algorithms: ["glare"],
            generatedAt: "", wall: .seconds(1))
    }

    /// By the score: a true box, a wrong one, and one that is true up to an overlap of 0.65. Up to there the precision is 1 at
    /// 51 of 101 recalls and two thirds at 50; beyond, it is 1 at 51.
    @Test func `the precision is that of COCO, and what lies in a mass counts neither way`() throws {
        let file = file(
            [label(1, Self.one), label(2, Self.one), label(2, Self.mass, isIgnored: true), label(10, Self.one)],
            [
                look(1, [(Self.one, 0.9), (Self.mass, 0.8)]), look(2.3, [(Self.near, 0.7), (Self.inMass, 0.95)]),
                look(2.4, [(Self.one, 1)]),
            ])
        let score = try #require(file.policies.first?.boxes?.judged.first)
        // At 10 s it did not look.
        #expect(score.boxes == 2 && score.moments == 2 && score.algorithm == "glare")
        #expect(score.ap50 == 0.834983)
        #expect(score.ap == 0.636964)
        #expect(
            ScoreLines.lines(file).map(\.en).last
                == "  boxes of glare  AP 0.637, AP50 0.835 of 2 box(es) in 2 moment(s)")
        #expect(ScoreTable.csv(file).hasSuffix(",2,2,0.636964,0.834983\n"))
    }

    @Test func `boxes that no algorithm reports are counted, and nothing is said of them`() throws {
        let file = file(
            [label(1, Self.one, "person"), label(1, Self.mass, "person"), label(3, Self.one, "person")],
            [look(1, [(Self.one, 0.9)])])
        let boxes = try #require(file.policies.first?.boxes)
        #expect(boxes.judged.isEmpty)
        #expect(
            ScoreLines.lines(file).map(\.en).last
                == "  boxes: 3 of person labelled in 2 moment(s), none of the algorithms reports boxes of that label: not judged"
        )
        let path = FileManager.default.temporaryDirectory.appending(path: "score-\(UUID().uuidString).json")
        try file.json().write(to: path)
        #expect(try ScoreFile.load(path.path) == file)
        let csv = ScoreTable.csv(file).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(Set(csv.map(\.count)).count == 1, "every row has every column")
        let last = try #require(csv.last)
        #expect(Array(last.prefix(3)) == ["full", "boxes", "person"])
        #expect(Array(last.suffix(4)) == ["3", "2", "", ""])
    }

    @Test func `without boxes there is nothing, and where it never looked no precision`() {
        #expect(file([], [look(1, [])]).policies[0].boxes == nil)
        let never = file([label(1, Self.one)], []).policies[0].boxes?.judged.first
        #expect(never?.boxes == 0 && never?.moments == 0 && never?.ap == nil)
        let blind = file([label(1, Self.one)], [look(1, [])]).policies[0].boxes?.judged.first
        #expect(blind?.boxes == 1 && blind?.ap == 0 && blind?.ap50 == 0)
    }
}
