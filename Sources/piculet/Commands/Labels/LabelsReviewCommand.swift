import ArgumentParser
import Labels
import Phrases
import Settings
import Speaking

/// `piculet labels review`: what was marked on the page of a score is kept beside the labels.
struct LabelsReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: HelpWords.labelsReview[Speech.language],
        discussion: HelpWords.discussion(
            "piculet labels review samples ~/Downloads/label-reviews.json", HelpWords.labelsReviewMore)[Speech.language]
    )

    @Argument(help: HelpWords.reviewed.help) var paths: [String]

    func validate() throws {
        guard paths.count >= 2 else { throw wrongUsage(CommandWords.datasetAndReviews) }
    }

    func run() throws {
        do {
            let taken = try ReviewsFile.load(paths[paths.count - 1])
            for change in try ReviewsFile.changes(paths.dropLast(), taking: taken) {
                try NewFiles.write(change.reviews.json, to: change.path, mayReplace: true)
                say(
                    CommandWords.reviewsTaken(
                        change.path, added: change.added, changed: change.changed, all: change.reviews.entries.count))
            }
        } catch let findings as LabelFindings {
            throw findings.refusal
        } catch let error as NewFileError {
            throw fail(error)
        }
    }
}
