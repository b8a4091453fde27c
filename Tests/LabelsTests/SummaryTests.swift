import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct SummaryTests {
    @Test func `a dataset is counted`() throws {
        func event(_ algorithm: String) -> ClipLabels.Event {
            ClipLabels.Event(algorithm: algorithm, zone: "z", start: .zero, end: MediaTime(seconds: 1))
        }
        let box = LabelledBox(box: Box(x: 0, y: 0, width: 1, height: 1), label: "car")
        let clips = [
            ClipLabels(
                video: "a.mp4", camera: "gate", conditions: [.day, .real], events: [event("crowd"), event("crowd")],
                absent: ["lorry"]),
            ClipLabels(
                video: "b.mp4", camera: "gate", conditions: [.night, .real], events: [event("street-stall")],
                absent: ["lorry", "crowd"], counts: [.init(time: .zero, low: 1, high: 2)],
                boxes: [.init(time: .zero, box: box)]),
            ClipLabels(video: "c.mp4"),
        ].map { LabelledClip(labels: $0, file: "x.json", videoPath: "/\($0.video)") }
        let pictures = [Still.Truth.yes, .no, .no].enumerated().map {
            Still(picture: "cam\($0)-a.jpg", path: nil, camera: "cam\($0 / 2)", truth: $1, line: $0)
        }
        let dataset = Dataset(
            folder: "street", clips: clips,
            stills: [StillLabels(file: "labels.csv", question: "visible_water", pictures: pictures)])
        let summary = DatasetSummary(dataset) { $0.labels.video == "c.mp4" ? nil : .seconds(2700) }
        #expect(
            summary.lines.map(\.en) == [
                "street: 3 clip(s), 1.5 h, 2 camera(s)",
                "  videos of unknown length: 1",
                "  events: crowd 2, street-stall 1",
                "  clips without: crowd 1, lorry 2",
                "  conditions: day 1, night 1, real 2",
                "  cameras: c 1, gate 2",
                "  counts of persons: 1",
                "  boxes: 1",
                "  pictures of labels.csv, visible_water: yes 1, no 2, unclear 0; 2 camera(s)",
            ])
        #expect(
            summary.lines.map(\.zh) == [
                "street：3 段视频，1.5 小时，2 台摄像机",
                "  长度未知的视频：1",
                "  事件：crowd 2, street-stall 1",
                "  无事件的视频：crowd 1, lorry 2",
                "  条件：day 1, night 1, real 2",
                "  摄像机：c 1, gate 2",
                "  人数：1",
                "  框：1",
                "  图片 labels.csv，visible_water: yes 1, no 2, unclear 0；2 台摄像机",
            ])
    }

    @Test func `of many names the first are told`() {
        let clips = (100..<140).map {
            LabelledClip(labels: ClipLabels(video: "\($0).mp4"), file: "x.json", videoPath: nil)
        }
        let lines = DatasetSummary(Dataset(folder: "d", clips: clips)) { _ in nil }.lines.map(\.en)
        #expect(lines[0] == "d: 40 clip(s), 0 h, 40 camera(s)" && lines[1] == "  videos of unknown length: 40")
        #expect(lines[2].hasPrefix("  cameras: 100 1, 101 1, ") && lines[2].hasSuffix(", 129 1, ... (40)"))
    }
}
