import Measures
import Media
import Scoring
import TestSupport
import Testing

/// What came of events and detections, line by line.
@Suite struct EventLineTests {
    @Test func `two false alarms at one moment are two lines, each with an id of its own`() throws {
        let job = ScoreJob(
            video: "a.mp4",
            truth: .init(name: "a", camera: "a", conditions: [], scene: "", events: [], absent: ["glare"]),
            setup: MadeUpStills.setup(MadeUpStills.glare, "a"), byZone: true)
        let findings = ClipFindings(
            clip: "a", camera: "a", conditions: [], policy: "full", length: .seconds(20), events: [], absent: ["glare"],
            detections: (0..<3).map { _ in .sample("glare", from: 1, hit: 2, to: 3, score: 0.5) })
        let file = ScoreFile(
            [ClipResult(job: job, findings: findings, trace: [])], datasets: ["d"], algorithms: ["glare"],
            generatedAt: "", wall: .seconds(1))
        let first = try #require(file.events.first?.id)
        #expect(first.hasSuffix("/2000"))
        #expect(file.events.map(\.id) == [first, first + "#2", first + "#3"])
    }
}
