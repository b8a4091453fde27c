import Foundation
import TestSupport
import Testing

/// benchmarks/accuracy.py on scores that have little in them, or a lot.
@Suite struct AccuracyDocumentTests {
    private let folder: URL
    private let document: URL

    init() throws {
        folder = try TemporaryFolder.make()
        document = folder.appending(path: "accuracy.md")
        let marks = ["drawn", "real", "whole", "stills", "full-drawn", "full-whole"].map { "<!-- score \($0) -->\nold\n<!-- end \($0) -->\n" }
        try Data(marks.joined().utf8).write(to: document)
    }

    private func write(_ name: String, _ score: String) throws {
        let place = folder.appending(path: "\(name)/score.json")
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(score.utf8).write(to: place)
    }

    /// - Returns: the document.
    private func run(_ arguments: String...) throws -> (status: Int32, errors: String, text: String) {
        let script = Program.root.appending(path: "benchmarks/accuracy.py").path
        // A machine whose own encoding is not UTF-8.
        let outcome = try Program.run(
            "/usr/bin/env",
            [
                "LC_ALL=C", "PYTHONUTF8=0", "PYTHONCOERCECLOCALE=0", "python3", script, "--document", document.path,
                folder.path,
            ]
                + arguments)
        return (outcome.status, outcome.errors, try String(contentsOf: document, encoding: .utf8))
    }

    private static let stills = """
        "stills": [{"algorithm": "waterlogging", "positives": 2, "negatives": 1, "unclear": 0, "cameras": 3}]
        """
    private static let full = """
        {"clips": [{}], "policies": [{"policy": "full", "algorithms": [], "boxes": {"judged": [
        {"algorithm": "crowd", "boxes": 0, "moments": 0}], "unreported": []}, "overall": {"algorithm": "all", "clips": 1,
        "hours": 1, "found": 0, "missed": 1, "false_alarms": 0, "precision": {"n": 0}, "recall": {"n": 0},
        "false_per_day": {}, "time_to_detect": {"n": 0}},
        "counts": [{"algorithm": "crowd", "n": 0, "within_fifth": {"n": 0}}]}],
        "events": [{"id": "1", "outcome": "missed", "policy": "full", "clip": "a|b", "algorithm": "crowd"}], \(stills)}
        """

    @Test func `clips and still pictures of one score are both told, what has no value and what would end a cell too`()
        throws
    {
        try write("drawn", Self.full)
        try write("stills", "{\"clips\": [], \(Self.stills)}")
        let written = try run()
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.text.contains("| missed | full | a\\|b | crowd | not told |"), "\(written.text)")
        #expect(written.text.contains("| full | crowd | 0 | – | – | – | – (n = 0) |"))
        #expect(written.text.contains("| full | crowd | 0, 0 | – | – |"))
        #expect(written.text.components(separatedBy: "| waterlogging | 2, 1, 0 | 3 | – | – | – | – |").count == 3)
        // What no score is there for is kept.
        #expect(written.text.contains("<!-- score real -->\nold\n"))
        #expect(try run("--check", "drawn", "stills").status == 0)
        try write("stills", "{\"clips\": [], \(Self.stills.replacing("2,", with: "5,"))}")
        #expect(try run("--check", "drawn").status == 0 && run("--check", "stills").status == 1)
    }

    @Test func `a check of scores that are not there is none`() throws {
        try write("drawn", Self.full)
        _ = try run()
        let absent = try run("--check")
        #expect(absent.status == 1 && absent.errors.contains("real/score.json is not there"), "\(absent.errors)")
        #expect(try run("--check", "drawings").status == 1)
    }
}
