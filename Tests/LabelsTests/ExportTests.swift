import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct ExportTests {
    private let folder: Folder
    private let size: PixelSize

    init() throws {
        folder = try Folder()
        size = try #require(PixelSize(width: 100, height: 50))
    }

    private func boxes(_ label: String = "car", track: Int? = 4, isIgnored: Bool = false) -> BoxLabels {
        let box = LabelledBox(
            box: Box(x: 0.1, y: 0.2, width: 0.5, height: 0.4), label: label, track: track, isIgnored: isIgnored)
        return BoxLabels(pictures: [PictureBoxes(picture: .frame(12), size: size, boxes: [box])])
    }

    private func words(_ call: () throws -> Void) throws -> Words? {
        do { try call() } catch let error as NewFileError { return error.words }
        return nil
    }

    @Test func `each format writes its files`() throws {
        #expect(
            try BoxExport(boxes(), as: .yolo)
                == .folder([
                    .init(name: "frame_000012.txt", text: "0 0.35 0.4 0.5 0.4\n"),
                    .init(name: "classes.txt", text: "car\n"),
                ]))
        // Names of MOT16 keep their numbers, others are numbered as they come.
        let names = MOTTable.names.map { $0 + "\n" }.joined()
        #expect(
            try BoxExport(boxes(), as: .mot)
                == .folder([
                    .init(name: "gt.txt", text: "13,4,10,10,50,20,1,3,1\n"), .init(name: "labels.txt", text: names),
                ]))
        #expect(
            try BoxExport(boxes("lorry"), as: .mot)
                == .folder([
                    .init(name: "gt.txt", text: "13,4,10,10,50,20,1,1,1\n"), .init(name: "labels.txt", text: "lorry\n"),
                ]))
        #expect(try BoxExport(boxes(), as: .coco) == .file(try COCOText.text(boxes())))
        #expect(try BoxExport(boxes(), as: .cvat) == .file(try CVATText.text(boxes())))
    }

    @Test func `what is lost is told`() {
        let ignored = boxes(isIgnored: true)
        for format in [BoxFormat.coco, .mot] {
            #expect(format.losses(of: boxes()).isEmpty && format.losses(of: ignored).isEmpty)
        }
        #expect(BoxFormat.cvat.losses(of: boxes()).isEmpty)
        #expect(
            BoxFormat.cvat.losses(of: ignored) == [
                Words(
                    zh: "提示：CVAT 无法表示被忽略的框；1 个未写出",
                    en: "note: CVAT has no word for boxes that are ignored: 1 left out")
            ])
        #expect(
            BoxFormat.yolo.losses(of: boxes()) == [
                Words(
                    zh: "提示：YOLO 无法表示轨迹；1 个框失去轨迹编号",
                    en: "note: YOLO has no word for tracks; 1 box(es) lose the number of theirs")
            ])
        #expect(BoxFormat.yolo.losses(of: boxes(track: nil)).isEmpty)
        #expect(BoxFormat.yolo.losses(of: ignored).count == 1)
    }

    @Test func `names beside a table of MOT are its own`() throws {
        let table = try folder.write("gt.txt", "1,1,0,0,10,10,1,1,1\n")
        #expect(try BoxFiles.boxes(.mot, table, size: size, names: nil).pictures[0].boxes[0].label == "pedestrian")
        try folder.write("labels.txt", "lorry\n")
        #expect(try BoxFiles.boxes(.mot, table, size: size, names: nil).pictures[0].boxes[0].label == "lorry")
        let names = try folder.write("other.txt", "van\n")
        #expect(try BoxFiles.boxes(.mot, table, size: size, names: names).pictures[0].boxes[0].label == "van")
    }

    @Test func `no file is written over unless that is asked for`() throws {
        let path = try folder.write("a.json", "old")
        func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
        #expect(
            try words { try NewFiles.write("new", to: path, mayReplace: false) }
                == Words(
                    zh: "\(path.quoted) 已存在；加 --force 可替换", en: "\(path.quoted) is there already; --force replaces it"))
        #expect(try text() == "old")
        #expect(try words { try NewFiles.write("new", to: path, mayReplace: true) } == nil)
        #expect(try text() == "new")
        #expect(
            try words { try NewFiles.write("new", to: folder.path, mayReplace: true) }?.en
                == "\(folder.path.quoted) is no file; give the path of a file")
        #expect(
            try words { try NewFiles.write("new", to: "/nowhere/a.json", mayReplace: false) }?.en.hasPrefix(
                "/nowhere/a.json cannot be written: ") == true)
    }

    @Test func `a folder keeps nothing of another export`() throws {
        let export = try BoxExport(boxes(), as: .yolo)
        let place = folder.url.appending(path: "new/yolo").path
        #expect(try words { try NewFiles.write(export, to: place, mayReplace: false) } == nil)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["classes.txt", "frame_000012.txt"])
        #expect(
            try words { try NewFiles.write(export, to: place, mayReplace: false) }?.en
                == "the folder \(place.quoted) is not empty; --force replaces files of the same names in it")
        #expect(try words { try NewFiles.write(export, to: place, mayReplace: true) } == nil)
        try folder.write("new/yolo/frame_000013.txt")
        #expect(
            try words { try NewFiles.write(export, to: place, mayReplace: true) }?.en
                == "the folder \(place.quoted) has 'frame_000013.txt' of another export; give an empty folder")
        let file = try folder.write("a.txt")
        #expect(
            try words { try NewFiles.write(export, to: file, mayReplace: true) }?.en
                == "\(file.quoted) is no folder; give a folder")
    }

    @Test func `boxes are put into labels that are there`() throws {
        let path = try folder.write("a.json", #"{"video": "a.mp4", "camera": "gate", "absent": ["crowd"]}"#)
        let labels = try DatasetFolder.labels(toFill: path, video: "a.mp4", camera: nil)
        #expect(labels.absent == ["crowd"] && labels.camera == "gate")
        #expect(try DatasetFolder.labels(toFill: path, video: "a.mp4", camera: "yard").camera == "yard")
        #expect(try DatasetFolder.labels(toFill: "/nowhere.json", video: "b.mp4", camera: nil).camera == "b")
        func refusal(_ video: String, _ path: String) -> String {
            LabelsTests.told { () throws(LabelFindings) in
                try DatasetFolder.labels(toFill: path, video: video, camera: nil)
            }
        }
        #expect(refusal("b.mp4", path) == "a.json: video: this file labels 'a.mp4', not 'b.mp4'; write to another one")
        #expect(
            refusal("a.mp4", try folder.write("b.json", "{}"))
                == "b.json: this is no clip's labels, having no 'video'")
    }

    @Test func `one label file is read for its boxes alone`() throws {
        func refusal(_ path: String) -> String {
            LabelsTests.told { () throws(LabelFindings) in try DatasetFolder.clip(at: path) }
        }
        #expect(refusal("/nowhere.json") == "nowhere.json: the file cannot be read. Check the path, '/nowhere.json'.")
        let path = try folder.write(
            "a.json",
            #"{"video": "a.mp4", "absent": ["no-such"], "boxes": [{"t_s": 1, "box": [0.5, 0, 0.6, 1], "label": "x"}]}"#)
        #expect(
            refusal(path)
                == "a.json:1: boxes[0].box: the box [0.5, 0.0, 0.6, 1.0] does not lie within the picture; it is [left, top, "
                + "width, height], 0 to 1, the last two above zero")
        try folder.write("a.json", #"{"video": "a.mp4", "absent": ["no-such"]}"#)
        #expect(refusal(path) == "none")
    }
}
