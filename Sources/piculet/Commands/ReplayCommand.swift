import ArgumentParser
import CaseBook
import Cases
import CityAlgorithms
import Foundation
import Keeping
import Media
import Phrases
import Pipeline
import Planning
import Replaying
import Settings
import Sight
import Speaking
import Watching

/// `piculet replay`: recorded footage through the live pipeline, on a virtual clock.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: HelpWords.replayCommand[Speech.language],
        discussion: HelpWords.example("piculet replay samples --config samples/piculet.yaml --output out")[
            Speech.language])

    @Argument(help: HelpWords.videos.help) var videos: [String]
    @Option(help: HelpWords.config.help) var config: String?
    @Option(help: HelpWords.camera.help) var camera: String?
    @Option(help: HelpWords.algorithms.help) var algorithms: String?
    @Option(help: HelpWords.pack.help) var pack: [String] = []
    @Flag(help: HelpWords.builtIn.help) var builtIn = false
    @Option(help: HelpWords.decode.help) var decode: String?
    @Option(help: HelpWords.pace.help) var pace: String = "max"
    @Option(help: HelpWords.jobs.help) var jobs: Int = 1
    @Option(help: HelpWords.start.help) var start: String = "2026-01-01T08:00:00+08:00"
    @Option(help: HelpWords.output.help) var output: String?
    @Option(help: HelpWords.format.help) var format: String = "text"
    @Option(help: HelpWords.trace.help) var trace: String?
    @Option(help: HelpWords.annotate.help) var annotate: String?

    func run() throws {
        let options = try ReplayOptions(self)
        do { try replay(options) } catch let error as any Worded & Error { throw fail(error) }
    }

    private func replay(_ options: ReplayOptions) throws {
        let paths = try ReplayJob.videos(videos)
        let maker = SetupMaker(
            settings: options.settings, catalog: Known.algorithms, algorithms: options.algorithms,
            policy: options.policy, trying: options.trying)
        let films = try annotate.map { try AnnotationPaths.choose($0, for: paths) }
        let jobList = zip(paths, ReplayJob.names(paths)).enumerated().map { index, video in
            ReplayJob(
                path: video.0, setup: maker.setup(maker.camera(for: video.0, named: camera), name: video.1),
                annotation: films?[index])
        }
        let output = try output.map {
            try ReplayOutput(
                $0, inputs: options.inputs(paths), unlessRunning: ProcessLock.holder(besides:))
        }
        let recorder: any CaseRecorder =
            try output?.recorder(options.scheme) ?? LedgerRecorder(keepingNothing: options.scheme)
        let traceFile = try trace.map { try TraceFile($0) }
        let progress = ReplayProgress(videos: jobList.count)
        try openEyes()
        let runner = ReplayRunner(
            jobList, recorder: recorder, start: options.start,
            timeZone: options.timeZone, pace: options.pace, isTraced: traceFile != nil, progress: progress,
            supplier: { Sight.here.supplier() })
        let lines = ReplayLines(format: options.format, timeZone: options.timeZone)
        var failed = false
        var longest = Duration.zero
        runner.run(atOnce: jobs) { index, result in
            progress.end()
            let name = URL(fileURLWithPath: jobList[index].path).lastPathComponent
            switch result {
            case .success(let done):
                for event in done.events { say(line: lines.line(event, camera: jobList[index].setup.id)) }
                for burst in done.summary.bursts { say(line: lines.line(burst, video: name)) }
                say(line: lines.line(done.summary, video: name))
                do { try traceFile?.append(done.told.trace, camera: jobList[index].setup.id) } catch {
                    failed = true
                    _ = fail(error)
                }
                longest = max(longest, done.summary.media - .zero)
                if let error = done.notAnnotated {
                    failed = true
                    _ = fail(error)
                }
                if let note = done.cutOff { warn(Words(name: "\(name): ") + note) }
            case .failure(let error):
                failed = true
                // An exit code was worded where it was made.
                if !(error is ExitCode) { _ = fail(error) }
            }
        }
        try output?.finish(
            end: options.start + longest, timeZone: options.timeZone, footage: "录像 \(jobList.count) 段 videos",
            catalog: Known.algorithms, complete: !failed)
        if failed { throw ExitCode(Status.workFailed) }
    }
}

/// The checked options of `piculet replay`.
struct ReplayOptions {
    let settings: Settings?
    let algorithms: [String]?
    /// Packs that are tried out.
    let trying: [String]
    let policy: DecodePolicy?
    let pace: ReplayPace
    let format: ReplayLines.Format
    let start: WallTime
    let timeZone: TimeZone
    let scheme: CaseScheme
    private var words: [String]

    init(_ command: ReplayCommand) throws {
        trying = try Known.readPacks(trying: command.pack, builtIn: command.builtIn)
        settings = try command.config.map(Configuration.load)
        if let camera = command.camera, settings?.cameras.contains(where: { $0.id == camera }) != true {
            let ids = settings?.cameras.map(\.id) ?? []
            throw wrongUsage(
                settings == nil
                    ? CommandWords.cameraNeedsConfig
                    : CommandWords.noCamera("--camera", camera, NearestName.of(camera, among: ids)))
        }
        let named = command.algorithms?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        try Known.check(named ?? [])
        // Without a configuration they run alone.
        algorithms = named ?? (settings == nil && !trying.isEmpty ? trying : nil)
        policy = try command.decode.map { text in
            guard let policy = DecodePolicy(configured: text) else {
                throw wrongUsage(CommandWords.noPolicy(text))
            }
            return policy
        }
        guard let pace = ReplayPace(rawValue: command.pace) else {
            throw wrongUsage(CommandWords.noPace(command.pace))
        }
        guard let format = ReplayLines.Format(rawValue: command.format) else {
            throw wrongUsage(CommandWords.noFormat(command.format))
        }
        guard let start = WallTime(rfc3339: command.start) else {
            throw wrongUsage(CommandWords.noTime("--start", command.start))
        }
        guard (1...64).contains(command.jobs) else {
            throw wrongUsage(CommandWords.wrongJobs(command.jobs))
        }
        (self.pace, self.format, self.start) = (pace, format, start)
        timeZone = settings?.timeZone ?? TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        scheme = settings?.scheme ?? .usual(in: timeZone, catalog: Known.algorithms)
        words = [
            command.config ?? "", command.camera ?? "", command.algorithms ?? "", command.decode ?? "", command.start,
        ]
        // So do other networks.
        words.append(
            Known.algorithms.entries.map { $0.needs.networks.sorted().joined(separator: "+") }.joined(separator: " "))
        // Another version of a pack gives other results.
        words += trying.map {
            "\(Known.algorithms[$0]?.pack.map { "\($0.version) \($0.profile.lasting) \($0.looksFor)" } ?? "")"
        }
    }

    /// What decides the result: a replay that broke off goes on only with the same.
    func inputs(_ videos: [String]) -> String { (words + videos).joined(separator: "\n") }
}
