import ArgumentParser
import CaseBook
import Cases
import CityAlgorithms
import Foundation
import Media
import Pipeline
import Planning
import Replaying
import Settings
import Watching

/// `piculet replay`: recorded footage through the live pipeline, on a virtual clock.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Replays recorded footage and prints hits, incidents and cases.",
        discussion: "Example: piculet replay samples --config samples/piculet.yaml --output out")

    @Argument(help: "Videos, or folders of them.") var videos: [String]
    @Option(help: "The configuration (YAML).") var config: String?
    @Option(help: "The configured camera that the footage comes from.") var camera: String?
    @Option(help: "Only these algorithms, separated by commas.") var algorithms: String?
    @Option(help: "Decode policy: keyframes, burst, full, \"every 1s\".") var decode: String?
    @Option(help: "max or live.") var pace: String = "max"
    @Option(help: "How many videos at once.") var jobs: Int = 1
    @Option(help: "The wall time of media zero (RFC 3339).") var start: String = "2026-01-01T08:00:00+08:00"
    @Option(help: "A folder for the store, the pictures and a page of the cases.") var output: String?
    @Option(help: "text or jsonl.") var format: String = "text"

    func run() throws {
        let options = try ReplayOptions(self)
        do { try replay(options) } catch let error as ReplayError { throw fail("\(error)") } catch let error
            as StoreError
        {
            throw fail("\(error)")
        }
    }

    private func replay(_ options: ReplayOptions) throws {
        let paths = try ReplayJob.videos(videos)
        let maker = SetupMaker(
            settings: options.settings, catalog: Known.algorithms, algorithms: options.algorithms,
            policy: options.policy)
        let jobList = zip(paths, ReplayJob.names(paths)).map { path, name in
            ReplayJob(path: path, setup: maker.setup(maker.camera(for: path, named: camera), name: name))
        }
        let output = try output.map {
            try ReplayOutput(
                $0, inputs: options.inputs(paths), unlessRunning: ProcessLock.holder(besides:))
        }
        let recorder: any CaseRecorder =
            try output?.recorder(options.scheme) ?? LedgerRecorder(keepingNothing: options.scheme)
        let progress = Progress(videos: jobList.count)
        let runner = ReplayRunner(
            jobList, recorder: recorder, start: options.start,
            timeZone: options.timeZone, pace: options.pace, progress: progress)
        let lines = ReplayLines(format: options.format, timeZone: options.timeZone)
        var failed = false
        var longest = Duration.zero
        runner.run(atOnce: jobs) { index, result in
            progress.end()
            let name = URL(fileURLWithPath: jobList[index].path).lastPathComponent
            switch result {
            case .success(let done):
                for event in done.events { print(lines.line(event, camera: jobList[index].setup.id)) }
                for burst in done.summary.bursts { print(lines.line(burst, video: name)) }
                print(lines.line(done.summary, video: name))
                longest = max(longest, done.summary.media - .zero)
                if let note = done.cutOff { FileHandle.standardError.write(Data("piculet: \(name): \(note)\n".utf8)) }
            case .failure(let error):
                failed = true
                // An exit code was worded where it was made.
                if !(error is ExitCode) { _ = fail("\(error)") }
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
    let policy: DecodePolicy?
    let pace: ReplayPace
    let format: ReplayLines.Format
    let start: WallTime
    let timeZone: TimeZone
    let scheme: CaseScheme
    private let words: [String]

    init(_ command: ReplayCommand) throws {
        settings = try command.config.map(Configuration.load)
        if let camera = command.camera, settings?.cameras.contains(where: { $0.id == camera }) != true {
            let ids = settings?.cameras.map(\.id) ?? []
            let nearest = NearestName.of(camera, among: ids).map { " Did you mean '\($0)'?" } ?? ""
            throw ValidationError(
                settings == nil
                    ? "--camera needs --config, where the camera is described."
                    : "--camera: the configuration has no camera '\(camera)'.\(nearest)")
        }
        algorithms = command.algorithms?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        try Self.check(algorithms ?? [], Known.algorithms)
        policy = try command.decode.map { text in
            guard let policy = DecodePolicy(configured: text) else {
                throw ValidationError("--decode: '\(text)' is no policy. Known: \(DecodePolicy.allowed.en).")
            }
            return policy
        }
        guard let pace = ReplayPace(rawValue: command.pace) else {
            throw ValidationError("--pace: '\(command.pace)' is not known. Known: max, live.")
        }
        guard let format = ReplayLines.Format(rawValue: command.format) else {
            throw ValidationError("--format: '\(command.format)' is not known. Known: text, jsonl.")
        }
        guard let start = WallTime(rfc3339: command.start) else {
            throw ValidationError("--start: '\(command.start)' is no time. Write it as 2026-03-01T08:00:00+08:00.")
        }
        guard (1...64).contains(command.jobs) else {
            throw ValidationError("--jobs: \(command.jobs) is out of range. Give 1 to 64.")
        }
        (self.pace, self.format, self.start) = (pace, format, start)
        timeZone = settings?.timeZone ?? TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        scheme = settings?.scheme ?? .usual(in: timeZone, catalog: Known.algorithms)
        words = [
            command.config ?? "", command.camera ?? "", command.algorithms ?? "", command.decode ?? "", command.start,
        ]
    }

    private static func check(_ names: [String], _ catalog: AlgorithmCatalog) throws(ValidationError) {
        for name in names {
            guard let entry = catalog[name] else {
                let nearest = NearestName.of(name, among: catalog.ids).map { " Did you mean '\($0)'?" } ?? ""
                let known = catalog.ids.joined(separator: ", ")
                throw ValidationError("--algorithms: '\(name)' is not known.\(nearest) Known: \(known).")
            }
            if let network = catalog.missing(for: entry) {
                throw ValidationError(
                    "--algorithms: '\(name)' needs the network '\(network)', which this program cannot run.")
            }
        }
    }

    /// What decides the result: a replay that broke off goes on only with the same.
    func inputs(_ videos: [String]) -> String { (words + videos).joined(separator: "\n") }
}
