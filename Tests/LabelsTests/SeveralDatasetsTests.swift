import Foundation
import Labels
import Media
import Settings
import Testing

/// Datasets that are given together.
@Suite struct SeveralDatasetsTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        for place in ["old/street", "new/street", "yard"] {
            try folder.write("\(place)/gate.mp4")
            try folder.write("\(place)/gate.json", #"{"video": "gate.mp4"}"#)
        }
    }

    private func path(_ name: String) -> String { folder.url.appending(path: name).path }

    @Test func `a folder that is given twice is taken once, under whatever path`() throws {
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("yard"))
        let same = [path("yard"), path("yard") + "/", path("old/../yard"), path("link")]
        let (datasets, findings) = DatasetFolder.read(same + [path("old/street")])
        #expect(datasets.map(\.folder) == [path("yard"), path("old/street")])
        #expect(datasets.map(\.clips.count) == [1, 1] && findings.isClean)
        #expect(
            findings.notices.map(\.problem)
                == Array(
                    repeating: Words(
                        zh: "与 '\(path("yard"))' 是同一数据集，只用一次",
                        en: "this is the same dataset as '\(path("yard"))'; it is taken once"), count: 3))
    }

    @Test func `a clip and a table of pictures that two datasets hold are taken once`() throws {
        try folder.write("yard/a.jpg")
        try folder.write("yard/labels.csv", "picture,crowd\na.jpg,yes\n")
        let (datasets, findings) = DatasetFolder.read(["yard", "yard/gate.json", "yard/labels.csv"].map(path))
        #expect(datasets.map(\.clips.count) == [1, 0, 0] && datasets.map(\.stills.count) == [1, 0, 0])
        #expect(findings.isClean)
        #expect(
            findings.noticeLines.map(\.en) == [
                "gate.json:1: video: '\(path("yard"))' has this as well; it is taken once",
                "labels.csv: '\(path("yard"))' has this as well; it is taken once",
            ])
    }

    @Test func `a video that two datasets label in different ways is a mistake`() throws {
        try folder.write("yard/labels/gate.json", #"{"video": "gate.mp4", "absent": ["crowd"]}"#)
        let (_, findings) = DatasetFolder.read(["yard/gate.json", "yard/labels/gate.json"].map(path))
        #expect(
            findings.lines == [
                Words(
                    zh: "gate.json:1: video: '\(path("yard/gate.json"))' 对同一视频另有不同的标注；请删除其一",
                    en:
                        "gate.json:1: video: '\(path("yard/gate.json"))' labels the same video in another way; remove one "
                        + "of the two")
            ])
    }

    @Test func `names tell datasets apart`() {
        let (datasets, _) = DatasetFolder.read(["old/street", "yard", "new/street"].map(path))
        #expect(datasets.map(\.name) == ["old/street", "yard", "new/street"])
        #expect(DatasetNames.names(of: ["/street", "/a/street", "/"]) == ["street", "a/street", "/"])
    }
}
