import Media
import Scoring
import Testing

@Suite struct RequirementTests {
    private let known = ["street-stall", "crowd"]

    /// An event of a crowd each hundred seconds, and false alarms between.
    private func policy(found: Int, missed: Int, false wrong: Int) -> PolicyScore {
        var (events, detections) = ([TrueEvent](), [Detection]())
        for at in 0..<(found + missed) {
            let from = Double(at) * 100
            events.append(
                TrueEvent(
                    algorithm: "crowd", zone: "kerb", from: MediaTime(seconds: from), to: MediaTime(seconds: from + 50),
                    tolerance: .seconds(1)))
            if at < found { detections.append(.sample("crowd", from: from, hit: from + 10, to: from + 50, score: 0.8)) }
            if at < wrong {
                detections.append(.sample("crowd", from: from + 60, hit: from + 70, to: from + 80, score: 0.7))
            }
        }
        let clip = ClipFindings(
            clip: "c", camera: "c", conditions: ["day"], policy: "full", length: .seconds(3600), events: events,
            absent: [], detections: detections)
        return PolicyScore("full", known, over: [clip])
    }

    @Test func `what holds is silent, and what does not says what it is`() throws {
        let score = policy(found: 9, missed: 1, false: 1)
        func failures(_ text: String) throws -> [String] {
            try Requirement(text, known: known).failures(in: score).map(\.words.en)
        }
        #expect(try failures("crowd recall>=0.9 precision>=0.9 false-per-hour<=1 detect-median<=10").isEmpty)
        #expect(try failures("all recall>=0.9").isEmpty)
        #expect(
            try failures("crowd recall>=0.95 false-per-day<=0.5") == [
                "crowd recall>=0.95 does not hold (full): it is 0.9",
                "crowd false-per-day<=0.5 does not hold (full): it is 24.0",
            ])
        #expect(
            try failures("street-stall recall>=0.1") == [
                "street-stall recall>=0.1 does not hold (full): nothing was measured"
            ])
    }

    @Test(arguments: [
        ("crowd", "--require 'crowd': write it as \"street-stall recall>=0.9 false-per-day<=0.5\""),
        (
            "crowds recall>=1",
            "--require: there is no algorithm 'crowds', did you mean crowd? Known: street-stall, crowd, all"
        ),
        (
            "crowd recal>=1",
            "--require: there is no figure 'recal', did you mean recall? Known: precision, recall, f1, false-per-hour, "
                + "false-per-day, detect-median, detect-longest, auc"
        ),
        ("crowd recall>=x", "--require: no number stands in 'recall>=x'"),
        ("crowd recall=1", "--require: 'recall=1' needs >= or <="),
    ])
    func `a requirement that cannot be read says which word`(text: String, words: String) throws {
        let error = #expect(throws: RequirementError.self) { try Requirement(text, known: known) }
        #expect(error?.words.en == words)
    }
}
