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

@Suite struct CaseKeeperTests {
    private final class Bench {
        let path: String
        let store: CaseStore
        let clock = ManualClock()
        let queue = DispatchQueue(label: "store")
        let board: Board
        let alarms: Alarms
        let keeper: CaseKeeper

        init(opening sample: SampleCase? = nil) throws {
            let folder = try TemporaryFolder.make()
            path = folder.appending(path: "piculet.sqlite").path
            store = try CaseStore(path: path, create: true)
            if let sample { _ = try store.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme) }
            board = Board(timeZone: "Asia/Shanghai", start: clock.wall())
            let log = Logbook(clock: clock)
            alarms = Alarms(log: log, board: board)
            keeper = try CaseKeeper(
                store, scheme: SampleCase.scheme, ladder: .none, catalog: .builtIn,
                tools: .init(
                    queue: queue, files: EvidenceFiles(folder: folder, storeFolder: folder),
                    memories: CameraMemoryFiles(besides: path), reserve: DiskReserve(besides: path), clock: clock,
                    log: log, alarms: alarms, board: board))
        }

        func tick() { queue.sync { keeper.tick() } }
    }

    @Test func `an alarm does not flap while what is due cannot be done`() throws {
        let bench = try Bench(opening: SampleCase())
        try run("DROP TABLE case_event", bench.path)
        bench.tick()
        #expect(bench.alarms.names == ["store-fails"])
        let version = bench.board.version
        for _ in 0..<3 { bench.tick() }
        #expect(bench.alarms.names == ["store-fails"] && bench.board.version == version)
    }

    @Test func `a camera is told when somebody closed a case of it`() throws {
        let bench = try Bench(opening: SampleCase())
        let told = Told()
        bench.keeper.onClosing = { told.add($0) }
        bench.tick()
        #expect(told.all.isEmpty)
        let beside = try CaseStore(path: bench.path, create: false)
        let number = try #require(try beside.list(.open).cases.first?.number)
        let at = bench.clock.wall()
        for action in [CaseAction.claim, .feedBack(nil), .check(isPassed: true), .close(condition: "gone")] {
            _ = try beside.act(action, on: number, by: .anybody("王某"), note: "", at: at, under: SampleCase.scheme)
        }
        bench.tick()
        #expect(told.all.map(\.key) == [SampleCase().intake.incident.key])
        #expect(bench.board.openCases == 0)
        bench.tick()
        #expect(told.all.count == 1)
    }

    private final class Told: @unchecked Sendable {
        // Sendable: the lock guards the list.
        private let lock = NSLock()
        private var closed: [ClosedIncident] = []
        func add(_ one: ClosedIncident) { lock.withLock { closed.append(one) } }
        var all: [ClosedIncident] { lock.withLock { closed } }
    }

    private func run(_ sql: String, _ path: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", path, sql]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
