import Foundation
import Labels
import Media

extension DatasetFolder {
    /// One label file, read as far as its form goes and its boxes mean something; what else it says is not judged.
    package static func clip(at path: String) throws(LabelFindings) -> LabelledClip {
        let name = URL(fileURLWithPath: path).lastPathComponent
        var wrong = LabelFindings()
        guard Existing(path) == .file else {
            wrong.note(file: name, problem: SettingsWords.cannotBeRead(path))
            throw wrong
        }
        let (dataset, findings) = read(path)
        guard findings.isClean else { throw findings }
        guard let clip = dataset.clips.first else {
            wrong.note(file: name, problem: LabelFileWords.noClip)
            throw wrong
        }
        let faults = LabelCheck(algorithms: []) { _ in nil }.findings(of: Dataset(folder: path, clips: [clip])).faults
        let ofBoxes = faults.filter { $0.key.hasPrefix("boxes[") }
        guard ofBoxes.isEmpty else { throw LabelFindings(faults: ofBoxes, count: ofBoxes.count) }
        return clip
    }

    /// The labels that boxes are put into: those of the file that is there, whose boxes they replace, or new ones.
    ///
    /// - Parameters:
    ///   - video: the file name of the video that the boxes are of.
    ///   - camera: nil: as the file says, else the video's name without its ending.
    package static func labels(
        toFill path: String, video: String, camera: String?
    ) throws(LabelFindings) -> ClipLabels {
        guard Existing(path) == .file else { return ClipLabels(video: video, camera: camera) }
        var labels = try clip(at: path).labels
        guard labels.video == video else {
            var wrong = LabelFindings()
            wrong.note(
                file: URL(fileURLWithPath: path).lastPathComponent, key: "video",
                problem: LabelFileWords.otherVideo(labels.video, video))
            throw wrong
        }
        if let camera { labels.camera = camera }
        return labels
    }
}
