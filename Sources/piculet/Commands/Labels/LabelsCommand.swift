import ArgumentParser
import CaseCommands
import Phrases
import Speaking

/// `piculet labels`: the truth of recorded footage.
struct LabelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels", abstract: HelpWords.labelsCommand[Speech.language],
        subcommands: [
            LabelsCheckCommand.self,
            LabelsImportCommand.self,
            LabelsExportCommand.self,
            LabelsReviewCommand.self,
            HarvestCommand.self,
        ])
}
