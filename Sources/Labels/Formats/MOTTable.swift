import Media

/// Boxes as the MOT challenge keeps them: one table without names of columns,
/// `frame,id,left,top,width,height,conf,class,visibility`, frames from 1, boxes in pixels.
///
/// `conf` 0 marks what is ignored; `id` -1 what is not followed. Frames without boxes leave no trace.
package enum MOTTable {
    /// The classes of MOT16 and later, numbered from 1.
    package static let names = [
        "pedestrian", "person on vehicle", "car", "bicycle", "motorbike", "non motorized vehicle", "static person",
        "distractor", "occluder", "occluder on the ground", "occluder full", "reflection",
    ]

    /// - Parameters:
    ///   - size: of the video.
    ///   - names: by the number of the class, from 1.
    ///   - file: the table's name, for what is said of it.
    package static func boxes(
        _ text: String, size: PixelSize, names: [String] = names, file: String
    ) throws(LabelFindings) -> BoxLabels {
        var findings = LabelFindings()
        var frames: [Int: [LabelledBox]] = [:]
        for line in TextLines(text) where !(line.number == 1 && line.text.hasPrefix("frame")) {
            guard let row = Row(line.text) else {
                findings.note(file: file, line: line.number, problem: ImportWords.motLine(line.text))
                continue
            }
            guard let name = row.name(among: names) else {
                findings.note(
                    file: file, line: line.number, problem: ImportWords.motClass(row.kind, names: names.count))
                continue
            }
            do throws(BoxMistake) {
                let box = try size.share(of: row.box)
                frames[row.frame, default: []].append(
                    LabelledBox(box: box, label: name, track: row.track, isIgnored: row.isIgnored))
            } catch {
                findings.note(file: file, line: line.number, problem: error.words)
            }
        }
        guard findings.isClean else { throw findings }
        return BoxLabels(
            names: names,
            pictures: frames.sorted { $0.key < $1.key }.map {
                PictureBoxes(picture: .frame($0.key), size: size, boxes: $0.value)
            })
    }

    /// The table's text, to a thousandth of a pixel; classes are numbered by the boxes' `names` from 1.
    ///
    /// - Throws: for pictures that are no frames of a video, or whose size is not known.
    package static func text(_ labels: BoxLabels) throws(LabelFindings) -> String {
        var findings = LabelFindings()
        let numbers = Dictionary(zip(labels.names, labels.names.indices)) { first, _ in first }
        var rows = ""
        for picture in labels.pictures {
            let name = picture.picture.fileName
            guard let frame = picture.picture.frame else {
                findings.note(file: name, problem: ImportWords.noFrame(name))
                continue
            }
            guard let size = picture.size else {
                findings.note(file: name, problem: ImportWords.sizeUnknown(name))
                continue
            }
            for box in picture.boxes {
                let pixels = size.pixels(of: box.box)
                let places = [pixels.x, pixels.y, pixels.width, pixels.height].map { $0.plain(to: 1000) }
                let kind = (numbers[box.label] ?? 0) + 1
                rows += "\(frame + 1),\(box.track ?? -1),\(places.joined(separator: ",")),"
                rows += "\(box.isIgnored ? 0 : 1),\(kind),1\n"
            }
        }
        guard findings.isClean else { throw findings }
        return rows
    }

    /// One line.
    private struct Row {
        /// From 0.
        let frame: Int
        let track: Int?
        let box: Box
        let isIgnored: Bool
        /// -1: the file knows one class only.
        let kind: Double

        init?(_ text: Substring) {
            let fields = text.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = fields.compactMap { field in Double(written: field.filter { $0 != " " && $0 != "\t" }) }
            guard (6...10).contains(fields.count), numbers.count == fields.count,
                let frame = Int(exactly: numbers[0]), let id = Int(exactly: numbers[1]),
                (1...PictureName.frames.upperBound).contains(frame), id <= LabelledBox.tracks.upperBound
            else { return nil }
            self.frame = frame - 1
            track = id < 0 ? nil : id
            box = Box(x: numbers[2], y: numbers[3], width: numbers[4], height: numbers[5])
            isIgnored = numbers.count > 6 && numbers[6] == 0
            kind = numbers.count > 7 ? numbers[7] : -1
        }

        func name(among names: [String]) -> String? {
            guard kind != -1 else { return names.first }
            guard let number = Int(exactly: kind), (1...max(1, names.count)).contains(number) else { return nil }
            return names.isEmpty ? nil : names[number - 1]
        }
    }
}
