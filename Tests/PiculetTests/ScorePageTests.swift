import Foundation
import TestSupport
import Testing

/// The page of a score in a real browser: Browser/score_page.py.
@Suite(.onThreads) struct ScorePageTests {
    private static let axe = Program.root.appending(path: ".build/axe/axe.min.js").path

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: axe), "'make test' fetches axe.min.js, which is not there"))
    func `a person can read it, at a desk and on a phone, in both languages`() throws {
        let folder = try TemporaryFolder.make()
        let dataset = try Self.mislabelled(in: folder)
        let score = try Program.run([
            "score", dataset.path, "--config", Program.root.appending(path: "samples/score.yaml").path,
            "--decode", "keyframes", "--jobs", "2", "--output", folder.path,
        ])
        #expect(score.status == 0)
        let outcome = try Program.run(
            "/usr/bin/python3",
            [
                Program.root.appending(path: "Tests/Browser/score_page.py").path,
                folder.appending(path: "index.html").path, folder.path, Self.axe,
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let seen = try #require(outcome.lines.first)
        let widths = try #require(seen["widths"] as? [String: [String: Any]])
        #expect(widths.count == 4)
        for (name, view) in widths {
            let width = try #require(Int(name.suffix(4).trimmingCharacters(in: .whitespaces)))
            #expect(try #require(view["page"] as? Int) <= width, "\(name) scrolls sideways")
            #expect(view["violations"] as? [String] == [], "\(name)")
            let isChinese = name.hasPrefix("zh")
            #expect(view["title"] as? [String] == [isChinese ? "算法准确度" : "How accurate the algorithms are"])
            #expect(
                view["figures"] as? [String]
                    == (isChinese ? ["全部算法", "占道经营", "人群聚集"] : ["all algorithms", "Street stall", "Crowd"]))
        }
        let errors = try #require(seen["errors"] as? [String: Int])
        let wrong = try #require(errors["events"])
        #expect(wrong > 0 && errors["pictures"] == wrong && errors["clips"] == wrong && errors["courses"] == wrong)
        let found = try #require(seen["found"] as? [String: Int])
        #expect(found["events"] == 3 && found["pictures"] == 3 && found["clips"] == 3)
        let formulas = try #require(seen["formulas"] as? [String])
        #expect(formulas.count == 18 && formulas.contains { $0.contains("3 ÷ (3 + ") } && !formulas.contains(""))
        #expect(seen["filtered"] as? [String] == ["false alarm"] && seen["reloaded"] as? [String] == ["false alarm"])
        let moments = try #require(seen["moments"] as? [String: Int])
        let (all, crowded) = (try #require(moments[""]), try #require(moments["crowded"]))
        #expect(crowded > 0 && crowded < all)
        #expect(seen["draft"] as? String == "a crowd after all")
        #expect((seen["review"] as? String)?.hasPrefix("1 noted.") == true)
        #expect(seen["saved"] as? [[String]] == [["samples", "a crowd after all"]])
        #expect((seen["after"] as? String)?.hasPrefix("0 noted.") == true)
        #expect(seen["log"] as? [String] == [])
    }

    /// The samples, and one of the stalls once more whose labels deny it: a false alarm to look at, and a label that is wrong.
    private static func mislabelled(in folder: URL) throws -> URL {
        let dataset = folder.appending(path: "samples")
        try FileManager.default.createDirectory(at: dataset, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: Footage.samplesFolder.path)
        where name.hasSuffix(".mp4") || name.hasSuffix(".json") {
            try FileManager.default.copyItem(
                at: Footage.samplesFolder.appending(path: name), to: dataset.appending(path: name))
        }
        try FileManager.default.copyItem(
            at: dataset.appending(path: "stall-grey.mp4"), to: dataset.appending(path: "denied.mp4"))
        let data = try Data(contentsOf: dataset.appending(path: "stall-grey.json"))
        var labels = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        labels["video"] = "denied.mp4"
        labels["events"] = [Any]()
        labels["absent"] = ["street-stall"]
        try JSONSerialization.data(withJSONObject: labels).write(to: dataset.appending(path: "denied.json"))
        return dataset
    }
}
