import ArgumentParser
import Foundation
import Labels
import Media
import Phrases
import Settings
import Speaking

/// `piculet labels import`: boxes of another tool become labels of a clip.
struct LabelsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: HelpWords.labelsImport[Speech.language],
        discussion: HelpWords.discussion(
            "piculet labels import cvat gate.xml --video gate.mp4 --output gate.json", HelpWords.labelsImportMore)[
                Speech.language])

    @Argument(help: BoxFormat.help) var format: String
    @Argument(help: HelpWords.boxInput.help) var input: String
    @Option(help: HelpWords.boxVideo.help) var video: String
    @Option(help: HelpWords.labelOutput.help) var output: String
    @OptionGroup var frames: FrameOptions
    @Option(help: HelpWords.boxNames.help) var names: String?
    @Option(help: HelpWords.boxCamera.help) var camera: String?
    @Flag(help: HelpWords.force.help) var force = false

    func validate() throws { _ = try BoxFormat(argument: format) }

    func run() throws {
        let format = try BoxFormat(argument: format)
        let name = URL(fileURLWithPath: video).lastPathComponent
        let facts = try frames.facts(of: video, named: name, needsSize: format.mayNeedSize)
        do {
            let file = URL(fileURLWithPath: input).lastPathComponent
            let boxes = try BoxFiles.boxes(format, input, size: facts.size, names: names)
            try facts.times?.check(boxes, file: file)
            let moments = try boxes.moments(framesPerSecond: facts.rate, file: file)
            var labels =
                force
                ? try DatasetFolder.labels(toFill: output, video: name, camera: camera)
                : ClipLabels(video: name, camera: camera)
            labels.boxes = moments
            try NewFiles.write(labels.json, to: output, mayReplace: force)
            say(CommandWords.boxesWritten(moments.count, output))
        } catch let findings as LabelFindings {
            throw findings.refusal
        } catch let error as NewFileError {
            throw fail(error)
        }
    }
}

extension BoxFormat {
    static var help: ArgumentHelp { HelpWords.boxFormat(allCases.map(\.rawValue).joined(separator: ", ")).help }

    /// - Throws: for a name that is none.
    init(argument: String) throws(ValidationError) {
        let known = Self.allCases.map(\.rawValue)
        guard let format = BoxFormat(rawValue: argument) else {
            throw wrongUsage(CommandWords.noBoxFormat(argument, NearestName.of(argument, among: known), known))
        }
        self = format
    }
}
