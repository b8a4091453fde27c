import Foundation
import Media
import Scoring
import Testing

@Suite struct ComparisonTests {
    /// The `score.json` of ten clips of an hour with an event each; found in the first so many, and false alarms at these
    /// seconds of the first clip.
    ///
    /// - Parameters:
    ///   - startS: of the events; nil: there are none.
    ///   - judged: as the clips have it; nil: as an earlier version wrote it.
    private func file(
        found: Int, falseAt: [Double] = [], clips: Int = 10, policy: String = "full", startS: Double? = 100,
        absent: [String] = [], judged: [String]? = nil, isWholePicture: Bool = false, algorithms: [String] = ["crowd"]
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
            if outcome != "false" { line["truth"] = ["start_s": at, "end_s": 200, "tolerance_s": 2, "note": ""] }
            if isSeen { line["detection"] = seen(outcome == "false" ? at : at + 10) }
            return line
        }
        let events = (startS == nil ? [] : names).enumerated().map { index, name in
            line(name, index < found ? "found" : "missed", startS ?? 0, isSeen: index < found)
        }
        let file: [String: Any] = [
            "schema": "piculet-score", "version": 1,
            "run": [
                "datasets": ["d"], "algorithms": algorithms, "policies": [policy], "is_whole_picture": isWholePicture,
                "terms": [[String: Any]](),
            ],
            "clips": names.map { name -> [String: Any] in
                let clip: [String: Any] = [
                    "name": name, "video": "\(name).mp4", "camera": name, "conditions": [String](), "scene": "",
                    "seconds": 3600, "events": 1, "absent": absent, "unjudged": [String: Int](),
                ]
                return judged.map { clip.merging(["judged": $0]) { $1 } } ?? clip
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

    @Test func `what only one of the two judged is neither a new false alarm nor one that is gone`() throws {
        let silent = try file(found: 0, clips: 2, startS: nil)
        for judged in [nil, ["crowd"]] {
            let told = try file(found: 0, falseAt: [1000], clips: 2, startS: nil, absent: ["crowd"], judged: judged)
            let comparison = Comparison(from: silent, to: told)
            #expect(comparison.events.isEmpty, "\(comparison.events)")
            let change = try #require(comparison.policies.first?.algorithms.last)
            #expect(change.newFalse == 0 && change.falsePerDay.value == nil)
            #expect(comparison.uncomparedTruths?.map(\.clip) == ["clip-0", "clip-1"])
            #expect(comparison.uncomparedTruths?.allSatisfy { $0.isJudgedNow && $0.algorithm == "crowd" } == true)
            let back = Comparison(from: told, to: silent)
            #expect(back.events.isEmpty && back.uncomparedTruths?.contains { $0.isJudgedNow } == false)
        }
    }

    @Test func `events that were moved are named, and what was told of them is nothing new`() throws {
        let (before, now) = (try file(found: 1, clips: 1), try file(found: 1, clips: 1, startS: 105))
        let comparison = Comparison(from: before, to: now)
        #expect(comparison.policies[0].algorithms[0].events == 0 && comparison.events.isEmpty)
        #expect(comparison.uncomparedEvents?.map(\.kind) == [.onlyBefore, .onlyNow])
        #expect(comparison.uncomparedEvents?.compactMap(\.line?.truth?.startS) == [100, 105])
        #expect(
            ComparisonTests.lines(now, comparison).last
                == "  not compared: events that only one of the two was asked for: full clip-0 crowd kerb 100.0 s "
                + "(only before), full clip-0 crowd kerb 105.0 s (only now)")
        // The labels of the later one know of none there: what was found is false now, for their sake alone.
        let none = try file(found: 0, falseAt: [110], clips: 1, startS: nil, absent: ["crowd"])
        let gone = Comparison(from: before, to: none)
        #expect(gone.events.isEmpty && gone.policies[0].algorithms[0].newFalse == 0)
        #expect(gone.policies[0].algorithms[0].falsePerDay.value == 0)
        #expect(Comparison(from: none, to: before).events.isEmpty)
    }

    private static func lines(_ file: ScoreFile, _ comparison: Comparison) -> [String] {
        var file = file
        file.comparison = comparison
        return ScoreLines.lines(file).map(\.en)
    }

    @Test func `a score that answers another question is refused, or what is not in both is named`() throws {
        let before = try file(found: 1)
        #expect(throws: ScoreError.otherZones("s.json", isWhole: false)) {
            try Comparison.check(before, "s.json", policies: ["full"], isWholePicture: true)
        }
        let whole = try file(found: 1, isWholePicture: true)
        #expect(throws: ScoreError.otherZones("s.json", isWhole: true)) {
            try Comparison.check(whole, "s.json", policies: ["full"], isWholePicture: false)
        }
        #expect(throws: ScoreError.otherPolicies("s.json", ["full"], ["keyframes"])) {
            try Comparison.check(before, "s.json", policies: ["keyframes"], isWholePicture: false)
        }
        #expect(throws: Never.self) {
            try Comparison.check(before, "s.json", policies: ["keyframes", "full"], isWholePicture: false)
        }
        let other = Comparison(
            from: before, to: try file(found: 1, policy: "keyframes", algorithms: ["crowd", "street-stall"]))
        #expect(other.uncomparedPolicies == ["full", "keyframes"] && other.uncomparedAlgorithms == ["street-stall"])
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
