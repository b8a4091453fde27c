import ArgumentParser
import Foundation
import Media
import Pipeline
import Planning
import Settings

/// `piculet check`: explains every mistake of a configuration.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks a configuration and the grids it names.",
        discussion: """
            Example: piculet check --config samples/demo.yaml --probe
            With --probe it also connects to every source and tells what came; the status is 1 if one sends no picture.
            """)

    @Option(help: "The configuration (YAML).") var config: String = "piculet.yaml"
    @Flag(help: "Connects to every source once.") var probe = false

    func run() throws {
        let settings = try Configuration.load(config)
        let gaps = settings.rosterGaps(from: settings.today())
        guard gaps.isEmpty else { throw Configuration.refusal(SettingsFaults(gaps)) }
        let environment = ProcessInfo.processInfo.environment
        let unreadable = settings.unreadableSources(environment)
        guard unreadable.isEmpty else { throw Configuration.refusal(SettingsFaults(unreadable)) }
        let desk = settings.cameras.filter { settings.assignment(of: $0, on: settings.today()).grid == nil }
        print("\(config): \(settings.cameras.count) camera(s), \(settings.grids.grids.count) grid(s), no mistake")
        for camera in desk {
            print("note: camera '\(camera.id)' belongs to no grid; its cases go to the duty desk")
        }
        guard probe else {
            // They need not be set where the configuration is written.
            do { _ = try settings.addresses(environment) } catch {
                for fault in error.faults { print("note: piculet run would refuse: \(fault)") }
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
                print("camera '\(plan.id)': \(picture.codec) \(picture.width) x \(picture.height) after \(seconds) s")
            case .failure(let fault):
                failures += 1
                print("camera '\(plan.id)': \(fault.words.en)")
            }
        }
        guard failures == 0 else {
            throw fail("\(failures) of \(plans.count) source(s) sent no picture.")
        }
    }
}
