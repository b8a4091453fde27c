import Cases
import Measures
import Media
import Scoring
import Testing

/// Scores of made-up cameras, of which one knows how far they are off.
@Suite struct CalibrationTests {
    /// The first cameras of each half, by the rule itself.
    private func cameras(_ split: CameraSplit, _ count: Int) -> [String] {
        Array((0...).lazy.map { "cam\($0)" }.filter { CameraSplit(camera: $0) == split }.prefix(count))
    }

    /// Of each camera four scores of 0.9, one of them true, and one of 0.1, which is not.
    private func scored(_ cameras: [String]) -> [(camera: String, scored: Scored)] {
        cameras.flatMap { camera in
            (0..<4).map { (camera, Scored(0.9, isPositive: $0 == 0)) } + [(camera, Scored(0.1, isPositive: false))]
        }
    }

    /// What scores 0.9 is true once in four, on either half: the curve turns it into 0.25, and 0.1 into 0.
    @Test func `scores that say too much are put right on cameras that the curve never saw`() throws {
        let calibration = Calibration(scored(cameras(.development, 6) + cameras(.judging, 4)))
        #expect(calibration.fitted == 30 && calibration.judged == 20)
        let (before, after) = (try #require(calibration.before), try #require(calibration.after))
        // (4 · |0.9 - 0.25| + 1 · 0.1) / 5, and (0.01 + 3 · 0.81 + 0.01) / 5.
        #expect(before.expectedError == 0.54 && before.brier == 0.49)
        // Nothing is off; (0.5625 + 3 · 0.0625) / 5.
        #expect(after.expectedError == 0 && after.brier == 0.15)
        #expect(after.reliability.map(\.meanScore) == [0, 0.25])
        #expect(before.reliability.map(\.precision.n) == [4, 16])
    }

    @Test func `all that were not fitted are told in one line`() {
        let absent: Set = ["crowd", "stall", "fire"]
        let findings = ClipFindings(
            clip: "a", camera: "a", conditions: [], policy: "full", length: .seconds(60), events: [], absent: absent,
            detections: [])
        let job = ScoreJob(
            video: "a.mp4",
            truth: .init(name: "a", camera: "a", conditions: [], scene: "", events: [], absent: absent),
            setup: MadeUpStills.setup(MadeUpStills.glare, "a"), byZone: true)
        let file = ScoreFile(
            [ClipResult(job: job, findings: findings, trace: [])], datasets: ["d"],
            algorithms: ["crowd", "stall", "fire"], generatedAt: "", wall: .seconds(1))
        #expect(
            ScoreLines.lines(file).filter { $0.en.contains("calibration") } == [
                Words(
                    zh: "  未校准，开发组和评判组的置信度各至少要 20 个，现有：crowd 0 和 0，stall 0 和 0，fire 0 和 0",
                    en:
                        "  calibration not fitted, 20 scores on development cameras and as many on judging ones are needed, "
                        + "there are: crowd 0 and 0, stall 0 and 0, fire 0 and 0")
            ])
    }

    @Test func `a half with few scores says nothing`() {
        let few = Calibration(scored(cameras(.development, 6) + cameras(.judging, 3)))
        #expect(few.fitted == 30 && few.judged == 15)
        #expect(few.before == nil && few.after == nil)
        let none = Calibration([])
        #expect(none.fitted == 0 && none.judged == 0 && none.before == nil)
    }
}
