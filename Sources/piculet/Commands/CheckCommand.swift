import ArgumentParser
import Settings

/// `piculet check`: explains every mistake of a configuration.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks a configuration and the grids it names.",
        discussion: "Example: piculet check --config samples/piculet.yaml")

    @Option(help: "The configuration (YAML).") var config: String = "piculet.yaml"

    func run() throws {
        let settings = try Configuration.load(config)
        let desk = settings.cameras.filter { settings.assignment(of: $0).grid == nil }
        print("\(config): \(settings.cameras.count) camera(s), \(settings.grids.grids.count) grid(s), no mistake")
        for camera in desk {
            print("note: camera '\(camera.id)' belongs to no grid; its cases go to the duty desk")
        }
    }
}
