import CaseBook
import Media
import Testing
import Watching

/// What must be kept goes through one queue; the ledger behind it here does as it is told.
@Suite struct WriteQueueTests {
    private final class World {
        var now = WallTime(milliseconds: 1_780_000_000_000)
        /// What the ledger says to a subject; nil: it takes it.
        var answers: [String: StoreError] = [:]
        var parkAnswer: StoreError?
        var rooms = 0
        private(set) var kept: [String] = []
        private(set) var parked: [ParkedWrite] = []
        private(set) var reports: [String] = []

        func queue(most: Int = 100) -> WriteQueue {
            WriteQueue(
                .init(
                    now: { self.now },
                    makeRoom: {
                        guard self.rooms > 0 else { return false }
                        self.rooms -= 1
                        self.answers = self.answers.filter { !$0.value.isDiskFull }
                        return true
                    },
                    park: { (write: ParkedWrite) throws(StoreError) in
                        if let error = self.parkAnswer { throw error }
                        self.parked.append(write)
                    },
                    report: { self.reports.append(Self.words($0)) }), most: most)
        }

        func write(_ subject: String, kind: String = "hit") -> WriteQueue.Write {
            .init(kind: kind, subject: subject, content: "content of \(subject)") { () throws(StoreError) in
                if let error = self.answers[subject] { throw error }
                self.kept.append(subject)
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

    @Test func `a write that can never succeed is parked with its reason, and all behind it go on`() {
        let world = World()
        world.answers["b"] = poison
        let queue = world.queue()
        for subject in ["a", "b", "c"] { queue.add(world.write(subject)) }
        #expect(world.kept == ["a", "c"] && queue.count == 0)
        #expect(world.parked.map(\.subject) == ["b"] && world.parked[0].content == "content of b")
        #expect(world.parked[0].reason.contains("a constraint") && world.parked[0].at == world.now)
        #expect(world.reports == ["parked: b"])
    }

    @Test func `what passes by itself waits in order and is tried again`() {
        let world = World()
        world.answers["a"] = busy
        let queue = world.queue()
        for subject in ["a", "b", "c"] { queue.add(world.write(subject)) }
        #expect(world.kept.isEmpty && queue.count == 3)
        queue.retry()
        #expect(world.kept.isEmpty && world.reports == ["failed: busy", "failed: busy"])
        world.answers = ["b": poison]
        queue.retry()
        #expect(world.kept == ["a", "c"] && world.parked.map(\.subject) == ["b"] && queue.count == 0)
        #expect(world.reports.last == "caught up: 3, 0 given up")
    }

    @Test func `a store that is no good is tried again until somebody saw to it`() {
        let world = World()
        world.answers["a"] = Self.error("damaged", .storeFails)
        let queue = world.queue()
        queue.add(world.write("a"))
        for _ in 0..<5 { queue.retry() }
        #expect(world.parked.isEmpty && queue.count == 1)
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
        #expect(world.kept == ["a"] && world.rooms == 0)
        world.answers = ["b": full]
        queue.add(world.write("b"))
        #expect(world.kept == ["a"] && queue.count == 1)
    }

    @Test func `of too many that wait the oldest that open no case are given up, and counted`() {
        let world = World()
        for subject in ["case", "1", "2", "3"] { world.answers[subject] = busy }
        let queue = world.queue(most: 2)
        queue.add(world.write("case", kind: "case"))
        for subject in ["1", "2", "3"] { queue.add(world.write(subject)) }
        #expect(queue.count == 2)
        world.answers = [:]
        queue.retry()
        #expect(world.kept == ["case", "3"] && world.reports.last == "caught up: 2, 2 given up")
    }

    @Test func `what cannot even be parked now is parked later, and blocks nobody`() {
        let world = World()
        world.answers["a"] = poison
        world.parkAnswer = busy
        let queue = world.queue()
        queue.add(world.write("a"))
        queue.add(world.write("b"))
        #expect(world.kept == ["b"] && world.parked.isEmpty && queue.count == 1)
        #expect(!world.reports.contains("parked: a"), "nothing is said to be parked that is not")
        world.parkAnswer = nil
        queue.retry()
        #expect(world.parked.map(\.subject) == ["a"] && queue.count == 0 && world.reports.last == "parked: a")
    }

    @Test func `what can neither be kept nor parked is said to be lost`() {
        let world = World()
        world.answers["a"] = poison
        world.parkAnswer = poison
        let queue = world.queue()
        queue.add(world.write("a"))
        #expect(queue.count == 0 && world.reports == ["lost: a"])
    }
}
