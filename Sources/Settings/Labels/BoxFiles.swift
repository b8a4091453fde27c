import Foundation
import Labels
import Media
import Yams

/// Reads files of boxes of other tools: COCO, YOLO, MOT, CVAT. Files above 24 MB are refused.
package enum BoxFiles {
    package static func coco(_ path: String) throws(LabelFindings) -> BoxLabels {
        do throws(SettingsFaults) {
            let (node, reader) = try YAMLFile.load(path)
            let boxes = COCOFile.boxes(node, reader)
            guard reader.isClean else { throw reader.all }
            return boxes
        } catch {
            throw LabelFindings(error, file: name(path))
        }
    }

    /// - Parameter size: of the video where the file does not say it.
    package static func cvat(_ path: String, size: PixelSize? = nil) throws(LabelFindings) -> BoxLabels {
        try CVATFile.boxes(try text(path), size: size, file: name(path))
    }

    /// - Parameters:
    ///   - size: of the video.
    ///   - names: a file with the name of a class on each line (CVAT's `labels.txt`); nil: the classes of MOT16.
    package static func mot(_ path: String, size: PixelSize, names: String? = nil) throws(LabelFindings) -> BoxLabels {
        var classes = MOTTable.names
        if let names { classes = try YOLOText.names(try text(names), file: name(names)) }
        return try MOTTable.boxes(try text(path), size: size, names: classes, file: name(path))
    }

    /// A folder with a text for each picture. A picture is called by its text's name, with the ending of a picture that lies
    /// beside the text, in the folder above or in `../images`; sizes are not known.
    ///
    /// - Parameter names: a file with the name of a class on each line (`classes.txt`, `obj.names`), or a `.yaml` that has
    ///   them under `names`.
    package static func yolo(_ folder: String, names: String) throws(LabelFindings) -> BoxLabels {
        var findings = LabelFindings()
        let whole = URL(fileURLWithPath: folder)
        let isYAML = ["yaml", "yml"].contains(URL(fileURLWithPath: names).pathExtension.lowercased())
        let classes = isYAML ? try yamlNames(names) : try YOLOText.names(try text(names), file: name(names))
        guard let found = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            findings.note(file: folder, problem: LabelFileWords.cannotBeListed(folder))
            throw findings
        }
        let its = URL(fileURLWithPath: names).resolvingSymlinksInPath().path
        let texts = found.sorted().filter {
            $0.hasSuffix(".txt") && $0 != "classes.txt"
                && whole.appending(path: $0).resolvingSymlinksInPath().path != its
        }
        if texts.isEmpty { findings.note(file: folder, problem: LabelFileWords.noTexts) }
        let pictures = pictureNames(around: whole)
        var read: [PictureBoxes] = []
        for file in texts {
            do throws(LabelFindings) {
                let boxes = try YOLOText.boxes(
                    try text(whole.appending(path: file).path), names: classes, file: file)
                let stem = file.withoutEnding
                read.append(PictureBoxes(picture: .file(pictures[stem] ?? stem), boxes: boxes))
            } catch {
                findings.add(error)
            }
        }
        guard findings.isClean else { throw findings }
        return BoxLabels(names: classes, pictures: read)
    }

    /// The names of pictures, by their names without ending.
    private static func pictureNames(around folder: URL) -> [String: String] {
        let above = folder.deletingLastPathComponent()
        var names: [String: String] = [:]
        for place in [folder, above, above.appending(path: "images")] {
            for name in ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).sorted() {
                let ending = URL(fileURLWithPath: name).pathExtension.lowercased()
                guard ["jpg", "jpeg", "png", "bmp", "webp"].contains(ending) else { continue }
                if names[name.withoutEnding] == nil { names[name.withoutEnding] = name }
            }
        }
        return names
    }

    /// The `names` of a `data.yaml`: a list, or a mapping from the numbers of the classes.
    private static func yamlNames(_ path: String) throws(LabelFindings) -> [String] {
        do throws(SettingsFaults) {
            let (node, reader) = try YAMLFile.load(path)
            let list = reader.open(node, "", required: ["names"])["names"]
            var names: [String] = []
            if let mapping = list?.mapping {
                let numbered = mapping.compactMap { key, name in
                    key.scalar.flatMap { Int($0.string) }.map { (number: $0, name: name) }
                }.sorted { $0.number < $1.number }
                if numbered.map(\.number) != Array(0..<mapping.count) {
                    reader.note(list, "names", LabelFileWords.namesNeeded)
                }
                names = numbered.compactMap { reader.text($0.name, "names[\($0.number)]") }
            } else if let sequence = list?.sequence {
                names = sequence.enumerated().compactMap { reader.text($1, "names[\($0)]") }
            }
            if reader.isClean, names.isEmpty { reader.note(list, "names", LabelFileWords.namesNeeded) }
            guard reader.isClean else { throw reader.all }
            return names
        } catch {
            throw LabelFindings(error, file: name(path))
        }
    }

    private static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    private static func text(_ path: String) throws(LabelFindings) -> String {
        do throws(SettingsFaults) { return try TextFile.read(path) } catch {
            throw LabelFindings(error, file: name(path))
        }
    }
}
