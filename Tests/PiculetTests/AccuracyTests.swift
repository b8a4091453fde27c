import Foundation
import Testing

/// Holds the first two algorithms to the labels, with `dwell: 10s`, `hold: 5s`, `threshold: 15`.
@Suite struct AccuracyTests {
    @Test(arguments: ["full", "every 1s"])
    func `drawn events are found once and nothing else is`(policy: String) throws {
        try expectLabelsHold(LabelledClip.samples, policy: policy, everyEvent: true)
    }

    @Test(
        .enabled(if: LabelledClip.footageIsHere, "the shared footage is not beside the repository"),
        arguments: ["full", "every 1s"])
    func `real footage gives no case where labels call it absent`(policy: String) throws {
        let cases = try expectLabelsHold(LabelledClip.footage, policy: policy, everyEvent: false)
        #expect(cases["hall-crowd-wrong-header"] == ["crowd"])
    }

    /// The algorithms of the cases by camera.
    @discardableResult
    private func expectLabelsHold(
        _ clips: [LabelledClip], policy: String, everyEvent: Bool
    ) throws -> [String: [String]] {
        let outcome = try Program.run(
            ["replay"] + clips.map(\.video.path)
                + [
                    "--config", try LabelledClip.configuration(clips), "--decode", policy, "--format", "jsonl",
                    "--jobs", "2",
                ])
        #expect(outcome.status == 0)
        var found: [String: [String]] = [:]
        for clip in clips {
            let cases = outcome.lines("case").filter { $0["camera"] as? String == clip.name }
            let algorithms = cases.compactMap { $0["algorithm"] as? String }
            found[clip.name] = algorithms
            for algorithm in clip.labels.absent {
                #expect(!algorithms.contains(algorithm), "\(clip.name) has a \(algorithm) under \(policy)")
            }
            guard everyEvent else { continue }
            #expect(cases.count == clip.labels.events.count, "\(clip.name) under \(policy)")
            let hits = outcome.lines("hit").filter { $0["camera"] as? String == clip.name }
            for event in clip.labels.events {
                let hit = try #require(hits.first { $0["algorithm"] as? String == event.algorithm })
                let started = try #require(hit["started_media_s"] as? Double)
                #expect(abs(started - event.start) <= event.tolerance, "\(clip.name) under \(policy): \(started)")
                #expect(hit["zone"] as? String == event.zone)
            }
        }
        return found
    }
}
