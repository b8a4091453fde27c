import ArgumentParser
import CityAlgorithms
import Media
import Phrases
import Scoring
import Settings
import Speaking

/// `piculet calibrate`: a camera's own scale for what is counted there, from a few moments that people counted.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: HelpWords.calibrateCommand[Speech.language],
        discussion: HelpWords.discussion(
            "piculet calibrate crowd dataset --config piculet.yaml", HelpWords.calibrating)[
                Speech.language])

    @Argument(help: HelpWords.calibrated.help) var algorithm: String
    @Argument(help: HelpWords.datasets.help) var datasets: [String]
    @Option(help: HelpWords.scoreConfig.help) var config: String?
    @Flag(help: HelpWords.builtIn.help) var builtIn = false
    @Option(help: HelpWords.decode.help) var decode: String?
    @Option(help: HelpWords.jobs.help) var jobs: Int = 1

    func run() throws {
        try Known.readPacks(builtIn: builtIn)
        try Known.check([algorithm], of: "calibrate")
        let counting = Known.algorithms.entries.filter { $0.profile.measures == .persons }.map(\.id)
        guard counting.contains(algorithm) else { throw wrongUsage(HelpWords.countsNothing(algorithm, counting)) }
        let settings = try config.map(Configuration.load)
        let replay = try LabelledReplay(settings: settings, algorithms: [algorithm], decode: decode, jobs: jobs)
        let labels = CheckedDatasets(datasets)
        try labels.tell()
        let counted = replay.jobs(labels).filter { !$0.truth.counts.isEmpty }.map(\.watchedClosely)
        guard !counted.isEmpty else { throw fail(HelpWords.nothingCounted) }
        var isTold = false
        for (camera, scale) in CountScale.all(try replay.results(counted), of: algorithm) {
            guard let scale else {
                warn(HelpWords.tooFewCounts(camera, CountScale.fewest))
                continue
            }
            isTold = true
            say(HelpWords.scale(scale.camera, scale.moments, scale.before.meanAbsolute, scale.after.meanAbsolute))
            let factor = (scale.factor * 100).rounded() / 100
            if !scale.helps {
                warn(HelpWords.scaleIsNoHelp(camera))
            } else if !Settings.Use.scales.contains(factor) {
                warn(HelpWords.scaleIsOdd(camera, factor))
            } else {
                say(line: "    algorithms: [{use: \(algorithm), scale: \(factor)}]")
            }
        }
        guard isTold else { throw ExitCode(Status.workFailed) }
    }
}
