import Media

/// A form in which other tools keep boxes.
package enum BoxFormat: String, CaseIterable, Sendable {
    case coco, yolo, mot, cvat

    /// Beside YOLO's texts.
    package static let yoloNames = "classes.txt"
    /// Beside MOT's table, as CVAT exports it.
    package static let motNames = "labels.txt"
    static let motTable = "gt.txt"

    /// As people call it.
    package var name: String { rawValue.uppercased() }

    /// Whether boxes cannot be read without the size of the video; a file of CVAT may say it itself.
    package var mayNeedSize: Bool { self == .mot || self == .cvat }

    /// What is lost when these are written: one line for each kind of loss.
    package func losses(of labels: BoxLabels) -> [Words] {
        let boxes = labels.pictures.flatMap(\.boxes)
        var losses: [Words] = []
        let ignored = boxes.count { $0.isIgnored }
        if ignored > 0, self == .yolo || self == .cvat { losses.append(ImportWords.ignoredLost(ignored, name)) }
        let followed = boxes.count { $0.track != nil && !$0.isIgnored }
        if followed > 0, self == .yolo { losses.append(ImportWords.tracksLost(followed, name)) }
        return losses
    }
}

/// The files of an export.
package enum BoxExport: Hashable, Sendable {
    /// The text of the one file.
    case file(String)
    case folder([File])

    package struct File: Hashable, Sendable {
        package let name: String
        package let text: String

        package init(name: String, text: String) { (self.name, self.text) = (name, text) }
    }

    /// - Throws: where a picture is no frame, or its size is not known, and the format needs it.
    package init(_ labels: BoxLabels, as format: BoxFormat) throws(LabelFindings) {
        switch format {
        case .coco: self = .file(try COCOText.text(labels))
        case .cvat: self = .file(try CVATText.text(labels))
        case .yolo:
            let texts = labels.pictures.map { picture in
                File(
                    name: YOLOText.fileName(of: picture.picture),
                    text: YOLOText.text(picture.boxes, names: labels.names))
            }
            self = .folder(texts + [File(name: BoxFormat.yoloNames, text: YOLOText.namesText(labels.names))])
        case .mot:
            // The challenge's own numbers where its names are enough, so that its tools need no other.
            let known = Set(labels.names).isSubset(of: MOTTable.names)
            let numbered = known ? BoxLabels(names: MOTTable.names, pictures: labels.pictures) : labels
            self = .folder([
                File(name: BoxFormat.motTable, text: try MOTTable.text(numbered)),
                File(name: BoxFormat.motNames, text: YOLOText.namesText(numbered.names)),
            ])
        }
    }
}
