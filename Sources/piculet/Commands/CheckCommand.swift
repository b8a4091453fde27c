import ArgumentParser
import Cases
import Foundation
import Keeping
import Media
import Phrases
import Pipeline
import Planning
import Settings
import Speaking

/// `piculet check`: explains every mistake of a configuration.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: HelpWords.checkCommand[Speech.language],
        discussion: HelpWords.discussion("piculet check --config samples/demo.yaml --probe", HelpWords.probing)[
            Speech.language])

    @Option(help: HelpWords.config.help) var config: String = "piculet.yaml"
    @Flag(help: HelpWords.probe.help) var probe = false

    func run() throws {
        try Known.readPacks()
        let settings = try Configuration.load(config)
        let gaps = settings.rosterGaps(from: settings.today())
        guard gaps.isEmpty else { throw Configuration.refusal(SettingsFaults(gaps)) }
        let environment = ProcessInfo.processInfo.environment
        let unreadable = settings.unreadableSources(environment)
        guard unreadable.isEmpty else { throw Configuration.refusal(SettingsFaults(unreadable)) }
        let desk = settings.cameras.filter { settings.assignment(of: $0, on: settings.today()).grid == nil }
        say(CommandWords.clean(config, cameras: settings.cameras.count, grids: settings.grids.grids.count))
        for camera in desk { say(CommandWords.cameraWithoutGrid(camera.id)) }
        for one in settings.scheme.unstaffed(settings.grids.grids) {
            say(CommandWords.unstaffed(one.unit, CommandWords.ways(one.ways)))
        }
        if !DiskReserve(besides: settings.store).fits {
            say(CommandWords.noReserve(URL(fileURLWithPath: settings.store).deletingLastPathComponent().path))
        }
        guard probe else {
            // They need not be set where the configuration is written.
            do { _ = try settings.addresses(environment) } catch {
                for fault in error.faults { say(CommandWords.wouldRefuse(fault.words)) }
            }
            return
        }
        try lookAtSources(settings, environment)
    }

    private func lookAtSources(_ settings: Settings, _ environment: [String: String]) throws {
        let plans: [CameraPlan]
        do { plans = try CameraPlan.all(settings, environment: environment) } catch {
            throw Configuration.refusal(error)
        }
        var failures = 0
        for (plan, outcome) in zip(plans, SourceProbe.look(at: plans)) {
            switch outcome {
            case .success(let picture):
                let seconds = (picture.after.inSeconds * 10).rounded() / 10
                say(CommandWords.picture(plan.id, picture.codec, picture.width, picture.height, seconds))
            case .failure(let fault):
                failures += 1
                say(CommandWords.noPicture(plan.id, fault.words))
            }
        }
        guard failures == 0 else {
            throw fail(CommandWords.sourcesFailed(failures, of: plans.count))
        }
    }
}
