import ArgumentParser
import Phrases

/// `piculet labels`: labelled footage and pictures.
struct LabelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels", abstract: HarvestWords.command[Speech.language], subcommands: [HarvestCommand.self])
}
