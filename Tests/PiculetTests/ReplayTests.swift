import Foundation
import TestSupport
import Testing

@Suite struct ReplayTests {
    private let samples = Program.root.appending(path: "samples").path
    private let configuration = Program.root.appending(path: "samples/piculet.yaml").path

    @Test(
        .enabled(if: Footage.isHere, "the shared footage is not beside the repository"),
        arguments: Footage.real)
    func `every picture of real footage is decoded`(clip: Footage) throws {
        let outcome = try Program.run(["replay", clip.video.path, "--decode", "full", "--format", "jsonl"])
        #expect(outcome.status == 0)
        try expectAllDecoded(outcome.lines("summary"), of: [clip.name])
    }

    /// As ffprobe counts them (`-count_frames`), which decodes them all.
    private static let pictures = [
        "cloud-and-leaves": 750, "crowd": 750, "muck-trucks": 750, "parked-van": 750, "passers": 750, "quiet": 750,
        "stall-grey": 750,
        "stall": 750, "waterlogging": 750, "wet-road": 750, "campus-walkers": 795, "car-park-cloud": 261,
        "car-park": 459, "cars-from-above": 377,
        "fire-dollhouse": 899, "highway-box-lorry": 161, "one-by-one-at-table": 1394, "suburban-road-vfr": 905,
        "wet-square-neon": 431, "bag-left-on-pavement": 1169, "hall-crowd-wrong-header": 341, "motorway-lorry": 748,
    ]

    /// - Parameter clips: in the order of their summaries.
    private func expectAllDecoded(_ summaries: [[String: Any]], of clips: [String]) throws {
        try #require(summaries.count == clips.count)
        for (summary, clip) in zip(summaries, clips) {
            #expect(summary["decoded"] as? Int == Self.pictures[clip], "\(clip)")
            #expect(summary["looked"] as? Int == summary["decoded"] as? Int, "\(clip)")
            #expect(summary["dropped"] as? Int == 0, "\(clip)")
        }
    }

    @Test func `every picture of the samples is decoded, and two jobs give the same lines as one`() throws {
        let arguments = ["replay", samples, "--config", configuration, "--decode", "full", "--format", "jsonl"]
        let first = try Program.run(arguments + ["--jobs", "1"])
        #expect(first.status == 0 && first.lines("case").count == 3)
        let summaries = first.lines("summary")
        try expectAllDecoded(summaries, of: Footage.samples.map(\.name))
        #expect(try Program.run(arguments + ["--jobs", "2"]).timeless == first.timeless)
    }

    @Test func `the same cases come with a store as without`() throws {
        let output = try TemporaryFolder.make().appending(path: "out").path
        // Those in which something happens.
        let clips = ["crowd", "stall", "stall-grey"].map { "\(samples)/\($0).mp4" }
        let arguments = ["replay"] + clips + ["--config", configuration, "--format", "jsonl"]
        func numbers(_ outcome: Program.Outcome) -> [String] {
            outcome.lines("case").compactMap { $0["number"] as? String }
        }
        let without = try Program.run(arguments)
        let with = try Program.run(arguments + ["--output", output])
        #expect(numbers(with) == numbers(without))
        // A finished replay's store is replaced, not added to.
        let again = try Program.run(arguments + ["--output", output])
        #expect(numbers(again) == numbers(without))
        let list = try Program.run(["case", "list", "--store", output + "/piculet.sqlite"])
        #expect(list.output.split(separator: "\n").count == 3)
    }

    @Test func `the case loop runs from the command line`() throws {
        let output = try TemporaryFolder.make().appending(path: "out").path
        let replay = try Program.run([
            "replay", samples + "/stall.mp4", "--config", configuration, "--decode", "every 1s", "--output", output,
            "--format", "jsonl",
        ])
        let number = try #require(replay.lines("case").first?["number"] as? String)
        let store = ["--store", output + "/piculet.sqlite"]
        let refused = try Program.run(["case", "close", number, "--as", "王某"] + store)
        #expect(refused.status == 1)
        #expect(
            refused.errors
                == "piculet: case: a case that is 'pending_claim' cannot take 'close'; possible now: reject, claim, return, "
                + "merge, void, force-close, supervise, reply, whistle, check-in, answer, involve, mark, verdict. See 'piculet case show'.\n"
        )
        // The people of samples/dispatch.yaml, each with what is theirs to do.
        for (words, person) in [
            (["claim"], "王某"), (["arrive"], "王某"), (["feedback"], "王某"), (["check", "passed"], "张某"), (["close"], "李某"),
        ] {
            let arguments = ["case", words[0], number] + words.dropFirst() + ["--as", person, "--note", "已劝离"] + store
            let taken = try Program.run(arguments)
            #expect(taken.status == 0, "\(taken.errors)")
        }
        let stranger = try Program.run(["case", "reopen", number, "--as", "王五"] + store)
        #expect(
            stranger.errors
                == "piculet: --as: there is nobody called '王五' in the list of people. Did you mean '王某'?\n")
        let shown = try Program.run(["case", "show", number] + store)
        #expect(shown.output.contains("结案 closed") && shown.output.contains("close 李某 已劝离"))
        #expect(shown.output.contains("row 'stall', list '2026-11'"))
        #expect(shown.output.contains(" dispatch → 长江第一综合网格工作站, "), "each line of the log says whom it is about")
        #expect(shown.output.contains("stall-night: other hours"))
        #expect(try Program.run(["case", "list"] + store).output.isEmpty)
        #expect(try Program.run(["case", "list", "--all"] + store).output.contains(number))
        #expect(try Program.run(["case", "show", "20260101-NOTHERE"] + store).status == 1)
    }
}
