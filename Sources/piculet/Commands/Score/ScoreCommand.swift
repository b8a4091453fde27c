import ArgumentParser
import Foundation
import Media
import Phrases
import Scoring
import Speaking

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
    @Option(help: HelpWords.scoredPack.help) var pack: [String] = []
    @Flag(help: HelpWords.builtIn.help) var builtIn = false
    @Option(help: HelpWords.policies.help) var decode: String?
    @Flag(help: HelpWords.wholePicture.help) var wholePicture = false
    @Option(help: HelpWords.jobs.help) var jobs: Int = 1
    @Option(help: HelpWords.scoreOutput.help) var output: String?
    @Option(help: HelpWords.compare.help) var compare: String?
    @Option(help: HelpWords.require.help) var require: [String] = []

    func run() throws {
        let options = try ScoreOptions(self)
        do { try score(options) } catch let error as any Worded & Error { throw fail(error) }
    }

    private func score(_ options: ScoreOptions) throws {
        let clock = ContinuousClock()
        let began = clock.now
        let earlier = try compare.map { try ScoreFile.load($0) }
        let labels = CheckedDatasets(datasets, isWholePicture: wholePicture)
        try labels.tell()
        let jobs = options.replay.jobs(labels, isWholePicture: wholePicture)
        if let earlier, let compare {
            try Comparison.check(
                earlier, compare, policies: jobs.map(\.policy).inOrderOnce, isWholePicture: wholePicture)
        }
        let output = try output.map { try ScoreOutput($0) }
        let results = try options.replay.results(jobs)
        let stills = try options.replay.stills(labels.datasets)
        var file = ScoreFile(
            results, datasets: labels.datasets.map(\.name), algorithms: options.replay.algorithms,
            generatedAt: WallTime(Date()).rfc3339(in: options.replay.timeZone), wall: clock.now - began)
        file.stills = stills
        file.comparison = earlier.map { Comparison(from: $0, to: file) }
        for line in ScoreLines.lines(file) { say(line) }
        if let output {
            let asked = options.replay.algorithms + (stills ?? []).map(\.algorithm)
            let names = Set(asked).map { ($0, Known.algorithms.name(of: $0)) }
            try output.write(
                file, names: Dictionary(uniqueKeysWithValues: names), shown: ShownEvent.all(file, results))
        }
        let failures =
            file.policies.flatMap { policy in options.requirements.flatMap { $0.failures(in: policy) } }
            + options.requirements.flatMap { $0.failures(in: stills ?? []) }
            + (file.policies.isEmpty ? options.requirements.flatMap(\.unmeasured) : [])
        for failure in failures { warn(failure.words) }
        if !failures.isEmpty { throw ExitCode(Status.workFailed) }
    }
}

/// The checked options of `piculet score`.
struct ScoreOptions {
    let replay: LabelledReplay
    let requirements: [Requirement]

    init(_ command: ScoreCommand) throws {
        let tried = try Known.readPacks(trying: command.pack, builtIn: command.builtIn)
        let settings = try command.config.map(Configuration.load)
        let named = command.algorithms?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        try Known.check(named.map { $0.isEmpty ? [""] : $0 } ?? [])
        let algorithms = named ?? (Known.algorithms.general.map(\.id) + tried).inOrderOnce
        replay = try LabelledReplay(
            settings: settings, algorithms: algorithms, decode: command.decode, jobs: command.jobs)
        let known = algorithms
        requirements = try command.require.map { text in
            do throws(RequirementError) { return try Requirement(text, known: known) } catch {
                throw wrongUsage(error.words)
            }
        }
    }
}
