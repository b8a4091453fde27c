import Foundation
import Labels
import Media
import Settings
import Testing

@Suite struct ReviewTests {
    /// As the page of a score saves it.
    private static func saved(_ lines: String...) -> String {
        "{\n \"schema\": \"piculet-label-reviews\",\n \"version\": 1,\n \"reviews\": [\n"
            + lines.joined(separator: ",\n") + "\n ]\n}\n"
    }
    private static let missed = """
        {"id": "full/a/crowd/pavement/10900", "clip": "a", "video": "a.mp4", "algorithm": "crowd", "zone": "pavement",
         "outcome": "missed", "truth": {"start_s": 10.9, "end_s": 52.6, "tolerance_s": 4, "note": "x"}, "hit_s": null,
         "note": "only 9 persons", "at": "2026-11-27T15:00:00.123Z"}
        """
    private static func wrong(video: String = "a.mp4", note: String = "", at: String = "2026-11-27T15:00:00Z") -> String
    {
        """
        {"id": "full/\(video)/street-stall/road/5000", "clip": "a", "video": "\(video)", "algorithm": "street-stall",
         "zone": "road", "outcome": "false", "truth": null, "hit_s": 15.25, "note": "\(note)", "at": "\(at)"}
        """
    }

    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write("a.mp4")
        try folder.write("a.json", #"{"video": "a.mp4"}"#)
    }

    private func read(_ text: String) throws -> LabelReviews {
        try ReviewsFile.load(try folder.write("in/label-reviews.json", text))
    }

    private func told(_ text: String) throws -> [Words] {
        do { _ = try read(text) } catch let findings as LabelFindings { return findings.lines }
        return []
    }

    @Test func `what the page saves is read, written and read again`() throws {
        let reviews = try read(Self.saved(Self.wrong(note: "a \\\"stall\\\"\\nindeed"), Self.missed))
        let at = try #require(WallTime(rfc3339: "2026-11-27T15:00:00Z"))
        let missed = LabelReview(
            id: "full/a/crowd/pavement/10900", video: "a.mp4", algorithm: "crowd", zone: "pavement", outcome: .missed,
            truth: .init(start: MediaTime(seconds: 10.9), end: MediaTime(seconds: 52.6)), note: "only 9 persons", at: at
        )
        let wrong = LabelReview(
            id: "full/a.mp4/street-stall/road/5000", video: "a.mp4", algorithm: "street-stall", zone: "road",
            outcome: .falseAlarm, hit: MediaTime(seconds: 15.25), note: "a \"stall\"\nindeed", at: at)
        #expect(reviews.all == [wrong, missed])
        #expect([wrong, missed].map(\.moment.seconds) == [15.25, 10.9])
        let written = reviews.json
        #expect(
            written == """
                {
                  "schema": "piculet-label-reviews",
                  "version": 1,
                  "reviews": [
                    {"id": "full/a.mp4/street-stall/road/5000", "video": "a.mp4", "algorithm": "street-stall", \
                "zone": "road", "outcome": "false", "hit_s": 15.25, "note": "a \\"stall\\"\\nindeed", \
                "at": "2026-11-27T15:00:00+00:00"},
                    {"id": "full/a/crowd/pavement/10900", "video": "a.mp4", "algorithm": "crowd", "zone": "pavement", \
                "outcome": "missed", "truth": {"start_s": 10.9, "end_s": 52.6}, "note": "only 9 persons", \
                "at": "2026-11-27T15:00:00+00:00"}
                  ]
                }

                """)
        #expect(try read(written).all == reviews.all)
    }

    @Test func `the newest of one id stays, and nothing that was kept is lost`() throws {
        let kept = try read(Self.saved(Self.missed, Self.wrong(note: "old")))
        let newer = try read(
            Self.saved(
                Self.wrong(note: "new", at: "2026-11-27T15:00:01Z"),
                Self.wrong(video: "b.mp4")))
        let merged = kept.taking(newer)
        #expect(merged.added == 1 && merged.changed == 1)
        #expect(merged.reviews.all.map(\.video) == ["a.mp4", "a.mp4", "b.mp4"])
        #expect(merged.reviews.all.map(\.note) == ["new", "only 9 persons", ""])
        // Again, and the older over the newer: nothing changes.
        for others in [newer, kept] {
            let again = merged.reviews.taking(others)
            #expect(again.added == 0 && again.changed == 0 && again.reviews.json == merged.reviews.json)
        }
        let same = kept.taking(try read(Self.saved(Self.wrong(note: "of the same second"))))
        #expect(same.changed == 1 && same.reviews.all.map(\.note).contains("of the same second"))
    }

    @Test func `what has another form is refused with line and key`() throws {
        #expect(
            try told(Self.saved(Self.wrong(at: "yesterday"), Self.wrong(video: "b.mp4"), Self.wrong(video: "b.mp4")))
                == [
                    Words(
                        zh: "label-reviews.json:6: reviews[0].at: 此处需要时间，例如 2026-03-01T08:00:00Z，而不是 'yesterday'",
                        en:
                            "label-reviews.json:6: reviews[0].at: a time such as 2026-03-01T08:00:00Z is needed, not 'yesterday'"
                    ),
                    Words(
                        zh: "label-reviews.json:9: reviews[2].id: 编号 'full/b.mp4/street-stall/road/5000' 重复；编号不能重复",
                        en:
                            "label-reviews.json:9: reviews[2].id: the id 'full/b.mp4/street-stall/road/5000' stands twice; ids "
                            + "are unique"),
                ])
        #expect(
            try told(Self.saved(#"{"id": "x", "outcome": "wrong", "hit_s": "soon", "hits": 1}"#)).map(\.en) == [
                "label-reviews.json:5: reviews[0].hits: this key is not known here; did you mean 'hit_s'? Known: id, clip, "
                    + "dataset, video, algorithm, zone, outcome, truth, hit_s, note, at",
                "label-reviews.json:5: reviews[0].video: is missing",
                "label-reviews.json:5: reviews[0].algorithm: is missing",
                "label-reviews.json:5: reviews[0].zone: is missing",
                "label-reviews.json:5: reviews[0].at: is missing",
                "label-reviews.json:5: reviews[0].outcome: 'wrong' is not known here; Known: missed, false, late, found",
                "label-reviews.json:5: reviews[0].hit_s: a number of seconds is needed, such as 12.5, not 'soon'",
            ])
        let other = "this is not piculet-label-reviews of version 1, which the page of a score saves"
        #expect(
            try told(#"{"schema": "piculet-score", "version": 2, "reviews": []}"#).map(\.en) == [
                "label-reviews.json:1: schema: \(other)", "label-reviews.json:1: version: \(other)",
            ])
    }

    @Test func `a clip with open reviews is noticed, and the file itself is not`() throws {
        try folder.write("reviews.json", Self.saved(Self.wrong(note: "a van"), Self.missed))
        let findings = folder.findings()
        #expect(findings.isClean)
        #expect(
            findings.noticeLines == [
                Words(
                    zh: "a.json: 此视频有 2 处标注被标为有误，见 reviews.json：street-stall，区域 'road'，15.25 秒（误报） 'a van'；"
                        + "crowd，区域 'pavement'，10.9 秒（漏报） 'only 9 persons'",
                    en:
                        "a.json: 2 labels of this clip are marked as wrong in reviews.json: street-stall in zone 'road' at "
                        + "15.25 s (false alarm) 'a van'; crowd in zone 'pavement' at 10.9 s (missed) 'only 9 persons'")
            ])
    }

    @Test func `only five are named, one is one, and other clips are none of a file's`() throws {
        let many = (0..<7).map { Self.missed.replacing("/10900", with: "/\($0)") }.joined(separator: ",")
        try folder.write("reviews.json", Self.saved(many, Self.wrong(video: "b.mp4")))
        let notices = folder.findings().noticeLines.map(\.en)
        #expect(notices.count == 2)
        #expect(notices[0].hasPrefix("a.json: 7 labels of this clip are marked as wrong in reviews.json: crowd in"))
        #expect(notices[0].hasSuffix("; and 2 more") && notices[0].matches(of: /in zone/).count == 5)
        #expect(notices[1].hasSuffix("reviews[7].video: no clip of the dataset has the video 'b.mp4'"))
        let one = DatasetFolder.read(folder.url.appending(path: "a.json").path).dataset
        #expect(Folder.check.findings(of: one).noticeCount == 1)
        try folder.write("reviews.json", Self.saved(Self.missed))
        #expect(
            folder.findings().noticeLines.map(\.en) == [
                "a.json: 1 label of this clip is marked as wrong in reviews.json: crowd in zone 'pavement' at 10.9 s (missed) "
                    + "'only 9 persons'"
            ])
    }

    @Test func `they lie among the labels, and what was saved there is not forgotten`() throws {
        try folder.write("labels/reviews.json", Self.saved(Self.missed))
        try folder.write("label-reviews.json", Self.saved(Self.missed))
        // Where a dataset has a folder of labels, this is any other JSON.
        try folder.write("reviews.json", "[]")
        #expect(
            folder.findings().noticeLines.map(\.en) == [
                "label-reviews.json: these reviews were not taken over yet; 'piculet labels review DATASET "
                    + "label-reviews.json' does it",
                "reviews.json: this is no clip's labels, having no 'video'; it was passed over",
                "a.json: 1 label of this clip is marked as wrong in labels/reviews.json: crowd in zone 'pavement' at 10.9 s "
                    + "(missed) 'only 9 persons'",
            ])
        try folder.write("labels/reviews.json", "{")
        #expect(folder.findings().lines.map(\.en).first?.hasPrefix("labels/reviews.json:") == true)
    }

    @Test func `they are taken over into the dataset that has the clip, and strangers are refused`() throws {
        let other = try Folder()
        try other.write("labels/b.json", #"{"video": "b.mp4"}"#)
        try folder.write("reviews.json", Self.saved(Self.missed))
        let reviews = try read(Self.saved(Self.wrong(), Self.wrong(video: "b.mp4")))
        let label = folder.url.appending(path: "a.json").path
        let changes = try ReviewsFile.changes([label, other.path], taking: reviews)
        #expect(
            changes.map(\.path) == [
                folder.url.appending(path: "reviews.json").path, other.url.appending(path: "labels/reviews.json").path,
            ])
        #expect(changes.map(\.added) == [1, 1] && changes.map { $0.reviews.entries.count } == [2, 1])
        #expect(!FileManager.default.fileExists(atPath: changes[1].path))
        let told = LabelsTests.told { () throws(LabelFindings) in
            try ReviewsFile.changes([folder.path], taking: reviews)
        }
        #expect(told == "label-reviews.json:7: reviews[1].video: no clip of the dataset has the video 'b.mp4'")
    }

    @Test func `a review is kept in its own dataset, whoever else has a video of that name`() throws {
        let other = try Folder()
        for name in ["street", "yard", "yard2/street"] {
            try other.write("\(name)/labels/a.json", #"{"video": "a.mp4"}"#)
        }
        let street = other.url.appending(path: "street").path
        let yard = other.url.appending(path: "yard").path
        func of(_ dataset: String) throws -> LabelReviews {
            try read(Self.saved(Self.wrong().replacing("\"clip\": \"a\"", with: "\"dataset\": \"\(dataset)\"")))
        }
        func added(_ datasets: [String], _ reviews: LabelReviews) throws -> [Int] {
            try ReviewsFile.changes(datasets, taking: reviews).map(\.added)
        }
        #expect(try added([street, yard], of("yard")) == [0, 1])
        #expect(try added([street, yard], of("street")) == [1, 0])
        // A label file of the dataset, and a dataset that was scored by one of its files.
        #expect(try added([street, yard + "/labels/a.json"], of("yard")) == [0, 1])
        #expect(try added([yard], of("labels/a.json")) == [1])
        #expect(try added([street], read(Self.saved(Self.wrong()))) == [1], "one dataset alone can be meant")
        func refusal(_ datasets: [String], _ reviews: LabelReviews) -> String {
            LabelsTests.told { () throws(LabelFindings) in try ReviewsFile.changes(datasets, taking: reviews) }
        }
        let several =
            "label-reviews.json:5: reviews[0].dataset: more than one of the datasets has the video 'a.mp4'; give only the "
            + "one that is meant"
        #expect(try refusal([street, yard], read(Self.saved(Self.wrong()))) == several)
        let twin = other.url.appending(path: "yard2/street").path
        #expect(try refusal([street, twin], of("street")) == several)
        #expect(try added([street, twin], of("yard2/street")) == [0, 1])
        #expect(
            try refusal([street], of("yard"))
                == "label-reviews.json:5: reviews[0].dataset: this review is of the dataset 'yard', and none of those that "
                + "were given is called so; if its folder has another name now, write that here")
    }

    @Test func `label files of one folder keep the reviews of each other`() throws {
        try folder.write("b.json", #"{"video": "b.mp4"}"#)
        let reviews = try read(Self.saved(Self.wrong(), Self.wrong(video: "b.mp4")))
        let changes = try ReviewsFile.changes(
            ["a.json", "b.json"].map { folder.url.appending(path: $0).path }, taking: reviews)
        #expect(changes.map(\.added) == [2] && changes[0].reviews.all.map(\.video) == ["a.mp4", "b.mp4"])
    }
}
