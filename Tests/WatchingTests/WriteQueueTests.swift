import CaseBook
import Media
import Testing
import Watching

/// What must be kept goes through one queue; the ledger behind it here does as it is told.
@Suite struct WriteQueueTests {
    /// A ledger that does not park while it says why.
    private final class Ledger: CaseLedger, @unchecked Sendable {
        // Sendable: used on one thread.
        let memory = MemoryLedger()
        var parkAnswer: StoreError?
        /// How many writes came together, time by time.
        private(set) var rounds: [Int] = []

        func transact<Value>(_ body: (any LedgerUnit) throws -> Value) throws(StoreError) -> Value {
            if let parkAnswer { throw parkAnswer }
            return try memory.transact(body)
        }

        func transact<Value>(
            each bodies: [(any LedgerUnit) throws -> Value]
        ) throws(StoreError) -> [Result<Value, StoreError>] {
            rounds.append(bodies.count)
            return try memory.transact(each: bodies)
        }

        func look<Value>(_ body: (any LedgerView) throws -> Value) throws(StoreError) -> Value {
            try memory.look(body)
        }

        func changed(since mark: LedgerMark) throws(StoreError) -> (changes: CaseListing, mark: LedgerMark) {
            try memory.changed(since: mark)
        }
    }

    private final class World {
        let ledger = Ledger()
        var now = WallTime(milliseconds: 1_780_000_000_000)
        /// What the ledger says to a subject; nil: it takes it.
        var answers: [String: StoreError] = [:]
        var rooms = 0
        private(set) var kept: [String] = []
        private(set) var reports: [String] = []
        private var asked: [() -> Void] = []

        var parked: [ParkedWrite] { get throws { try ledger.look { try $0.parked(limit: 10) } } }

        func queue(most: Int = 100) -> WriteQueue {
            WriteQueue(
                ledger,
                .init(
                    now: { self.now },
                    soon: { self.asked.append($0) },
                    makeRoom: {
                        guard self.rooms > 0 else { return false }
                        self.rooms -= 1
                        self.answers = self.answers.filter { !$0.value.isDiskFull }
                        return true
                    },
                    report: { self.reports.append(Self.words($0)) }), most: most)
        }

        /// What was asked for soon happens now.
        func turn() {
            let bodies = asked
            asked = []
            for body in bodies { body() }
        }

        func write(_ subject: String, kind: String = "hit") -> WriteQueue.Write {
            .init(kind: kind, subject: subject, content: "content of \(subject)") { _ in
                if let error = self.answers[subject] { throw error }
                return { self.kept.append(subject) }
            }
        }

        private static func words(_ report: WriteQueue.Report) -> String {
            switch report {
            case .failed(let error): "failed: \(error.reason.en)"
            case .parked(let write): "parked: \(write.subject)"
            case .lost(let write, _): "lost: \(write.subject)"
            case .caughtUp(let kept, let givenUp): "caught up: \(kept), \(givenUp) given up"
            }
        }
    }

    private static func error(_ reason: String, _ outlook: StoreError.Outlook, isFull: Bool = false) -> StoreError {
        StoreError(
            reason: Words(zh: "原因", en: reason), place: "store", advice: Words(zh: "无", en: "none"), outlook: outlook,
            isDiskFull: isFull)
    }

    private let busy = error("busy", .passes)
    private let poison = error("a constraint", .never)
    private let full = error("full", .passes, isFull: true)

    @Test func `what comes while the disk is busy is kept together, in order, and told when it is durable`() {
        let world = World()
        let queue = world.queue(most: 1000)
        for subject in ["a", "b", "c"] { queue.add(world.write(subject)) }
        #expect(world.kept.isEmpty && queue.count == 3)
        world.turn()
        #expect(world.kept == ["a", "b", "c"] && world.ledger.rounds == [3] && queue.count == 0)
        for number in 0..<500 { queue.add(world.write("\(number)")) }
        world.turn()
        // Others get their turn between.
        #expect(world.kept.count == 503 && world.ledger.rounds.allSatisfy { $0 <= 200 })
        #expect(world.reports.isEmpty)
    }

    @Test func `a write that can never succeed is parked with its reason, and all behind it go on`() throws {
        let world = World()
        world.answers["b"] = poison
        let queue = world.queue()
        for subject in ["a", "b", "c"] { queue.add(world.write(subject)) }
        world.turn()
        #expect(world.kept == ["a", "c"] && queue.count == 0)
        let parked = try world.parked
        #expect(parked.map(\.subject) == ["b"] && parked[0].content == "content of b")
        #expect(parked[0].reason.contains("a constraint") && parked[0].at == world.now)
        #expect(world.reports == ["parked: b"])
    }

    @Test func `what passes by itself waits in order and is tried again`() throws {
        let world = World()
        world.answers["b"] = busy
        let queue = world.queue()
        for subject in ["a", "b"] { queue.add(world.write(subject)) }
        world.turn()
        queue.add(world.write("c"))
        world.turn()
        #expect(world.kept.isEmpty && queue.count == 3, "nothing is told of what was undone with the rest")
        queue.retry()
        #expect(world.kept.isEmpty && world.reports == ["failed: busy", "failed: busy"])
        world.answers = ["b": poison]
        queue.retry()
        #expect(try world.kept == ["a", "c"] && world.parked.map(\.subject) == ["b"] && queue.count == 0)
        #expect(world.reports.last == "caught up: 3, 0 given up")
        queue.add(world.write("d"))
        world.turn()
        #expect(world.kept == ["a", "c", "d"])
    }

    @Test func `a store that is no good is tried again until somebody saw to it`() throws {
        let world = World()
        world.answers["a"] = Self.error("damaged", .storeFails)
        let queue = world.queue()
        queue.add(world.write("a"))
        for _ in 0..<5 { queue.retry() }
        #expect(try world.parked.isEmpty && queue.count == 1)
        world.answers = [:]
        queue.retry()
        #expect(world.kept == ["a"])
    }

    @Test func `a full disk takes the reserve first, then things wait`() {
        let world = World()
        world.rooms = 1
        world.answers = ["a": full]
        let queue = world.queue()
        queue.add(world.write("a"))
        world.turn()
        #expect(world.kept == ["a"] && world.rooms == 0)
        world.answers = ["b": full]
        queue.add(world.write("b"))
        world.turn()
        #expect(world.kept == ["a"] && queue.count == 1)
    }

    @Test func `of too many that wait the oldest that open no case are given up, and counted`() {
        let world = World()
        for subject in ["case", "1", "2", "3"] { world.answers[subject] = busy }
        let queue = world.queue(most: 2)
        queue.add(world.write("case", kind: "case"))
        world.turn()
        for subject in ["1", "2", "3"] { queue.add(world.write(subject)) }
        #expect(queue.count == 2)
        world.answers = [:]
        queue.retry()
        #expect(world.kept == ["case", "3"] && world.reports.last == "caught up: 2, 2 given up")
    }

    @Test func `what cannot even be parked now is parked later, and blocks nobody`() throws {
        let world = World()
        world.answers["a"] = poison
        world.ledger.parkAnswer = busy
        let queue = world.queue()
        queue.add(world.write("a"))
        queue.add(world.write("b"))
        world.turn()
        #expect(try world.kept == ["b"] && world.parked.isEmpty && queue.count == 1)
        #expect(!world.reports.contains("parked: a"), "nothing is said to be parked that is not")
        world.ledger.parkAnswer = nil
        queue.retry()
        #expect(try world.parked.map(\.subject) == ["a"] && queue.count == 0 && world.reports.last == "parked: a")
    }

    @Test func `what can neither be kept nor parked is said to be lost`() {
        let world = World()
        world.answers["a"] = poison
        world.ledger.parkAnswer = poison
        let queue = world.queue()
        queue.add(world.write("a"))
        world.turn()
        #expect(queue.count == 0 && world.reports == ["lost: a"])
    }
}
