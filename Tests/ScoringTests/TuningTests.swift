import CityAlgorithms
import Measures
import Media
import Scoring
import Testing

/// Searching terms on made-up traces of which one knows the best.
@Suite struct TuningTests {
    @Test func `what finds the events and nothing else is found`() throws {
        let report = MadeUp.tuning().report(over: MadeUp.missedCrowds())
        let tuned = try #require(report.tuned)
        let threshold = try #require(tuned.threshold)
        // 15 is a crowd, 8 are none.
        #expect(threshold > 8 && threshold <= 15)
        #expect(report.before.tally == FoundTally(truePositives: 0, falsePositives: 0, misses: 6))
        #expect(report.after?.tally == FoundTally(truePositives: 6, falsePositives: 0, misses: 0))
        #expect((report.found.gained, report.found.lost) == (6, 0) && report.found.p == 0.03125)
        #expect(TuningReport.difference(report.found) == .better)
        #expect(TuningReport.difference(report.quieter) == .notShown)
        #expect(report.written == tuned)
    }

    @Test func `a camera is judged with what the others taught, never with its own`() throws {
        // On one camera 14.8 persons are no crowd; its own footage alone tells.
        let odd = MadeUp.clip("odd", camera: "odd") { (30...60).contains($0) ? 14.8 : nil }
        let present = Setting(MadeUp.profile, threshold: 10)
        let report = Tuning(MadeUp.profile, present: present, schedule: nil, falsePerDay: 0.5)
            .report(over: MadeUp.missedCrowds() + [odd])
        #expect(report.tuned?.threshold == 15)
        for fold in report.folds {
            #expect(fold.setting?.threshold == (fold.cameras.contains("odd") ? 10 : 15))
        }
        #expect(report.after?.tally == FoundTally(truePositives: 6, falsePositives: 1, misses: 0))
    }

    @Test func `too few events carry no claim`() {
        let report = MadeUp.tuning().report(over: MadeUp.missedCrowds(cameras: 3))
        #expect(report.found.gained == 3 && report.found.p == 0.25)
        #expect(TuningReport.difference(report.found) == .notShown)
        let text = TuningLines.lines(report).map(\.en).joined(separator: "\n")
        #expect(text.contains("3 gained, 0 lost, p = 0.25: no difference is shown"))
        #expect(!text.contains("more are found") && !text.contains("there are fewer"))
    }

    @Test func `a limit that nothing holds leaves the terms and says so`() {
        // Twice as many persons, for longer, where there is no crowd.
        let clips = (0..<4).flatMap { number in
            [
                MadeUp.clip("crowd-\(number)", camera: "camera-\(number)", events: [MadeUp.event(40, 70)]) {
                    (40...70).contains($0) ? 30 : nil
                }, MadeUp.clip("queue-\(number)", camera: "camera-\(number)") { (20...80).contains($0) ? 60 : nil },
            ]
        }
        let report = MadeUp.tuning().report(over: clips)
        #expect(report.tuned == nil && report.written == MadeUp.present)
        // Four in sixteen minutes.
        #expect(report.warnings.contains(.limitNotHeld(0.5, fewest: 360)))
        #expect(report.warnings.contains(.foldsUntaught(4, of: 4)))
        #expect(report.after?.tally == report.before.tally)
        // With as many allowed there is a choice.
        #expect(MadeUp.tuning(falsePerDay: 360).report(over: clips).tuned != nil)
    }

    @Test func `whoever tuned is told that a score over the same clips is not independent`() {
        #expect(MadeUp.tuning().report(over: MadeUp.missedCrowds()).warnings.contains(.learnedHere))
        // Where the terms stay, nothing was learned.
        let quiet = MadeUp.clip("a", camera: "a") { _ in 30 }
        #expect(!MadeUp.tuning().report(over: [quiet]).warnings.contains(.learnedHere))
    }

    @Test func `one camera is not judged by what it taught`() throws {
        let clips = MadeUp.missedCrowds(cameras: 1)
        let report = MadeUp.tuning().report(over: clips)
        #expect(report.folds.isEmpty && report.after == nil)
        #expect(report.tuned != nil, "there is a best, of which nobody knows how good it is")
        #expect(report.warnings.contains(.oneCamera))
        #expect(TuningLines.lines(report).map(\.en).contains("    not judged"))
    }

    @Test func `events of one camera alone teach nothing that is judged`() {
        let quiet = (0..<3).map { MadeUp.clip("quiet-\($0)", camera: "quiet-\($0)") { _ in nil } }
        let report = MadeUp.tuning().report(over: MadeUp.missedCrowds(cameras: 1) + quiet)
        #expect(report.warnings.contains(.fewCameras(1)) && report.warnings.contains(.foldsUntaught(1, of: 4)))
        #expect(report.found == McNemar(gained: 0, lost: 0))
    }

    @Test func `without an event there is nothing to choose by`() {
        let report = MadeUp.tuning().report(over: [MadeUp.clip("a", camera: "a") { _ in 30 }])
        #expect(report.tuned == nil && report.tried == 0 && report.warnings == [.noEvents])
        #expect(MadeUp.tuning().report(over: []).warnings == [.noEvents])
    }

    @Test func `the same clips give the same report, in any order`() {
        let clips = MadeUp.missedCrowds() + [MadeUp.clip("odd", camera: "odd") { (30...60).contains($0) ? 18 : nil }]
        let (one, other) = (MadeUp.tuning().report(over: clips), MadeUp.tuning().report(over: clips.reversed()))
        #expect(one.tuned == other.tuned && one.folds == other.folds && one.warnings == other.warnings)
        #expect(TuningLines.lines(one) == TuningLines.lines(other))
    }

    @Test func `short footage shows no limit, and says how much would`() throws {
        let report = MadeUp.tuning().report(over: MadeUp.missedCrowds())
        let warning = try #require(report.warnings.first)
        // Six clips of two minutes; 3.689 are possible where none was seen.
        guard case .limitNotShown(0.5, let possible, let hours, let needed) = warning else {
            Issue.record("\(warning)")
            return
        }
        #expect(abs(possible - 3.688879 / 0.2 * 24) < 0.01 && abs(hours - 0.2) < 1e-9)
        #expect(abs(needed - 3.688879 / 0.5 * 24) < 0.001)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, -1, 0, 1e300])
    func `odd measures stop nothing`(measure: Double) {
        let odd = MadeUp.clip("odd", camera: "odd", events: [MadeUp.event(10, 5), MadeUp.event(200, 300)]) { _ in
            measure
        }
        let empty = MadeUp.clip("empty", camera: "empty", seconds: 0, events: [MadeUp.event(0, 0)]) { _ in nil }
        let report = MadeUp.tuning().report(over: MadeUp.missedCrowds(cameras: 2) + [odd, empty])
        #expect(report.data.events == 5 && report.before.tally.recall.n == 5)
    }
}
