import Foundation
import Labels
import Media
import Settings
import Testing

/// Files that nobody means well with: read or refused, never a trap, and whatever is taken lies within the picture.
@Suite struct HostileTests {
    private static let mot = "1,3,912,484,96,108,1,1,1\n2,3,910.5,-4,96,108,0,2,0.5\n"
    private static let yolo = "1 0.5 0.25 0.2 0.1\n0 0.95 0.5 0.2 1\n"
    private static let coco = """
        {"images": [{"id": 9, "file_name": "a.jpg", "width": 640, "height": 480}],
        "annotations": [{"id": 1, "image_id": 9, "category_id": 3, "bbox": [10.5, 5, 20, 10], "iscrowd": 0}],
        "categories": [{"id": 3, "name": "car"}]}
        """
    private static let cvat = """
        <annotations><meta><task><original_size><width>64</width><height>48</height></original_size></task></meta>
        <track id="0" label="car"><box frame="0" outside="0" xtl="6" ytl="4" xbr="12" ybr="9"/></track>
        <image id="0" name="a.jpg" width="10" height="5"><box label="car" xtl="1" ytl="1" xbr="2" ybr="2"/></image>
        </annotations>
        """
    private static let clip = """
        {"video": "a.mp4", "conditions": ["day"], "zones": [{"id": "z", "kind": "road", "polygon": [[0, 0], [1, 0], [1, 1]]}],
        "events": [{"algorithm": "crowd", "zone": "z", "start_s": 1, "end_s": 2, "box_px": [1, 2, 3, 4]}],
        "absent": ["lorry"], "counts": [{"t_s": 1, "persons": [1, 2]}],
        "boxes": [{"t_s": 1, "box": [0, 0, 1, 1], "label": "car", "track": 1}]}
        """

    /// A text with a few places changed for what hurts, the same ones for the same seed.
    private static func spoilt(_ text: String, seed: UInt64) -> String {
        let pieces = [
            "nan", "inf", "-1", "1e308", "-1e308", "99999999999999999999", "0", "", "\u{0}", "\u{FEFF}", "\r\n", "\"",
            "{",
            "]", "<", ">", "&", ",", "null", "*a", "&a", "\u{202E}", "人",
            "1", "5", "9", " ", "2", "3",
        ]
        var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        func below(_ end: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % end
        }
        var scalars = Array(text.unicodeScalars)
        for _ in 0...below(2) {
            let start = below(scalars.count)
            let end = min(scalars.count, start + below(4))
            scalars.replaceSubrange(start..<end, with: pieces[below(pieces.count)].unicodeScalars)
        }
        var spoilt = ""
        spoilt.unicodeScalars.append(contentsOf: scalars)
        return spoilt
    }

    private static func isWithin(_ box: Box) -> Bool {
        box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 && box.x + box.width <= 1 + 1e-9
            && box.y + box.height <= 1 + 1e-9
    }

    /// Reads spoilt texts; both kinds must have been met, or the test shows nothing.
    private func read(_ text: String, _ boxes: (String) throws -> [LabelledBox]) throws {
        var (taken, refused) = (0, 0)
        for seed in 0..<400 as Range<UInt64> {
            let text = Self.spoilt(text, seed: seed)
            do {
                let read = try boxes(text)
                #expect(read.allSatisfy { Self.isWithin($0.box) }, "seed \(seed): \(text)")
                taken += 1
            } catch let findings as LabelFindings {
                #expect(!findings.lines.isEmpty && findings.faults.allSatisfy { ($0.line ?? 1) >= 1 }, "seed \(seed)")
                #expect(findings.lines.allSatisfy { !$0.zh.isEmpty && $0.en == $0.en.shownSafely }, "seed \(seed)")
                refused += 1
            }
        }
        #expect(taken > 5 && refused > 100, "\(taken) were taken, \(refused) refused")
    }

    @Test func `spoilt tables of MOT do no harm`() throws {
        let size = try #require(PixelSize(width: 1920, height: 1080))
        try read(Self.mot) { try MOTTable.boxes($0, size: size, file: "gt.txt").pictures.flatMap(\.boxes) }
    }

    @Test func `spoilt texts of YOLO do no harm`() throws {
        try read(Self.yolo) { try YOLOText.boxes($0, names: ["person", "car"], file: "a.txt") }
    }

    @Test func `spoilt files of CVAT do no harm`() throws {
        try read(Self.cvat) { try CVATFile.boxes($0, file: "a.xml").pictures.flatMap(\.boxes) }
    }

    @Test func `spoilt files of COCO do no harm`() throws {
        let folder = try Folder()
        try read(Self.coco) { try BoxFiles.coco(try folder.write("a.json", $0)).pictures.flatMap(\.boxes) }
    }

    @Test func `spoilt labels do no harm`() throws {
        let folder = try Folder()
        try folder.write("a.mp4")
        try read(Self.clip) { text in
            let file = try folder.write("a.json", text)
            var (dataset, findings) = DatasetFolder.read(file)
            findings.add(Folder.check.findings(of: dataset))
            guard findings.isClean else { throw findings }
            return dataset.clips.flatMap { $0.labels.boxes.map(\.box) }
        }
    }

    @Test func `what is no number is written as none and refused when it is read`() throws {
        let box = LabelledBox(box: Box(x: .nan, y: .infinity, width: 1, height: 1), label: "car")
        let labels = ClipLabels(video: "a.mp4", boxes: [.init(time: MediaTime(microseconds: .max), box: box)])
        #expect(labels.json.contains(#""box": [null, null, 1, 1]"#))
        let folder = try Folder()
        try folder.write("a.mp4")
        try folder.write("a.json", labels.json)
        #expect(
            folder.findings().lines.map(\.en) == [
                "a.json:7: boxes[0].t_s: a number of seconds is needed, such as 12.5, not '9223372036854.775'",
                "a.json:7: boxes[0].box[0]: a number is needed here, not 'null'",
                "a.json:7: boxes[0].box[1]: a number is needed here, not 'null'",
            ])
        let clip = LabelledClip(labels: labels, file: "a.json", videoPath: "/a.mp4")
        #expect(Folder.check.findings(of: Dataset(folder: "/", clips: [clip])).faultCount == 2)
    }
}
