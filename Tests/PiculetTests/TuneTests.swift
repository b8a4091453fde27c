import Foundation
import TestSupport
import Testing

/// `piculet tune` through the program, on the samples.
@Suite struct TuneTests {
    private func tune(_ arguments: [String]) throws -> Program.Outcome {
        try Program.run(["tune", "samples", "--decode", "every 1s", "--jobs", "2"] + arguments)
    }

    @Test func `what tune writes is what score reads, and nothing is claimed of two cameras`() throws {
        let file = try TemporaryFolder.make().appending(path: "tuned.yaml")
        let tuned = try tune([
            "--algorithm", "street-stall", "--config", "samples/score.yaml", "--output", file.path,
        ])
        #expect(tuned.status == 0, "\(tuned.errors)")
        #expect(tuned.output.contains("10 clip(s) of 10 camera(s)"))
        #expect(tuned.output.contains("no difference is shown") && !tuned.output.contains("more are found"))
        #expect(tuned.errors.contains("false alarms a day hold: "), "some minutes show no limit")
        #expect(tuned.errors.contains("a score over them, its calibration too, is not independent"))
        let yaml = try String(contentsOf: file, encoding: .utf8)
        #expect(
            yaml.contains("    - {use: crowd, threshold: 15, hold: 5s, gap: 2s, leave: 0.8}"), "the other one stays")
        #expect(yaml.hasPrefix("# Found by piculet tune on 20") && yaml.contains("\n    - {use: street-stall, dwell: "))

        let folder = try TemporaryFolder.make().path
        let scored = try Program.run([
            "score", "samples", "--decode", "every 1s", "--jobs", "2", "--config", file.path, "--output", folder,
        ])
        #expect(scored.status == 0, "\(scored.errors)")
        let json = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: folder).appending(path: "score.json")))
        let run = (json as? [String: Any])?["run"] as? [String: Any]
        let terms = try #require(
            (run?["terms"] as? [[String: Any]])?.first { $0["algorithm"] as? String == "street-stall" })
        let dwell = try #require(terms["lasting_s"] as? Double)
        #expect(yaml.contains("use: street-stall, dwell: \(dwell == dwell.rounded() ? "\(Int(dwell))" : "\(dwell)")s"))
    }

    @Test func `hysteresis and gap of a configuration are what is judged`() throws {
        // 23 persons come; from then on they are 16 to 21, and for 5 s no more than 17.5.
        let file = try TemporaryFolder.make().appending(path: "terms.yaml")
        func found(_ more: String) throws -> Bool {
            let text = "cameras: []\nscore: {algorithms: [{use: crowd, threshold: 22, hold: 20s\(more)}]}\n"
            try Data(text.utf8).write(to: file)
            let outcome = try Program.run([
                "score", "samples/crowd.json", "--algorithms", "crowd", "--decode", "every 1s", "--config", file.path,
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.output.contains("1/1")
        }
        #expect(try !found(""))
        #expect(try found(", leave: 0.7"))
        #expect(try found(", gap: 8s"))
    }

    @Test func `labels that tell nothing of it, and a file that cannot be written, are said`() throws {
        let folder = try TemporaryFolder.make()
        for name in ["stall.mp4", "stall.json"] {
            try FileManager.default.copyItem(
                at: Program.root.appending(path: "samples/\(name)"), to: folder.appending(path: name))
        }
        let labels = folder.appending(path: "stall.json")
        let text = try String(contentsOf: labels, encoding: .utf8)
        try Data(text.replacing("\"crowd\",", with: "").utf8).write(to: labels)
        let silent = try Program.run(["tune", folder.path, "--algorithm", "crowd", "--decode", "every 1s"])
        #expect(silent.status == 1)
        #expect(
            silent.errors.hasSuffix(
                "piculet: no clip tells the truth of 'crowd'. Write its events into the labels, "
                    + "or list it under 'absent'.\n"))
        let alone = try Program.run(["tune", folder.path, "--algorithm", "street-stall", "--decode", "every 1s"])
        #expect(alone.errors.contains("there is one camera alone") && alone.output.contains("not judged"))
    }

    @Test func `a result that cannot be written is told before the work`() throws {
        let unwritten = try tune(["--algorithm", "crowd", "--output", "/nowhere/tuned.yaml"])
        #expect(unwritten.status == 1 && unwritten.output.isEmpty)
        #expect(unwritten.errors.hasPrefix("piculet: '/nowhere/tuned.yaml' cannot be written."), "\(unwritten.errors)")
        let folder = try TemporaryFolder.make().path
        let folderGiven = try tune(["--algorithm", "crowd", "--output", folder])
        #expect(folderGiven.status == 1 && folderGiven.output.isEmpty, "\(folderGiven.output)")
        #expect(folderGiven.errors.hasPrefix("piculet: '\(folder)' cannot be written."), "\(folderGiven.errors)")
    }

    @Test func `a wrong option is refused with the usage of its own command`() throws {
        func told(_ arguments: [String]) throws -> [String] {
            let refused = try Program.run(arguments)
            #expect(refused.status == 64)
            return refused.errors.split(separator: "\n").map(String.init)
        }
        let score = try told(["score", "samples", "--decode", "fll"])
        #expect(score.first?.hasPrefix("Error: --decode: 'fll' is no policy.") == true)
        #expect(score.dropFirst().first?.hasPrefix("Usage: piculet score <datasets> ...") == true, "\(score)")
        #expect(score.last == "  See 'piculet score --help' for more information.")
        // One that ArgumentParser finds itself, and one of a command within a command.
        #expect(try told(["score"]).last == score.last)
        let mode = try told(["accuracy", "mode", "gate", "crowd", "loud", "--as", "a", "--note", "b", "--store", "c"])
        #expect(mode.last == "  See 'piculet accuracy mode --help' for more information.", "\(mode)")
    }

    @Test func `wrong options are refused`() throws {
        let limit = try tune(["--algorithm", "crowd", "--false-per-day=-1"])
        #expect(limit.status == 64 && limit.errors.contains("--false-per-day: give a number from 0 up."))
        let name = try tune(["--algorithm", "crwod"])
        #expect(name.status == 64 && name.errors.contains("--algorithm: 'crwod' is not known. Did you mean 'crowd'?"))
        let policies = try Program.run(["tune", "samples", "--algorithm", "crowd", "--decode", "full,keyframes"])
        #expect(policies.status == 64 && policies.errors.contains("--decode: give one policy alone."))
    }
}
