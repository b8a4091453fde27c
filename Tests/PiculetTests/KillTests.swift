import CaseBook
import Cases
import Foundation
import Store
import TestSupport
import Testing
import Video

/// A replay with a store is killed at random moments and then run to its end.
@Suite(.onThreads) struct KillTests {
    private static let clips = ["stall", "crowd"]

    @Test func `after SIGKILL and catching up each event has exactly one case`() throws {
        let clips = Self.clips.map { Program.root.appending(path: "samples/\($0).mp4").path }
        let configuration = Program.root.appending(path: "samples/piculet.yaml").path
        let base = ["replay"] + clips + ["--config", configuration, "--decode", "every 1s", "--jobs", "2"]
        let clock = ContinuousClock()
        // The truth: the labelled events, one of each; the whole run says how long there is to kill.
        let whole = try TemporaryFolder.make().appending(path: "out")
        let start = clock.now
        let uninterrupted = try Program.run(base + ["--output", whole.path])
        let took = clock.now - start
        #expect(uninterrupted.status == 0)
        let truth = Footage.samples.filter { Self.clips.contains($0.name) }.flatMap { clip in
            clip.labels.events.map { "\(clip.name) \($0.algorithm)" }
        }
        var killed = 0
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededMoments(seed: seed)
        // What the whole run took beside other tests says little of what it takes now: it ends when enough were killed.
        for round in 0..<60 where round < 12 || killed < 10 {
            let output = try TemporaryFolder.make().appending(path: "out")
            let (process, _, _) = try Program.start(Program.path, base + ["--output", output.path])
            let moment = took * random.next()
            let began = clock.now
            while process.isRunning, clock.now - began < moment { usleep(500) }
            if process.isRunning { killed += 1 }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(try Program.run(base + ["--output", output.path]).status == 0)
            let store = try CaseStore(path: output.appending(path: "piculet.sqlite").path, create: false)
            let cases = try store.list().cases
            #expect(cases.map { "\($0.camera) \($0.algorithm)" }.sorted() == truth.sorted(), "seed \(seed)")
            for record in cases {
                let log = try #require(try store.find(record.number)).log
                #expect(log.map(\.kind) == ["opened", "auto-register", "dispatch"], "seed \(seed)")
                let original = try Data(contentsOf: output.appending(path: try #require(record.evidence.original)))
                #expect(Digest.sha256(original) == record.evidence.sha256, "seed \(seed)")
            }
        }
        #expect(killed >= 10, "most of the kills came before the end; seed \(seed)")
    }
}

/// Moments 0..<1 that a printed seed brings back.
struct SeededMoments {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }
}
