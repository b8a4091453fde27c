import Board
import CaseBook
import Cases
import CityAlgorithms
import Dispatch
import Foundation
import Keeping
import Media
import Store
import TestSupport
import Testing
import Watching

/// Verdicts that come beside a running daemon: on the page, in the figures, over its restarts.
@Suite struct AccuracyWatchTests {
    private static let scheme = {
        var rule = ModeRule()
        (rule.start, rule.latest) = (.review, 20)
        rule.promotion = .init(reviewed: 10, precision: 0.7)
        rule.demotion = .init(reviewed: 5, precision: 0.6)
        return CaseScheme(calendars: SampleCase.calendars, modes: ModePlan(rule: rule))
    }()

    /// One life of a daemon's keeper on a store, on a clock that the test moves.
    private final class Life {
        let clock: ManualClock
        let board: Board
        let keeper: CaseKeeper
        private let queue = DispatchQueue(label: "store")

        init(_ path: String, _ clock: ManualClock) throws {
            self.clock = clock
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            board = Board(timeZone: "Asia/Shanghai", start: clock.wall())
            let log = Logbook(clock: clock)
            keeper = try CaseKeeper(
                try CaseStore(path: path, create: true), scheme: AccuracyWatchTests.scheme, ladder: .none,
                catalog: .builtIn,
                tools: .init(
                    queue: queue, files: EvidenceFiles(folder: folder, storeFolder: folder),
                    memories: CameraMemoryFiles(besides: path), reserve: DiskReserve(besides: path), clock: clock,
                    log: log, alarms: Alarms(log: log, board: board), board: board))
        }

        func tick(after wait: Duration = .seconds(30)) {
            clock.advance(by: wait)
            queue.sync { keeper.tick() }
        }

        var shown: [AccuracyLine] { board.news(since: nil, now: 0)?.accuracy ?? [] }

        var mode: Substring? {
            MetricFamily.modes(keeper.modes).lines.last?.firstMatch(
                of: /^piculet_mode\{camera="gate",algorithm="street-stall",mode="(\w+)"\} 1$/)?.1
        }

        func metric(_ name: String) -> String? {
            MetricFamily.accuracy(keeper.accuracy).flatMap(\.lines).first { $0.hasPrefix("piculet_\(name) ") }.map {
                String($0.dropFirst("piculet_\(name) ".count))
            }
        }
    }

    private let path: String
    private let clock = ManualClock()

    init() throws { path = try TemporaryFolder.make().appending(path: "piculet.sqlite").path }

    /// As `piculet case verdict` does it, beside the daemon.
    private func see(_ verdict: CaseVerdict?, times: Int) throws {
        let beside = try CaseStore(path: path, create: true)
        for _ in 0..<times {
            clock.advance(by: .seconds(60))
            let sample = SampleCase(clock.wall().milliseconds / 1000 - 10)
            let record = try beside.open(sample.intake, evidence: sample.evidence, under: Self.scheme)
            guard let verdict else { continue }
            clock.advance(by: .seconds(1))
            _ = try beside.act(
                .judge(verdict), on: record.number, by: .anybody("李某"), note: "", at: clock.wall(), under: Self.scheme)
        }
    }

    private func modes() throws -> [HitMode] { try CaseStore(path: path, create: false).modeChanges().map(\.to) }

    @Test func `a whole life: verdicts, promotion, restart, demotion, and the figures follow`() throws {
        do {
            let life = try Life(path, clock)
            life.tick()
            #expect(life.shown.isEmpty && life.metric("field_hits{algorithm=\"street-stall\"}") == nil)
            try see(.correct, times: 10)
            try see(nil, times: 1)
            life.tick()
            let line = try #require(life.shown.first)
            #expect(line.algorithm == "street-stall" && line.name == Words(zh: "占道经营", en: "Street stall"))
            #expect(line.hits == 11 && line.reviewed == 10 && line.correct == 10 && line.precision == 1)
            #expect(line.lower == WilsonInterval(10, of: 10).lower && line.standing == "open")
            #expect(try modes() == [.auto])
            #expect(life.mode == "auto")
        }
        // The next life knows what the last one was told, and what came while there was none.
        try see(.wrong, times: 5)
        try see(.permitted, times: 1)
        let life = try Life(path, clock)
        life.tick()
        #expect(try modes() == [.auto, .review])
        #expect(life.mode == "review")
        let line = try #require(life.shown.first)
        #expect(line.hits == 17 && line.correct == 10 && line.wrong == 5 && line.leftOut == 1)
        #expect(life.metric("field_hits{algorithm=\"street-stall\"}") == "17")
        #expect(life.metric("field_verdicts{algorithm=\"street-stall\",verdict=\"false\"}") == "5")
        #expect(life.metric("field_precision_ratio{algorithm=\"street-stall\"}") == "\(10.0 / 15)")
        #expect(life.metric("field_reviewed_ratio{algorithm=\"street-stall\"}") == "\(16.0 / 17)")
        let lower = try #require(life.metric("field_precision_lower_ratio{algorithm=\"street-stall\"}"))
        #expect(Double(lower) == WilsonInterval(10, of: 15).lower)
    }

    @Test func `nothing is told anew where nothing changed, and a month later it is gone`() throws {
        try see(.correct, times: 2)
        let life = try Life(path, clock)
        life.tick()
        let version = life.board.version
        for _ in 0..<5 { life.tick() }
        #expect(life.board.version == version)
        life.tick(after: .seconds(31 * 86400))
        #expect(life.shown.isEmpty)
    }

    @Test func `what is in shadow is on no board`() throws {
        var rule = ModeRule()
        rule.start = .shadow
        let scheme = CaseScheme(calendars: SampleCase.calendars, modes: ModePlan(rule: rule))
        let life = try Life(path, clock)
        let sample = SampleCase(clock.wall().milliseconds / 1000)
        _ = try CaseStore(path: path, create: true).open(sample.intake, evidence: sample.evidence, under: scheme)
        life.tick()
        #expect(life.board.openCases == 0 && life.shown.map(\.hits) == [1])
    }
}
