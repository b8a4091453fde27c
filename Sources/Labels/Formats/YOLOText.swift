import Media

/// Boxes as YOLO's tools keep them: a text file for each picture, `class x y width height` on each line, the middle of the
/// box and its size as shares of the picture; and a file with the name of a class on each line, numbered from 0.
package enum YOLOText {
    /// The names of classes, a line each. MOT exports have such a file as well, `labels.txt`.
    ///
    /// - Parameter file: its name, for what is said of it.
    package static func names(_ text: String, file: String) throws(LabelFindings) -> [String] {
        let names = TextLines(text).map { String($0.text) }
        guard names.isEmpty else { return names }
        var findings = LabelFindings()
        findings.note(file: file, problem: ImportWords.noNames)
        throw findings
    }

    /// The boxes of one picture; an empty file is a picture without any.
    ///
    /// - Parameters:
    ///   - names: by the number of the class.
    ///   - file: the name of the text's file, for what is said of it.
    package static func boxes(
        _ text: String, names: [String], file: String
    ) throws(LabelFindings) -> [LabelledBox] {
        var findings = LabelFindings()
        var boxes: [LabelledBox] = []
        for line in TextLines(text) {
            let fields = line.text.split { $0 == " " || $0 == "\t" }
            let places = fields.dropFirst().compactMap { Double(written: $0) }
            guard fields.count == 5, places.count == 4, !names.isEmpty,
                let number = Int(written: fields[0], in: 0...names.count - 1),
                places.allSatisfy((-1.01...1.01).contains)
            else {
                findings.note(
                    file: file, line: line.number, problem: ImportWords.yoloLine(line.text, classes: names.count))
                continue
            }
            let (width, height) = (places[2], places[3])
            let box = Box(x: places[0] - width / 2, y: places[1] - height / 2, width: width, height: height)
            do throws(BoxMistake) {
                boxes.append(LabelledBox(box: try PixelSize.one.share(of: box), label: names[number]))
            } catch {
                findings.note(file: file, line: line.number, problem: error.words)
            }
        }
        guard findings.isClean else { throw findings }
        return boxes
    }

    /// The text of one picture's file, to a millionth of the picture. YOLO has no word for boxes that are ignored, nor for
    /// tracks: the first are left out.
    ///
    /// - Parameter names: those of the whole export; every label must be one of them.
    package static func text(_ boxes: [LabelledBox], names: [String]) -> String {
        let numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
        return boxes.filter { !$0.isIgnored }.map { box in
            guard let number = numbers[box.label] else {
                preconditionFailure("the names of an export have the label of every box")
            }
            let shape = box.box
            let places = [shape.x + shape.width / 2, shape.y + shape.height / 2, shape.width, shape.height]
            return "\(number) " + places.map { $0.plain(to: 1e6) }.joined(separator: " ") + "\n"
        }.joined()
    }

    /// The text of the file of names: a name stays on its line.
    package static func namesText(_ names: [String]) -> String { names.map { $0.shownSafely + "\n" }.joined() }

    /// The name of a picture's text file: `cam04-00.txt`.
    package static func fileName(of picture: PictureName) -> String { picture.fileName.withoutEnding + ".txt" }
}
