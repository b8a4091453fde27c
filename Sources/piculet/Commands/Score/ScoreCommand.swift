import ArgumentParser
import Cases
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
import Video

/// `piculet score`: how accurate algorithms are on labelled footage.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: HelpWords.scoreCommand[Speech.language],
        discussion: HelpWords.discussion(
            "piculet score samples --config samples/score.yaml --output score-output", HelpWords.scoring)[
                Speech.language])

    @Argument(help: HelpWords.datasets.help) var datasets: [String]
    @Option(help: HelpWords.scoreConfig.help) var config: String?
    @Option(help: HelpWords.algorithms.help) var algorithms: String?
    @Option(help: HelpWords.policies.help) var decode: String?
    @Flag(help: HelpWords.wholePicture.help) var wholePicture = false
    @Option(help: HelpWords.jobs.help) var jobs: Int = 1
    @Option(help: HelpWords.scoreOutput.help) var output: String?
    @Option(help: HelpWords.require.help) var require: [String] = []

    func run() throws {
        let options = try ScoreOptions(self)
        do { try score(options) } catch let error as any Worded & Error { throw fail(error) }
    }

    private func score(_ options: ScoreOptions) throws {
        let clock = ContinuousClock()
        let began = clock.now
        let clips = try labelled()
        let jobList = ScoreJob.all(
            clips, algorithms: options.algorithms, policies: options.policies, isWholePicture: wholePicture
        ) { camera, name, zones, policy in
            SetupMaker(
                settings: options.settings, catalog: Known.algorithms, algorithms: options.algorithms, policy: policy
            ).judged(camera, name: name, zones: zones)
        }
        let runner = ScoreRunner(
            jobList, start: options.start, timeZone: options.timeZone,
            scheme: .usual(in: options.timeZone, catalog: Known.algorithms),
            progress: ReplayProgress(videos: jobList.count))
        let results = try runner.run(atOnce: jobs)
        let file = ScoreFile(
            results, datasets: datasets.map { URL(fileURLWithPath: $0).lastPathComponent },
            algorithms: options.algorithms, generatedAt: WallTime(Date()).rfc3339(in: options.timeZone),
            wall: clock.now - began)
        for line in ScoreLines.lines(file) { say(line) }
        if let output {
            let names = options.algorithms.map { ($0, Known.algorithms.name(of: $0)) }
            try ScoreOutput(output).write(
                file, names: Dictionary(uniqueKeysWithValues: names), shown: ShownEvent.all(file, results))
        }
        let failures = file.policies.flatMap { policy in options.requirements.flatMap { $0.failures(in: policy) } }
        for failure in failures { warn(failure.words) }
        if !failures.isEmpty { throw ExitCode(Status.workFailed) }
    }

    /// The labelled clips of all datasets; whatever is wrong with the labels is told at once.
    private func labelled() throws -> [LabelledClip] {
        var findings = LabelFindings()
        var clips: [LabelledClip] = []
        for path in datasets {
            let (dataset, read) = DatasetFolder.read(path)
            findings.add(read)
            let check = LabelCheck(algorithms: Known.algorithms.ids, extra: Known.expected) { clip in
                clip.videoPath.flatMap { try? VideoFile(path: $0).claimedDuration }
            }
            findings.add(check.findings(of: dataset))
            clips += dataset.clips
        }
        for notice in findings.noticeLines { warn(notice) }
        guard findings.isClean else {
            throw fail(CommandWords.labelMistakes(findings.faultCount), more: findings.lines)
        }
        return clips
    }
}

/// The checked options of `piculet score`.
struct ScoreOptions {
    let settings: Settings?
    let algorithms: [String]
    /// nil: each camera's own.
    let policies: [DecodePolicy?]
    let requirements: [Requirement]
    let timeZone: TimeZone
    let start: WallTime

    init(_ command: ScoreCommand) throws {
        settings = try command.config.map(Configuration.load)
        let named = command.algorithms?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        try Known.check(named ?? [])
        algorithms = named ?? Known.algorithms.usable.map(\.id)
        policies =
            try command.decode?.split(separator: ",").map { text in
                let text = text.trimmingCharacters(in: .whitespaces)
                guard let policy = DecodePolicy(configured: text) else { throw wrongUsage(CommandWords.noPolicy(text)) }
                return policy
            } ?? [nil]
        guard (1...64).contains(command.jobs) else { throw wrongUsage(CommandWords.wrongJobs(command.jobs)) }
        let known = algorithms
        requirements = try command.require.map { text in
            do throws(RequirementError) { return try Requirement(text, known: known) } catch {
                throw wrongUsage(error.words)
            }
        }
        timeZone = settings?.timeZone ?? TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        // Morning, in the street's own time: schedules and permits are judged by it.
        start = WallTime(rfc3339: "2026-01-01T08:00:00+08:00") ?? WallTime(milliseconds: 0)
    }
}
