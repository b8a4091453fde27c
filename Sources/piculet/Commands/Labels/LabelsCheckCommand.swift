import ArgumentParser
import Labels
import Phrases
import Speaking

/// `piculet labels check`: every mistake of labels, and what there is.
struct LabelsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: HelpWords.labelsCheck[Speech.language],
        discussion: HelpWords.discussion("piculet labels check samples", HelpWords.labelsCheckMore)[Speech.language])

    @Argument(help: HelpWords.datasets.help) var datasets: [String]

    func run() throws {
        let checked = CheckedDatasets(datasets)
        for dataset in checked.datasets {
            for line in DatasetSummary(dataset, length: checked.length).lines { say(line) }
        }
        try checked.tell()
    }
}
