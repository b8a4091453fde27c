import ArgumentParser
import CityAlgorithms
import Foundation
import Media
import Phrases
import Scoring
import Settings
import Speaking

/// `piculet tune`: searches better terms of an algorithm on labelled footage, and says how sure they are.
struct TuneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tune", abstract: HelpWords.tuneCommand[Speech.language],
        discussion: HelpWords.discussion(
            "piculet tune samples --algorithm crowd --config samples/score.yaml --output tuned.yaml", HelpWords.tuning)[
                Speech.language])

    @Argument(help: HelpWords.datasets.help) var datasets: [String]
    @Option(help: HelpWords.tuned.help) var algorithm: String
    @Option(help: HelpWords.falsePerDay.help) var falsePerDay: Double = 0.5
    @Option(help: HelpWords.scoreConfig.help) var config: String?
    @Flag(help: HelpWords.builtIn.help) var builtIn = false
    @Option(help: HelpWords.decode.help) var decode: String?
    @Option(help: HelpWords.jobs.help) var jobs: Int = 1
    @Option(help: HelpWords.tuneOutput.help) var output: String?

    func run() throws {
        try Known.readPacks(builtIn: builtIn)
        try Known.check([algorithm], of: "--algorithm")
        guard falsePerDay >= 0, falsePerDay.isFinite else { throw wrongUsage(HelpWords.wrongFalsePerDay) }
        let settings = try config.map(Configuration.load)
        let replay = try LabelledReplay(settings: settings, algorithms: [algorithm], decode: decode, jobs: jobs)
        guard replay.policies.count == 1, let profile = Known.algorithms[algorithm]?.profile else {
            throw wrongUsage(HelpWords.onePolicy)
        }
        // Before the work, not after it.
        if let output, !Self.canWrite(output) { throw fail(TuningError.notWritten(output)) }
        do { try tune(profile, replay) } catch let error as any Worded & Error { throw fail(error) }
    }

    private static func canWrite(_ path: String) -> Bool {
        let (files, place) = (FileManager.default, URL(fileURLWithPath: path))
        if (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true { return false }
        let folder = place.deletingLastPathComponent().path
        return files.isWritableFile(atPath: files.fileExists(atPath: path) ? path : folder)
    }

    private func tune(_ profile: AlgorithmProfile, _ replay: LabelledReplay) throws {
        let labels = CheckedDatasets(datasets)
        try labels.tell()
        let traced = try replay.results(replay.jobs(labels)).compactMap {
            TracedClip($0, algorithm: algorithm, start: replay.start, timeZone: replay.timeZone)
        }
        guard !traced.isEmpty else { throw TuningError.noTruth(algorithm) }
        let use = replay.settings?.judged.first { $0.algorithm.id == algorithm }
        let report = Tuning(
            profile, present: use?.setting ?? Setting(profile), schedule: use?.schedule, falsePerDay: falsePerDay
        ).report(over: traced)
        for line in TuningLines.lines(report) {
            say(row: line[Speech.language].split(separator: "\t").map(String.init))
        }
        for warning in report.warnings { warn(warning.words) }
        guard let output else { return }
        let origin = TuningOverride.Origin(
            date: WallTime(Date()).local(in: replay.timeZone).date,
            datasets: labels.datasets.map(\.name), timeZone: replay.timeZone.identifier)
        let others = (replay.settings?.judged ?? []).map(\.written)
        let yaml = TuningOverride.yaml(
            report, schedule: use?.schedule, others: others, origin: origin, in: Speech.language)
        do { try Data(yaml.utf8).write(to: URL(fileURLWithPath: output)) } catch {
            throw TuningError.notWritten(output)
        }
    }
}

extension Settings.Use {
    /// What is said of the algorithm, and what it has of its own.
    fileprivate var setting: Setting {
        Setting(algorithm.profile, lasting: lasting, threshold: threshold, leave: leave, gap: gap)
    }

    /// As a configuration has it.
    fileprivate var written: TuningOverride.Use {
        TuningOverride.Use(id: algorithm.id, terms: setting.text(algorithm.profile), schedule: schedule)
    }
}
