import ArgumentParser
import Foundation
import Labels
import Phrases
import Settings
import Speaking

/// `piculet labels export`: boxes of a clip's labels for another tool.
struct LabelsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: HelpWords.labelsExport[Speech.language],
        discussion: HelpWords.discussion(
            "piculet labels export yolo labels/gate.json --output gate-yolo", HelpWords.labelsExportMore)[
                Speech.language])

    @Argument(help: BoxFormat.help) var format: String
    @Argument(help: HelpWords.boxLabels.help) var labels: String
    @Option(help: HelpWords.boxOutput.help) var output: String
    @OptionGroup var frames: FrameOptions
    @Flag(help: HelpWords.force.help) var force = false

    func validate() throws { _ = try BoxFormat(argument: format) }

    func run() throws {
        let format = try BoxFormat(argument: format)
        do {
            let clip = try DatasetFolder.clip(at: labels)
            let moments = clip.labels.boxes
            guard !moments.isEmpty else { throw fail(CommandWords.noBoxes(labels)) }
            let facts = try frames.facts(
                of: clip.videoPath, named: clip.labels.video, needsSize: format != .yolo)
            guard let boxes = BoxLabels(moments: moments, framesPerSecond: facts.rate, size: facts.size) else {
                throw fail(CommandWords.wrongRate(facts.rate))
            }
            try NewFiles.write(try BoxExport(boxes, as: format), to: output, mayReplace: force)
            for loss in format.losses(of: boxes) { warn(loss) }
            say(CommandWords.boxesWritten(moments.count, output))
        } catch let findings as LabelFindings {
            throw findings.refusal
        } catch let error as NewFileError {
            throw fail(error)
        }
    }
}
