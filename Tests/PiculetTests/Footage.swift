import Foundation
import Labels
import Media
import Settings
import Testing

/// Clips with labels: the committed samples, and real footage where the shared folder lies beside the repository.
struct Footage: CustomTestStringConvertible, Sendable {
    let video: URL
    let labels: ClipLabels

    var name: String { video.deletingPathExtension().lastPathComponent }
    var testDescription: String { name }

    static let samplesFolder = Program.root.appending(path: "samples")
    static let realFolder = Program.root.appending(path: "../shared/footage").standardizedFileURL
    static let stillsFolder = Program.root.appending(path: "../shared/images/flood-cctv").standardizedFileURL
    static var stillsAreHere: Bool { FileManager.default.fileExists(atPath: stillsFolder.path) }
    static let modelsFolder = Program.root.appending(path: "../shared/models").standardizedFileURL
    static var modelsAreHere: Bool { isHere && FileManager.default.fileExists(atPath: modelsFolder.path) }
    static let samples = clips(samplesFolder)
    static let real = clips(realFolder)
    static var isHere: Bool { !real.isEmpty }

    private static func clips(_ folder: URL) -> [Footage] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return DatasetFolder.read(folder.path).dataset.clips.compactMap { clip in
            clip.videoPath.map { Footage(video: URL(fileURLWithPath: $0), labels: clip.labels) }
        }
    }
}
