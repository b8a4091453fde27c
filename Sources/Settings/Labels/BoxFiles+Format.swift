import Foundation
import Labels
import Media

extension BoxFiles {
    /// Reads boxes of any format.
    ///
    /// - Parameters:
    ///   - path: a file; of YOLO the folder with the texts.
    ///   - size: of the video; MOT needs it.
    ///   - names: a file with the name of a class on each line; nil: `classes.txt` in YOLO's folder, `labels.txt` beside MOT's
    ///     table or else the classes of MOT16. The others have their names in them.
    package static func boxes(
        _ format: BoxFormat, _ path: String, size: PixelSize?, names: String?
    ) throws(LabelFindings) -> BoxLabels {
        switch format {
        case .coco: return try coco(path)
        case .cvat: return try cvat(path, size: size)
        case .yolo:
            let own = URL(fileURLWithPath: path).appending(path: BoxFormat.yoloNames).path
            return try yolo(path, names: names ?? own)
        case .mot:
            guard let size else { preconditionFailure("whoever reads a table of MOT knows the size of the video") }
            let own = URL(fileURLWithPath: path).deletingLastPathComponent().appending(path: BoxFormat.motNames).path
            return try mot(path, size: size, names: names ?? (Existing(own) == .file ? own : nil))
        }
    }
}
