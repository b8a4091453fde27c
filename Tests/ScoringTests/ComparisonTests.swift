import Foundation
import Media
import Scoring
import Testing

@Suite struct ComparisonTests {
    /// The `score.json` of ten clips of an hour with an event each; found in the first so many, and false alarms at these
    /// seconds of the first clip.
    private func file(
        found: Int, falseAt: [Double] = [], clips: Int = 10, policy: String = "full"
    ) throws -> ScoreFile {
        let names = (0..<clips).map { "clip-\($0)" }
        func seen(_ at: Double) -> [String: Any] {
            [
                "started_s": at - 10, "hit_s": at, "last_seen_s": at + 1, "measure": 20, "score": 0.8,
                "box": ["x": 0.1, "y": 0.1, "width": 0.2, "height": 0.2],
            ]
        }
        func line(_ clip: String, _ outcome: String, _ at: Double, isSeen: Bool) -> [String: Any] {
            var line: [String: Any] = [
                "id": "\(policy)/\(clip)/crowd/kerb/\(Int(at * 1000))", "policy": policy, "clip": clip,
                "algorithm": "crowd", "zone": "kerb", "outcome": outcome,
            ]
            if outcome != "false" { line["truth"] = ["start_s": 100, "end_s": 200, "tolerance_s": 2, "note": ""] }
            if isSeen { line["detection"] = seen(outcome == "false" ? at : at + 10) }
            return line
        }
        let events = names.enumerated().map { index, name in
            line(name, index < found ? "found" : "missed", 100, isSeen: index < found)
        }
        let file: [String: Any] = [
            "schema": "piculet-score", "version": 1,
            "run": [
                "datasets": ["d"], "algorithms": ["crowd"], "policies": [policy], "is_whole_picture": false,
                "terms": [[String: Any]](),
            ],
            "clips": names.map { name in
                [
                    "name": name, "video": "\(name).mp4", "camera": name, "conditions": [String](), "scene": "",
                    "seconds": 3600, "events": 1, "absent": [String](), "unjudged": [String: Int](),
                ] as [String: Any]
            },
            "policies": [[String: Any]](), "events": events + falseAt.map { line("clip-0", "false", $0, isSeen: true) },
            "times": ["generated_at": "2026-01-01T00:00:00+08:00", "wall_s": 1, "times_real_time": 1],
        ]
        let path = try folder().appending(path: "score.json")
        try JSONSerialization.data(withJSONObject: file).write(to: path)
        return try ScoreFile.load(path.path)
    }

    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "score-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func `events gained and lost are told, with the chance of so uneven a split`() throws {
        let comparison = try Comparison(from: file(found: 2), to: file(found: 8))
        let change = try #require(comparison.policies.first?.algorithms.last)
        #expect(change.algorithm == "crowd" && change.events == 10 && change.gained == 6 && change.lost == 0)
        // By hand: two ways in 2^6 to have all six on one side.
        #expect(change.p == 2.0 / 64)
        #expect(change.recall.value == 0.6)
        let low = try #require(change.recall.low)
        #expect(low > 0.2 && low < 0.6)
        #expect(comparison.events.map(\.kind) == Array(repeating: .gained, count: 6))
        let back = try Comparison(from: file(found: 8), to: file(found: 2))
        #expect(back.events.allSatisfy { $0.kind == .lost } && back.policies[0].algorithms[0].lost == 6)
    }

    @Test func `false alarms near each other are the same, others are new or gone`() throws {
        let comparison = try Comparison(
            from: file(found: 5, falseAt: [1000, 2000]), to: file(found: 5, falseAt: [1006, 3000]))
        let change = try #require(comparison.policies.first?.algorithms.first)
        #expect(change.newFalse == 1 && change.goneFalse == 1 && change.p == 1)
        #expect(comparison.events.map(\.kind) == [.goneFalse, .newFalse])
        #expect(
            comparison.events[0].before?.detection?.hitS == 2000 && comparison.events[1].now?.detection?.hitS == 3000)
        #expect(change.falsePerDay.value == 0)
    }

    @Test func `only what both have is compared`() throws {
        let comparison = try Comparison(from: file(found: 1, clips: 4), to: file(found: 2, clips: 6))
        #expect(comparison.uncomparedClips == ["clip-4", "clip-5"])
        #expect(comparison.policies[0].algorithms[0].events == 4)
        #expect(try Comparison(from: file(found: 1), to: file(found: 1, policy: "keyframes")).policies.isEmpty)
    }

    @Test func `a score is read back as it was written, and what is none is refused`() throws {
        let path = try folder().appending(path: "score.json")
        var score = try file(found: 3, falseAt: [10])
        score.comparison = try Comparison(from: file(found: 1), to: score)
        try score.json().write(to: path)
        #expect(try ScoreFile.load(path.path) == score)
        #expect(score.stills == nil, "versions that knew no still pictures are read")
        try Data(
            String(decoding: score.json(), as: UTF8.self).replacing("\"version\" : 1", with: "\"version\" : 2").utf8
        )
        .write(to: path)
        let error = #expect(throws: ScoreError.self) { try ScoreFile.load(path.path) }
        #expect(error == .otherVersion(path.path, 2))
        try Data("{}".utf8).write(to: path)
        #expect(throws: ScoreError.noScore(path.path)) { try ScoreFile.load(path.path) }
        #expect(throws: ScoreError.noFile("/none")) { try ScoreFile.load("/none") }
    }
}
