import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct ClipFileTests {
    private func told(_ text: String) throws -> [Words] {
        let folder = try Folder()
        try folder.write("a.mp4")
        try folder.write("a.json", text)
        return folder.findings().lines
    }

    @Test func `what is written is read again`() throws {
        let zone = Zone(
            id: "1e3", kind: .permit,
            polygon: Polygon([Point(x: 0.1, y: 1.0 / 3), Point(x: 1, y: 0), Point(x: 0, y: 1)]),
            allows: ["crowd"], when: DailyWindow(configured: "20:00-07:30"))
        let event = ClipLabels.Event(
            algorithm: "crowd", zone: "1e3", start: MediaTime(microseconds: 1_234_567), end: MediaTime(seconds: 50),
            tolerance: .milliseconds(1500), place: .share(Box(x: 0.25, y: 0.5, width: 0.125, height: 0.5)),
            note: "\"quoted\"\n\\ 二\u{1}\u{85}\u{2028}")
        let pixels = ClipLabels.Event(
            algorithm: "street-stall", zone: "1e3", start: .zero, end: MediaTime(seconds: 1),
            place: .pixels(left: 1, top: 2, right: 3.5, bottom: 4))
        let box = LabelledBox(box: Box(x: 0, y: 0, width: 1, height: 0.5), label: "人", track: 7, isIgnored: true)
        let labels = ClipLabels(
            video: "no: clip.mp4", camera: "007", conditions: [.night, .rain, .drawn], scene: "雨, {夜}", zones: [zone],
            events: [event, pixels], absent: ["null", "yes"],
            counts: [.init(time: MediaTime(seconds: 0.1), low: 0, high: 40, by: "eye")],
            boxes: [
                .init(time: MediaTime(seconds: 0.04), box: box),
                .init(time: MediaTime(seconds: 0.08), box: LabelledBox(box: box.box, label: "car")),
            ], note: "- x")
        let folder = try Folder()
        let file = try folder.write("a.json", labels.json)
        let (dataset, findings) = DatasetFolder.read(file)
        #expect(findings.lines.map(\.en) == [])
        #expect(dataset.clips.map(\.labels) == [labels])
        #expect((try? JSONSerialization.jsonObject(with: Data(labels.json.utf8))) != nil, "it is JSON to others too")
    }

    @Test func `what is written reads well`() throws {
        let labels = ClipLabels(
            video: "a.mp4", conditions: [.day],
            events: [
                .init(algorithm: "crowd", zone: "all", start: MediaTime(seconds: 10.9), end: MediaTime(seconds: 52)),
                .init(algorithm: "crowd", zone: "all", start: MediaTime(seconds: 55), end: MediaTime(seconds: 56)),
            ])
        #expect(
            labels.json == """
                {
                  "video": "a.mp4",
                  "camera": "a",
                  "conditions": ["day"],
                  "events": [
                    {"algorithm": "crowd", "zone": "all", "start_s": 10.9, "end_s": 52, "tolerance_s": 2},
                    {"algorithm": "crowd", "zone": "all", "start_s": 55, "end_s": 56, "tolerance_s": 2}
                  ],
                  "absent": []
                }

                """)
    }

    @Test func `what is empty or null is not there`() throws {
        let folder = try Folder()
        let file = try folder.write(
            "a.json", #"{"video": "a.b.mp4", "camera": null, "scene": "", "events": null, "note": null}"#)
        let (dataset, findings) = DatasetFolder.read(file)
        #expect(findings.isClean)
        #expect(dataset.clips.map(\.labels) == [ClipLabels(video: "a.b.mp4")])
        #expect(dataset.clips.map(\.labels.camera) == ["a.b"])
    }

    @Test func `words that are none of a fixed set are refused with the nearest`() throws {
        let known = "Known: day, night, rain, shadow, crowded, drawn, real"
        #expect(
            try told("{\"video\": \"a.mp4\", \"conditions\": [\n\"nihgt\", \"foggy\"]}") == [
                Words(
                    zh: "a.json:2: conditions[0]: 此处不能用 'nihgt'；是否想写 'night'？可用：day, night, rain, shadow, crowded, "
                        + "drawn, real",
                    en: "a.json:2: conditions[0]: 'nihgt' is not known here; did you mean 'night'? \(known)"),
                Words(
                    zh: "a.json:2: conditions[1]: 此处不能用 'foggy'；可用：day, night, rain, shadow, crowded, drawn, real",
                    en: "a.json:2: conditions[1]: 'foggy' is not known here; \(known)"),
            ])
    }

    @Test func `what is no value is refused where it stands`() throws {
        let text = """
            {"video": "a.mp4",
            "zones": [{"id": "all", "kind": "road", "polygon": [[0, 0], [1], ["x", 1]]}],
            "events": [{"algorithm": "crowd", "zone": "all", "start_s": "soon", "end_s": nan, "tolerance_s": 1e999}],
            "counts": [{"t_s": 1, "persons": 5}, {"t_s": [1], "persons": [1, 2.5]}],
            "boxes": [{"t_s": 1, "box": [0, 0, 1], "label": "car", "track": 1.5, "ignored": 3},
            {"t_s": 1, "box": [0, 0, 1, inf], "label": ""}]}
            """
        #expect(
            try told(text).map(\.en) == [
                "a.json:2: zones[0].polygon[1]: a point is two numbers, [x, y]",
                "a.json:2: zones[0].polygon[2][0]: a number is needed here, not 'x'",
                "a.json:3: events[0].tolerance_s: a number of seconds is needed, such as 12.5, not '1e999'",
                "a.json:3: events[0].start_s: a number of seconds is needed, such as 12.5, not 'soon'",
                "a.json:3: events[0].end_s: a number of seconds is needed, such as 12.5, not 'nan'",
                "a.json:4: counts[0].persons: two whole numbers are needed, [fewest, most], such as [3, 5]",
                "a.json:4: counts[1].t_s: a number of seconds is needed, such as 12.5, not a list",
                "a.json:5: boxes[0].box: a box is four numbers, [left, top, width, height]",
                "a.json:5: boxes[0].track: a whole number from 0 to 2147483647 is needed, not '1.5'",
                "a.json:5: boxes[0].ignored: true or false is needed here, not '3'",
                "a.json:6: boxes[1].box[3]: a number is needed here, not 'inf'",
                "a.json:6: boxes[1].label: text is needed here, not ''",
            ])
    }

    @Test func `two places of one event are refused`() throws {
        let event = """
            {"algorithm": "crowd", "zone": "z", "start_s": 1, "end_s": 2, "box": [0, 0, 1, 1],
            "box_px": [0, 0, 9]}
            """
        #expect(
            try told("{\"video\": \"a.mp4\", \"events\": [\(event)]}").map(\.en) == [
                "a.json:2: events[0].box_px: an event has a box or a box_px, not both",
                "a.json:1: events[0].zone: there is no zone 'z'; Known: none",
            ])
    }

    @Test func `what cannot be read hides nothing else that is wrong, and is told once`() throws {
        let text = """
            {"video": "a.mp4",
            "zones": [{"id": "z", "kind": "raod", "polygon": [[0, 0], [1, 0], [1, 1]]},
            {"id": "b", "kind": "road", "polygon": [[0, 0], ["x", 0], [2, 1]]}],
            "events": [{"algorithm": "crowd", "zone": "z", "start_s": "soon", "end_s": 2},
            {"algorithm": "crowds", "zone": "gone", "start_s": 50, "end_s": 99, "tolerance_s": "x"}],
            "absent": [[], "street-stal"],
            "counts": [{"t_s": 1, "persons": 5}, {"t_s": 2, "persons": [3, 1]}]}
            """
        #expect(
            try told(text).map(\.en) == [
                "a.json:2: zones[0].kind: 'raod' is not known here; did you mean 'road'? Known: pavement, road, "
                    + "public-space, water, building, fire-lane, no-stopping, shop-front, watch, permit, ignore",
                "a.json:3: zones[1].polygon[1][0]: a number is needed here, not 'x'",
                "a.json:4: events[0].start_s: a number of seconds is needed, such as 12.5, not 'soon'",
                "a.json:5: events[1].tolerance_s: a number of seconds is needed, such as 12.5, not 'x'",
                "a.json:6: absent[0]: text is needed here, not a list",
                "a.json:7: counts[0].persons: two whole numbers are needed, [fewest, most], such as [3, 5]",
                "a.json:3: zones[1].polygon[2]: the point [2.0, 1.0] lies outside the picture; both numbers are 0 to 1",
                "a.json:5: events[1].algorithm: there is no algorithm 'crowds'; did you mean 'crowd'? "
                    + "Known: street-stall, crowd",
                "a.json:5: events[1].end_s: 99 s is past the end of the video, which has 60 s",
                "a.json:6: absent[1]: there is no algorithm 'street-stal'; did you mean 'street-stall'? "
                    + "Known: street-stall, crowd",
                "a.json:7: counts[1].persons: [3, 1] is no number of persons; write the lower first, none below zero",
            ])
    }

    @Test(arguments: [
        ("", "a.json: the file is empty"),
        ("{\"video\": ", "a.json:2: this is not YAML: did not find expected node content"),
        ("{\"video\": \"a\",\n\"video\": \"b\"}", "a.json:1: the key 'video' stands twice"),
        ("{\"video\": \"a.mp4\", \"events\": {}}", "a.json:1: events: a list is needed here, not a mapping"),
    ])
    func `a broken file is refused with its line`(text: String, message: String) throws {
        #expect(try told(text).map(\.en) == [message])
    }

    @Test func `byte order marks and CRLF are none of it`() throws {
        #expect(try told("\u{FEFF}{\"video\": \"a.mp4\",\r\n\"note\": \"x\"}\r\n") == [])
    }

    @Test func `nesting without end is refused and does not trap`() throws {
        let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        let lines = try told("{\"video\": \"a.mp4\", \"note\": \(deep)}")
        #expect(lines.count == 1)
        #expect(lines.first?.en.hasPrefix("a.json:1: this is not YAML: ") == true)
    }
}
