import CaseBook
import Cases
import Foundation
import Store
import TestSupport
import Testing

/// Hours of verdicts and modes, killed again and again.
@Suite struct ScriptedReviewsTests {
    private static let program = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
        .appending(path: "ScriptedDay").path

    @Test func `after SIGKILL at thirty moments every verdict and every change of mode is as in hours without`() throws
    {
        let seed = UInt64.random(in: 1...1_000_000)
        print("scripted reviews: seed \(seed)")
        var random = SeededRandom(seed: seed)
        var (killed, round, causes) = (0, seed, Set<ModeChange.Cause>())
        while killed < 30 {
            let truth = try CaseStore(path: try TemporaryFolder.make().appending(path: "p.sqlite").path, create: true)
            try ScriptedReviews(seed: round).run(on: truth)
            let path = try TemporaryFolder.make().appending(path: "p.sqlite").path
            killed += try Program.run(
                Self.program, [path, "\(round)", "reviews"], killingAtMost: 30 - killed, in: 5...300, using: &random,
                name: "seed \(round)")
            let survivor = try CaseStore(path: path, create: false)
            let changes = try truth.modeChanges()
            #expect(try survivor.modeChanges() == changes, "seed \(round): no change of mode lost, doubled or else")
            let cases = try truth.list().cases
            #expect(try survivor.list().cases == cases, "seed \(round)")
            for record in cases {
                #expect(try survivor.find(record.number)?.log == truth.find(record.number)?.log, "seed \(round)")
            }
            // Each is a step to the next mode, with the figures that it was decided by.
            for change in changes {
                let (rule, figures) = (ScriptedReviews.scheme.modes.rule, change.figures)
                #expect(change.to == (change.cause == .promoted ? change.from.next : change.from.previous))
                #expect(figures.interval == WilsonInterval(figures.correct, of: figures.reviewed))
                let reached =
                    change.cause == .promoted
                    ? figures.reviewed >= 20 && figures.interval.lower >= rule.promotion.precision
                    : figures.reviewed >= 12 && figures.interval.upper < rule.demotion.precision
                #expect(reached, "seed \(round): \(change.facts)")
            }
            for (before, after) in zip(changes, changes.dropFirst()) { #expect(before.to == after.from) }
            causes.formUnion(changes.map(\.cause))
            round += 1
        }
        // Hours in which nothing changes prove nothing.
        #expect(causes == [.promoted, .demoted], "seed \(seed)")
        print("killed \(killed) times over \(round - seed) run(s)")
    }
}
