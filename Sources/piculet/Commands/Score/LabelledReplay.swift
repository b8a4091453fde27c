import ArgumentParser
import CityAlgorithms
import Foundation
import Labels
import Media
import Phrases
import Pipeline
import Planning
import Replaying
import Scoring
import Settings
import Sight
import Speaking

/// How labelled footage is replayed to be judged: what `piculet score` and `piculet tune` share.
struct LabelledReplay {
    let settings: Settings?
    let algorithms: [String]
    /// nil: each camera's own.
    let policies: [DecodePolicy?]
    /// How many videos at once.
    let atOnce: Int
    let timeZone: TimeZone
    /// The wall time of each video's first picture.
    let start: WallTime

    /// - Parameters:
    ///   - decode: policies with commas between; nil: each camera's own.
    ///   - jobs: how many videos at once.
    /// - Throws: what is wrong with the options.
    init(settings: Settings?, algorithms: [String], decode: String?, jobs: Int) throws {
        guard (1...64).contains(jobs) else { throw wrongUsage(CommandWords.wrongJobs(jobs)) }
        (self.settings, self.algorithms, atOnce) = (settings, algorithms.inOrderOnce, jobs)
        policies =
            try decode?.split(separator: ",").map { text in
                let text = text.trimmingCharacters(in: .whitespaces)
                guard let policy = DecodePolicy(configured: text) else { throw wrongUsage(CommandWords.noPolicy(text)) }
                return policy
            } ?? [nil]
        guard !policies.isEmpty else { throw wrongUsage(CommandWords.noPolicy(decode ?? "")) }
        try openEyes()
        timeZone = settings?.timeZone ?? TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        // Morning, in the street's own time: schedules and permits are judged by it.
        start = CalendarDate("2026-01-01")?.moment(minute: 8 * 60, in: timeZone) ?? WallTime(milliseconds: 0)
    }

    /// What is to be replayed.
    ///
    /// - Parameter isWholePicture: the whole picture is watched as one zone, whatever zones the labels have.
    func jobs(_ labels: CheckedDatasets, isWholePicture: Bool = false) -> [ScoreJob] {
        ScoreJob.all(
            labels.datasets, algorithms: algorithms, policies: policies, isWholePicture: isWholePicture,
            size: labels.size
        ) {
            camera, name, zones, policy in
            SetupMaker(settings: settings, catalog: Known.algorithms, algorithms: algorithms, policy: policy)
                .judged(camera, name: name, zones: zones)
        }
    }

    func results(_ list: [ScoreJob]) throws -> [ClipResult] {
        let runner = ScoreRunner(
            list, start: start, timeZone: timeZone, scheme: .usual(in: timeZone, catalog: Known.algorithms),
            progress: ReplayProgress(videos: list.count), supplier: { Sight.here.supplier() })
        return try runner.run(atOnce: atOnce)
    }

    /// What the datasets' still pictures ask; nil: there are none.
    func stills(_ datasets: [Dataset]) throws -> [StillScore]? {
        let questions = StillQuestion.all(in: datasets.map { ($0.name, $0.stills) })
        guard !questions.isEmpty else { return nil }
        let runner = StillRunner(
            start: start, timeZone: timeZone, scheme: .usual(in: timeZone, catalog: Known.algorithms),
            setup: { camera, name, algorithm in
                // Every picture of the film is looked at.
                SetupMaker(settings: settings, catalog: Known.algorithms, algorithms: [algorithm], policy: .full)
                    .judged(camera, name: name, zones: nil)
            }, supplier: { Sight.here.supplier() })
        return try runner.scores(
            questions, known: Known.algorithms.usable.map(\.id), algorithms: algorithms, atOnce: atOnce)
    }
}
