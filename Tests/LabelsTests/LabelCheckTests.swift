import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct LabelCheckTests {
    private static let zone = #"{"id": "all", "kind": "watch", "polygon": [[0, 0], [1, 0], [1, 1]]}"#

    /// What is told of one clip whose keys, besides the video and a zone, are these.
    private func told(
        zones: String = zone, events: String = "", _ more: String = ""
    ) throws -> [String] {
        let folder = try Folder()
        try folder.write("a.mp4")
        try folder.write(
            "a.json", "{\"video\": \"a.mp4\",\n\"zones\": [\(zones)],\n\"events\": [\n\(events)\n]\(more)}")
        return folder.findings().lines.map(\.en)
    }

    private func event(_ keys: String) -> String {
        #"{"algorithm": "crowd", "zone": "all", "start_s": 1, "end_s": 2, \#(keys)}"#
    }

    @Test func `a clip with nothing wrong has no fault`() throws {
        #expect(try told(events: event(#""box": [0.5, 0.5, 0.5, 0.5]"#)) == [])
    }

    @Test func `times are within the video and in order`() throws {
        let events = """
            {"algorithm": "crowd", "zone": "all", "start_s": -1, "end_s": 2, "tolerance_s": -0.5},
            {"algorithm": "crowd", "zone": "all", "start_s": 60.4, "end_s": 61.25},
            {"algorithm": "crowd", "zone": "all", "start_s": 20, "end_s": 10}
            """
        #expect(
            try told(events: events) == [
                "a.json:4: events[0].start_s: -1 s is negative; times begin at 0",
                "a.json:4: events[0].tolerance_s: a tolerance is not below zero",
                "a.json:5: events[1].end_s: 61.25 s is past the end of the video, which has 60 s",
                "a.json:6: events[2].end_s: the event ends at 10 s, before it starts at 20 s",
            ])
    }

    @Test func `times past the end are not looked for where the length is not known`() throws {
        let clip = LabelledClip(
            labels: ClipLabels(video: "a.mp4", counts: [.init(time: MediaTime(seconds: 1e6), low: 0, high: 1)]),
            file: "a.json", videoPath: "/a.mp4")
        let dataset = Dataset(folder: "/", clips: [clip])
        #expect(LabelCheck(algorithms: []) { _ in nil }.findings(of: dataset).isClean)
        #expect(LabelCheck(algorithms: []) { _ in .seconds(9) }.findings(of: dataset).faultCount == 1)
    }

    @Test func `pixels lie within the picture of the video`() throws {
        func told(_ right: Double, _ size: PixelSize?) -> [String] {
            let event = ClipLabels.Event(
                algorithm: "crowd", zone: "all", start: .zero, end: .zero,
                place: .pixels(left: 10, top: 10, right: right, bottom: 100))
            let clip = LabelledClip(
                labels: ClipLabels(video: "a.mp4", zones: [.wholePicture], events: [event]), file: "a.json",
                videoPath: "/a.mp4")
            return LabelCheck(
                algorithms: ["crowd"], extra: [], watching: nil, videos: ["/a.mp4": SeenVideo(size: size)]
            ).findings(of: Dataset(folder: "/", clips: [clip])).lines.map(\.en)
        }
        let size = try #require(PixelSize(width: 200, height: 100))
        #expect(told(200, size) == [] && told(201, nil) == [])
        #expect(
            told(201, size) == [
                "a.json: events[0].box_px: the box_px reaches beyond the picture of the video, which has 200x100"
            ])
    }

    @Test func `events of one algorithm in one zone do not overlap, others may`() throws {
        let zones = Self.zone + "," + Self.zone.replacing("all", with: "other")
        let events = """
            {"algorithm": "crowd", "zone": "all", "start_s": 10, "end_s": 40},
            {"algorithm": "crowd", "zone": "all", "start_s": 12, "end_s": 14},
            {"algorithm": "crowd", "zone": "all", "start_s": 39.5, "end_s": 50},
            {"algorithm": "crowd", "zone": "all", "start_s": 50, "end_s": 55},
            {"algorithm": "crowd", "zone": "other", "start_s": 10, "end_s": 40},
            {"algorithm": "street-stall", "zone": "all", "start_s": 10, "end_s": 40}
            """
        let rest =
            "overlaps events[0] (10 s to 40 s) of the same algorithm and zone; join them, or let the first end before "
            + "the second starts"
        #expect(
            try told(zones: zones, events: events) == [
                "a.json:5: events[1]: the event \(rest)", "a.json:6: events[2]: the event \(rest)",
            ])
    }

    @Test func `names of zones and algorithms are known ones, and the nearest is offered`() throws {
        let events = """
            {"algorithm": "crowds", "zone": "al", "start_s": 1, "end_s": 2},
            {"algorithm": "crowd", "zone": "all", "start_s": 1, "end_s": 2}
            """
        #expect(
            try told(events: events, #", "absent": ["crowd", "flying-saucers"]"#) == [
                "a.json:4: events[0].algorithm: there is no algorithm 'crowds'; did you mean 'crowd'? "
                    + "Known: street-stall, crowd",
                "a.json:4: events[0].zone: there is no zone 'al'; did you mean 'all'? Known: all",
                "a.json:5: events[1].algorithm: 'crowd' has an event here and is named under absent as well; "
                    + "remove one of the two",
                "a.json:6: absent[1]: there is no algorithm 'flying-saucers'; Known: street-stall, crowd",
            ])
    }

    @Test func `an event lies in a zone that its algorithm watches`() throws {
        let folder = try Folder()
        try folder.write("a.mp4")
        try folder.write(
            "a.json",
            """
            {"video": "a.mp4", "zones": [\(Self.zone), \(Self.zone.replacing("all", with: "lane").replacing("watch", with: "road"))],
            "events": [{"algorithm": "crowd", "zone": "all", "start_s": 1, "end_s": 2},
            {"algorithm": "crowd", "zone": "lane", "start_s": 1, "end_s": 2},
            {"algorithm": "lorry", "zone": "lane", "start_s": 1, "end_s": 2}]}
            """)
        let (dataset, _) = DatasetFolder.read(folder.path)
        func told(_ watching: [String: [ZoneKind]]?) -> [Words] {
            LabelCheck(algorithms: ["crowd"], extra: ["lorry"], watching: watching) { _ in nil }
                .findings(of: dataset).lines
        }
        #expect(
            told(["crowd": [.pavement, .watch]]) == [
                Words(
                    zh: "a.json:3: events[1].zone: 'crowd' 不看 road 类区域 'lane'，永远发现不了此事件；它看的类型：pavement, watch",
                    en:
                        "a.json:3: events[1].zone: 'crowd' never watches 'lane', a zone of kind road, and can find nothing "
                        + "there; it watches: pavement, watch")
            ])
        #expect(told(["crowd": [.pavement, .road, .watch]]) == [] && told(nil) == [])
    }

    @Test func `an algorithm that is to come is noticed once and is no fault`() throws {
        let folder = try Folder()
        for name in ["a", "b", "c"] {
            try folder.write("\(name).mp4")
            try folder.write("\(name).json", "{\"video\": \"\(name).mp4\",\n\"absent\": [\"crowd\",\n\"lorry\"]}")
        }
        let findings = folder.findings()
        #expect(findings.isClean)
        #expect(
            findings.noticeLines == [
                Words(
                    zh: "a.json:3: absent[1]: 本程序尚无算法 'lorry'；3 个标注文件提到它，相关内容不评分",
                    en:
                        "a.json:3: absent[1]: Piculet has no algorithm 'lorry' yet; what 3 file(s) say of it is not scored"
                )
            ])
    }

    @Test func `zones have ids of their own and lie within the picture`() throws {
        let zones = """
            {"id": "a", "kind": "road", "polygon": [[0, 0], [1.5, 0], [1, 1]]},
            {"id": "a", "kind": "road", "polygon": [[0, 0], [1, 1]]}
            """
        #expect(
            try told(zones: zones) == [
                "a.json:2: zones[0].polygon[1]: the point [1.5, 0.0] lies outside the picture; both numbers are 0 to 1",
                "a.json:3: zones[1].id: the zone id 'a' is that of zones[0] already; ids are unique",
                "a.json:3: zones[1].polygon: a polygon needs three points or more, not 2",
            ])
    }

    @Test func `counts have the lower number first`() throws {
        let counts = """
            , "counts": [{"t_s": 1, "persons": [5, 3]},
            {"t_s": 99, "persons": [-1, 3]}]
            """
        #expect(
            try told(counts) == [
                "a.json:5: counts[0].persons: [5, 3] is no number of persons; write the lower first, none below zero",
                "a.json:6: counts[1].t_s: 99 s is past the end of the video, which has 60 s",
                "a.json:6: counts[1].persons: [-1, 3] is no number of persons; write the lower first, none below zero",
            ])
    }

    private func told(_ more: String) throws -> [String] { try told(events: "", more) }

    @Test func `boxes lie within the picture`() throws {
        let events =
            event(#""box": [0.9, 0, 0.2, 0.1]"#) + ",\n"
            + event(#""box_px": [50, 10, 20, 40]"#).replacing("\"all\"", with: "\"all2\"")
        let zones = Self.zone + "," + Self.zone.replacing("all", with: "all2")
        let boxes = #", "boxes": [{"t_s": -2, "box": [0, 0, 0, 1], "label": "person"}]"#
        let shape =
            "does not lie within the picture; it is [left, top, width, height], 0 to 1, the last two above zero"
        #expect(
            try told(zones: zones, events: events, boxes) == [
                "a.json:4: events[0].box: the box [0.9, 0.0, 0.2, 0.1] \(shape)",
                "a.json:5: events[1].box_px: box_px is [left, top, right, bottom] in pixels, none below zero, right "
                    + "beyond left, bottom beyond top",
                "a.json:6: boxes[0].t_s: -2 s is negative; times begin at 0",
                "a.json:6: boxes[0].box: the box [0.0, 0.0, 0.0, 1.0] \(shape)",
            ])
    }

    @Test func `a clip has its video, and a video one clip`() throws {
        let folder = try Folder()
        try folder.write("a.mp4")
        try folder.write("a.json", #"{"video": "a.mp4"}"#)
        try folder.write("labels/b.json", "{\n\"video\": \"a.mp4\"}")
        try folder.write("c.json", #"{"video": "gone.mp4"}"#)
        try folder.write("d.json", #"{"video": "../a.mp4"}"#)
        #expect(
            folder.findings().lines == [
                Words(
                    zh: "d.json:1: video: '../a.mp4' 不是文件名；请只写视频的文件名",
                    en: "d.json:1: video: '../a.mp4' is no file name; name the video without folders"),
                Words(
                    zh: "labels/b.json:2: video: 'a.json' 已标注同一视频；请删除其一",
                    en: "labels/b.json:2: video: 'a.json' labels the same video; remove one of the two"),
                Words(
                    zh: "c.json:1: video: 没有视频 'gone.mp4'；它应在标注文件旁、其下一级目录，或 labels 的上一级目录",
                    en:
                        "c.json:1: video: there is no video 'gone.mp4' beside this file, in a folder below, or above its "
                        + "folder 'labels'"),
            ])
    }

    @Test func `the first thousand faults are told, and how many there are`() throws {
        let counts = Array(repeating: #"{"t_s": -1, "persons": [2, 1]}"#, count: 700).joined(separator: ",\n")
        let lines = try told(", \"counts\": [\(counts)]")
        #expect(lines.count == 1001)
        #expect(lines.last == "... and 400 more")
    }
}
