import CaseBook
import Cases
import Foundation
import Media
import Store
import TestSupport
import Testing

/// A day of cases, clocks and escalations, killed again and again.
@Suite(.onThreads) struct ScriptedDayTests {
    private static let program = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
        .appending(path: "ScriptedDay").path

    @Test func `after SIGKILL at fifty moments every clock, case and escalation is as in a day without`() throws {
        let seed = UInt64.random(in: 1...1_000_000)
        print("scripted days: seed \(seed)")
        var random = SeededRandom(seed: seed)
        var (killed, day, warned, suspended) = (0, seed, 0, 0)
        while killed < 50 {
            let truth = try CaseStore(path: try TemporaryFolder.make().appending(path: "p.sqlite").path, create: true)
            let refused = try ScriptedDay(seed: day).run(on: truth)
            #expect(refused == 0, "seed \(day): the script does what can be done")
            let path = try TemporaryFolder.make().appending(path: "p.sqlite").path
            // Killed at first moments of its life and at late ones, until the day is over.
            killed += try Program.run(
                Self.program, [path, "\(day)"], killingAtMost: 50 - killed, in: 5...400, using: &random,
                name: "seed \(day)")
            let survivor = try CaseStore(path: path, create: false)
            let cases = try truth.list().cases
            #expect(
                try survivor.list().cases == cases, "seed \(day): no case lost or doubled, each clock as it should be")
            for record in cases {
                let (expected, found) = (try truth.find(record.number)?.log, try survivor.find(record.number)?.log)
                #expect(found == expected, "seed \(day): \(record.number), no action and no escalation lost or doubled")
                let course = CaseCourse(replaying: found ?? [], ScriptedDay.calendars)
                #expect(course == record.course, "seed \(day): the log gives the same state")
                warned += found?.count { $0.kind == "warn" } ?? 0
                suspended += found?.count { $0.kind == "resume" } ?? 0
            }
            day += 1
        }
        // A day in which nothing falls due proves nothing.
        #expect(warned > 100 && suspended > 0)
        print("killed \(killed) times over \(day - seed) day(s), \(warned) warnings, \(suspended) ends of suspensions")
    }
}
