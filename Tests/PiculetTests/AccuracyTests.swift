import Foundation
import TestSupport
import Testing

/// Holds the built-in algorithms to the labels of the samples and of the shared footage, by `piculet score`.
@Suite(.onThreads, .enabled(if: Program.canSee, "OpenVINO or the networks are not there; `make deps` brings them"))
struct AccuracyTests {
    private static let configuration = Program.root.appending(path: "samples/score.yaml").path

    /// What the document is written from, replayed once for all tests.
    private static let scores = Result {
        let folder = try TemporaryFolder.make()
        try run(Footage.samplesFolder, into: folder.appending(path: "drawn"), "--decode", "full,every 1s,keyframes")
        if Footage.isHere {
            try run(Footage.realFolder, into: folder.appending(path: "real"), "--decode", "full,every 1s,keyframes")
            try run(
                Footage.realFolder, into: folder.appending(path: "whole"), "--decode", "full,every 1s",
                "--whole-picture")
        }
        if Footage.stillsAreHere { try run(Footage.stillsFolder, into: folder.appending(path: "stills")) }
        if Footage.modelsAreHere {
            let networks = ["PICULET_MODELS": try fullNetworks().path]
            try run(
                [Footage.samplesFolder], into: folder.appending(path: "full-drawn"),
                ["--decode", "every 1s,keyframes"],
                networks)
            try run(
                [Footage.realFolder], into: folder.appending(path: "full-whole"),
                ["--decode", "every 1s", "--whole-picture"], networks)
        }
        return folder
    }

    /// The networks of this machine with what somebody pulls who wants to see more.
    private static func fullNetworks() throws -> URL {
        let folder = try TemporaryFolder.make().appending(path: "networks")
        try FileManager.default.copyItem(at: Program.root.appending(path: "models/networks"), to: folder)
        let pulled = try Program.run(
            ["model", "pull", "person-vehicle-bike-detection-crossroad-1016", "--from", Footage.modelsFolder.path],
            environment: ["PICULET_MODELS": folder.path])
        #expect(pulled.status == 0, "\(pulled.errors)")
        return folder
    }

    /// A lorry passes in three seconds: looked at each second it shows itself whole once or twice, and may be missed.
    @Test func `drawn events are found once, in time, and nothing else is, but for one short passage`() throws {
        let events = try events("drawn")
        #expect(events.count == 2 * Footage.samples.map(\.labels.events.count).reduce(0, +))
        let missed = events.filter { $0["outcome"] as? String == "missed" }
        #expect(missed.map { $0["algorithm"] as? String } == ["muck-truck"])
        for event in events where event["outcome"] as? String != "missed" {
            #expect(["found", "late"].contains(event["outcome"] as? String), "\(event["id"] ?? "")")
            let truth = try #require(event["truth"] as? [String: Any])
            let detection = try #require(event["detection"] as? [String: Any])
            let off = abs(try number(detection["started_s"]) - number(truth["start_s"]))
            #expect(try off <= number(truth["tolerance_s"]), "\(event["id"] ?? "") is \(off) s off")
        }
    }

    @Test(.enabled(if: Footage.isHere, "the shared footage is not beside the repository"))
    func `real footage gives no case in the zones of its labels where they call it absent`() throws {
        let events = try events("real")
        #expect(
            events.compactMap { $0["clip"] as? String } == ["hall-crowd-wrong-header", "hall-crowd-wrong-header"])
        #expect(
            events.allSatisfy { $0["algorithm"] as? String == "crowd" && $0["outcome"] as? String != "missed" })
    }

    @Test(.enabled(if: Footage.modelsAreHere, "the shared weights are not beside the repository"))
    func `with the networks that can be pulled nothing is told that is not there either`() throws {
        for event in try events("full-drawn") + events("full-whole") {
            #expect(event["outcome"] as? String != "false", "\(event["id"] ?? "")")
        }
    }

    @Test func `two runs, on one job and on two, tell the same but for the time`() throws {
        let clips = ["muck-trucks", "stall"].map { Footage.samplesFolder.appending(path: "\($0).json") }
        let texts = try ["1", "2"].map { jobs in
            try text(clips, "--decode", "keyframes", "--jobs", jobs)
                .replacing(/"times" : \{[^}]*\}/, with: "")
        }
        #expect(texts[0].contains("street-stall") && texts[0] == texts[1])
    }

    @Test func `a requirement that does not hold ends with status 1, and one that holds with 0`() throws {
        let labels = Footage.samplesFolder.appending(path: "crowd.json").path
        let common = ["score", labels, "--config", Self.configuration, "--decode", "every 1s"]
        #expect(try Program.run(common + ["--require", "crowd recall>=0.9 false-per-day<=0.5"]).status == 0)
        let outcome = try Program.run(common + ["--require", "crowd detect-median<=0.1"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("crowd detect-median<=0.1 does not hold (every 1s): it is "))
        let wrong = try Program.run(common + ["--require", "crowd recal>=1"])
        #expect(wrong.status == 64 && wrong.errors.contains("did you mean recall?"))
    }

    @Test func `hours in which nothing was watched are no hours without a false alarm`() throws {
        let folder = try TemporaryFolder.make()
        try FileManager.default.copyItem(
            at: Footage.samplesFolder.appending(path: "quiet.mp4"), to: folder.appending(path: "quiet.mp4"))
        let road = #"{"id": "r", "kind": "road", "polygon": [[0, 0], [1, 0], [1, 1], [0, 1]]}"#
        try Data(#"{"video": "quiet.mp4", "zones": [\#(road)], "absent": ["crowd", "street-stall"]}"#.utf8)
            .write(to: folder.appending(path: "quiet.json"))
        let command = ["score", folder.path, "--decode", "keyframes", "--algorithms", "crowd"]
        let unmeasured = try Program.run(command + ["--require", "crowd false-per-day<=1"])
        #expect(unmeasured.status == 1 && unmeasured.errors.contains("does not hold"), "\(unmeasured.errors)")
        for empty in [["--decode", ""], ["--algorithms", ""]] {
            #expect(try Program.run(["score", folder.path] + empty).status == 64, "\(empty)")
        }
    }

    @Test func `an output that cannot be written is told before the work, and why`() throws {
        let folder = try TemporaryFolder.make()
        let score = ["score", Footage.samplesFolder.appending(path: "quiet.json").path, "--decode", "keyframes"]
        let file = folder.appending(path: "file")
        try Data().write(to: file)
        let refused = try Program.run(score + ["--output", file.path])
        #expect(refused.status == 1 && refused.output.isEmpty, "\(refused.output)")
        #expect(
            refused.errors.hasSuffix(
                "piculet: \(file.path): the output folder cannot be made. Give a folder that may be written with --output.\n"
            ), "\(refused.errors)")
        // A folder where a file is to be: nothing is wrong with the disk.
        let table = folder.appending(path: "score.csv")
        try FileManager.default.createDirectory(at: table, withIntermediateDirectories: true)
        let late = try Program.run(score + ["--output", folder.path])
        #expect(
            late.status == 1 && late.errors.contains("piculet: \(table.path): it cannot be written: "), "\(late.errors)"
        )
    }

    @Test func `what is asked for twice is scored once, and clips of one name are told apart`() throws {
        let folder = try TemporaryFolder.make()
        for name in ["street", "yard"] {
            let dataset = folder.appending(path: name)
            try FileManager.default.createDirectory(at: dataset, withIntermediateDirectories: true)
            for file in ["quiet.mp4", "quiet.json"] {
                try FileManager.default.copyItem(
                    at: Footage.samplesFolder.appending(path: file), to: dataset.appending(path: file))
            }
        }
        let (street, yard) = (folder.appending(path: "street").path, folder.appending(path: "yard").path)
        let twice = try Program.run([
            "score", street, yard, street + "/../street", "--decode", "keyframes,keyframes", "--algorithms",
            "crowd,crowd", "--output", folder.appending(path: "out").path,
        ])
        #expect(twice.status == 0, "\(twice.errors)")
        #expect(twice.errors.contains("this is the same dataset as '\(street)'; it is taken once"))
        #expect(twice.output.matches(of: /keyframes: 2 clip\(s\)/).count == 1, "\(twice.output)")
        #expect(twice.output.components(separatedBy: "  crowd  precision").count == 2)
        let data = try Data(contentsOf: folder.appending(path: "out/score.json"))
        let score = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let clips = try #require(score["clips"] as? [[String: Any]])
        #expect(clips.map { $0["name"] as? String } == ["street/quiet", "yard/quiet"])
        #expect((score["run"] as? [String: Any])?["datasets"] as? [String] == ["street", "yard"])
    }

    @Test func `the document is what the algorithms do today`() throws {
        let script = Program.root.appending(path: "benchmarks/accuracy.py").path
        let names =
            ["drawn"] + (Footage.isHere ? ["real", "whole"] : []) + (Footage.stillsAreHere ? ["stills"] : [])
            + (Footage.modelsAreHere ? ["full-drawn", "full-whole"] : [])
        let outcome = try Program.run("/usr/bin/python3", [script, "--check", try Self.scores.get().path] + names)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    /// The events of a score, but for those under keyframes: every event is seen under the other policies.
    private func events(_ name: String) throws -> [[String: Any]] {
        let data = try Data(contentsOf: try Self.scores.get().appending(path: "\(name)/score.json"))
        let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try #require(file?["events"] as? [[String: Any]]).filter { $0["policy"] as? String != "keyframes" }
    }

    private func text(_ datasets: [URL], _ more: String...) throws -> String {
        let folder = try TemporaryFolder.make()
        try Self.run(datasets, into: folder, more)
        return try String(contentsOf: folder.appending(path: "score.json"), encoding: .utf8)
    }

    private static func run(_ dataset: URL, into folder: URL, _ more: String...) throws {
        try run([dataset], into: folder, more)
    }

    /// - Parameter networks: where they lie; empty: those that are made here alone see.
    private static func run(
        _ datasets: [URL], into folder: URL, _ more: [String], _ networks: [String: String] = [:]
    ) throws {
        let jobs = more.contains("--jobs") ? [] : ["--jobs", "2"]
        let outcome = try Program.run(
            ["score"] + datasets.map(\.path) + ["--config", configuration, "--output", folder.path] + jobs + more
                + (networks.isEmpty ? ["--built-in"] : []),
            environment: Program.seeing.merging(networks) { $1 })
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func number(_ value: Any?) throws -> Double { try #require(value as? Double) }
}
