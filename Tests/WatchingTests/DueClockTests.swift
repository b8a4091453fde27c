import CaseBook
import Cases
import Media
import TestSupport
import Testing
import Watching

/// What falls due is done at its time, on a clock that stands still until it is moved.
@Suite struct DueClockTests {
    private final class Bench {
        let ledger = MemoryLedger()
        var now = WallTime(milliseconds: 10_000)
        private(set) var timers: [(at: WallTime, body: () -> Void)] = []
        private(set) var done: [String] = []
        private(set) var failures: [StoreError] = []

        lazy var clock = DueClock(
            ledger, calendars: SampleCase.calendars, ladder: .none, now: { self.now },
            after: { self.timers.append((self.now + $0, $1)) },
            report: { result in
                switch result {
                case .success(let firing): self.done += firing.fired.flatMap(\.events).map(\.kind)
                case .failure(let error): self.failures.append(error)
                }
            })

        /// Lets time pass up to a moment; timers ring on the way.
        func pass(to moment: WallTime) {
            while let next = timers.indices.min(by: { timers[$0].at < timers[$1].at }), timers[next].at <= moment {
                let timer = timers.remove(at: next)
                now = timer.at
                timer.body()
            }
            now = moment
        }
    }

    /// The claim of the sample case has five minutes from its hit at 10 s: it warns at 70 % of them.
    private let warning = WallTime(milliseconds: 10_000 + 210_000)

    @Test func `what falls due between two looks is done at its time`() throws {
        let bench = Bench()
        _ = try bench.ledger.open(SampleCase().intake, evidence: SampleCase().evidence, under: SampleCase.scheme)
        bench.now = warning + .milliseconds(-400)
        try bench.clock.tick()
        #expect(bench.done.isEmpty && bench.timers.map(\.at) == [warning])
        bench.pass(to: warning)
        #expect(bench.done == ["warn"])
        // Nothing is done twice, and no second timer was set meanwhile.
        try bench.clock.tick()
        #expect(bench.done == ["warn"] && bench.timers.isEmpty)
    }

    @Test func `one timer is enough for what is foreseen twice`() throws {
        let bench = Bench()
        _ = try bench.ledger.open(SampleCase().intake, evidence: SampleCase().evidence, under: SampleCase.scheme)
        bench.now = warning + .milliseconds(-900)
        try bench.clock.tick()
        bench.now = warning + .milliseconds(-100)
        try bench.clock.tick()
        #expect(bench.timers.count == 1)
    }

    @Test func `what was due while nobody looked is done at the first look`() throws {
        let bench = Bench()
        _ = try bench.ledger.open(SampleCase().intake, evidence: SampleCase().evidence, under: SampleCase.scheme)
        bench.now = warning + .seconds(3600)
        try bench.clock.tick()
        #expect(bench.done.first == "warn" && bench.failures.isEmpty)
    }
}
