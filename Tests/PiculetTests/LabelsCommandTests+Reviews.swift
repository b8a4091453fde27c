import Foundation
import Testing

/// `piculet labels review`: what reviewers said is kept, and told.
extension LabelsCommandTests {
    private static func reviews(_ lines: [(video: String, note: String, second: Int)]) -> String {
        let all = lines.map { line in
            """
            {"id": "full/\(line.video)/crowd/road/5000", "clip": "x", "video": "\(line.video)", "algorithm": "crowd",
            "zone": "road", "outcome": "false", "truth": null, "hit_s": 5, "note": "\(line.note)",
            "at": "2026-11-27T15:00:0\(line.second).250Z"}
            """
        }
        return
            "{\"schema\": \"piculet-label-reviews\", \"version\": 1, \"reviews\": [\n\(all.joined(separator: ",\n"))]}"
    }

    @Test func `reviews are kept beside the labels, the newest of each, and check and score remind of them`() throws {
        let labels = try labelled()
        let saved = try write("in/label-reviews.json", Self.reviews([("stall.mp4", "first", 1)]))
        let kept = path("reviews.json")
        #expect(try run("review", folder.path, saved).output == "\(kept): 1 new, 0 changed, 1 in all\n")
        try write("in/label-reviews.json", Self.reviews([("stall.mp4", "second", 2)]))
        let again = try run("review", folder.path, saved, "--lang", "zh")
        #expect(again.output == "\(kept)：新增 0 条，更新 1 条，共 1 条\n")
        #expect(
            try text(kept) == """
                {
                  "schema": "piculet-label-reviews",
                  "version": 1,
                  "reviews": [
                    {"id": "full/stall.mp4/crowd/road/5000", "video": "stall.mp4", "algorithm": "crowd", "zone": "road", \
                "outcome": "false", "hit_s": 5, "note": "second", "at": "2026-11-27T15:00:02+00:00"}
                  ]
                }

                """)
        #expect(try text(labels) == Self.labels)
        let notice =
            "piculet: stall.json: 1 label of this clip is marked as wrong in reviews.json: crowd in zone 'road' at 5 s "
            + "(false alarm) 'second'\n"
        let checked = try run("check", folder.path)
        #expect(checked.status == 0 && checked.errors == notice)
        let scored = try Program.run([
            "score", folder.path, "--algorithms", "crowd", "--decode", "keyframes", "--whole-picture",
        ])
        #expect(scored.status == 0 && scored.errors.contains(notice))
    }

    @Test func `reviews of other clips or of another form are refused, and nothing is written`() throws {
        _ = try labelled()
        let saved = try write("in/r.json", Self.reviews([("stall.mp4", "", 1), ("b.mp4", "", 1)]))
        let strange = try run("review", folder.path, saved)
        #expect(strange.status == 1)
        #expect(
            strange.errors
                == "piculet: the file has 1 mistake(s)\nr.json:5: reviews[1].video: no clip of the dataset has the video "
                + "'b.mp4'\n")
        #expect(
            try run("review", folder.path, saved, "--lang", "zh").errors
                == "piculet: 文件有 1 处错误\nr.json:5: reviews[1].video: 数据集中没有视频为 'b.mp4' 的标注\n")
        try write("in/r.json", "{\"schema\": \"piculet-label-reviews\",\n\"version\": 2, \"reviews\": []}")
        #expect(
            try run("review", folder.path, saved).errors
                == "piculet: the file has 1 mistake(s)\nr.json:2: version: this is not piculet-label-reviews of version 1, "
                + "which the page of a score saves\n")
        #expect(!FileManager.default.fileExists(atPath: path("reviews.json")))
    }
}
