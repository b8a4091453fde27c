import CaseBook
import Media

/// Carries what must be kept to the ledger, in order, and what came meanwhile together: one wait for the disk serves all.
///
/// What the ledger cannot take now waits and is tried again: a full disk loses no case. What it can never take is parked
/// in the ledger with its reason, and holds up nothing behind it. Used on one queue.
package final class WriteQueue {
    package struct Write {
        /// What is told of a write once it is kept.
        package typealias Told = () -> Void

        /// `case`, `hit`, `incident`, `health`.
        package let kind: String
        /// An incident's key, a camera.
        package let subject: String
        /// What is to be kept, as text, for whoever looks at it when it could not be.
        package let content: String
        package let body: (any LedgerUnit) throws -> Told

        package init(
            kind: String, subject: String, content: String, body: @escaping (any LedgerUnit) throws -> Told
        ) {
            (self.kind, self.subject, self.content, self.body) = (kind, subject, content, body)
        }

        /// Others are given up before a case is.
        fileprivate var isCase: Bool { kind == "case" }
    }

    /// What the queue tells about.
    package enum Report {
        /// The ledger did not take something; it is tried again.
        case failed(StoreError)
        case parked(ParkedWrite)
        /// Something can neither be kept nor parked; nil: too much waits to be parked.
        case lost(ParkedWrite, StoreError?)
        /// What was held up is kept or parked: so many.
        case caughtUp(kept: Int, givenUp: Int)
    }

    /// What the queue needs of the world.
    package struct World {
        package let now: () -> WallTime
        /// Calls back on the same queue behind what waits for it.
        package let soon: (@escaping () -> Void) -> Void
        /// Gives room to a full disk; whether there was any to give.
        package let makeRoom: () -> Bool
        package let report: (Report) -> Void

        package init(
            now: @escaping () -> WallTime, soon: @escaping (@escaping () -> Void) -> Void,
            makeRoom: @escaping () -> Bool, report: @escaping (Report) -> Void
        ) {
            (self.now, self.soon, self.makeRoom, self.report) = (now, soon, makeRoom, report)
        }
    }

    /// In one unit of work; so others get their turn.
    private static let mostAtOnce = 200

    private let ledger: any CaseLedger
    private let world: World
    private let most: Int
    private var waiting: [Write] = []
    /// What can never be kept where it belongs, and could not be parked yet.
    private var unparked: [ParkedWrite] = []
    private var givenUp = 0
    /// A turn is on its way.
    private var isAsked = false
    /// The ledger takes nothing at the moment: nothing is tried before `retry`.
    private var isHeldUp = false

    /// - Parameter most: so much may wait; beyond it the oldest that open no case are given up, and counted.
    package init(_ ledger: any CaseLedger, _ world: World, most: Int) {
        (self.ledger, self.world, self.most) = (ledger, world, most)
    }

    package var count: Int { waiting.count + unparked.count }

    /// Keeps something soon, behind what waits.
    package func add(_ write: Write) {
        waiting.append(write)
        giveUpBeyondMost()
        guard !isAsked, !isHeldUp else { return }
        isAsked = true
        world.soon { [self] in
            isAsked = false
            if !isHeldUp { settleAll() }
        }
    }

    /// Keeps what waits now, or tries it again, until something must wait on.
    package func retry() {
        parkWhatWaits()
        let wasHeldUp = isHeldUp
        isHeldUp = false
        let done = settleAll()
        guard wasHeldUp, waiting.isEmpty else { return }
        world.report(.caughtUp(kept: done, givenUp: givenUp))
        givenUp = 0
    }

    private func giveUpBeyondMost() {
        guard waiting.count > most, let oldest = waiting.firstIndex(where: { !$0.isCase }) else { return }
        waiting.remove(at: oldest)
        givenUp += 1
    }

    /// - Returns: how many are done with: kept, or parked.
    @discardableResult private func settleAll() -> Int {
        var done = 0
        while !waiting.isEmpty {
            let together = Array(waiting.prefix(Self.mostAtOnce))
            do throws(StoreError) {
                let results = try keep(together)
                waiting.removeFirst(together.count)
                done += together.count
                for (write, result) in zip(together, results) { tell(write, result) }
            } catch {
                isHeldUp = true
                world.report(.failed(error))
                break
            }
        }
        return done
    }

    private func keep(_ writes: [Write]) throws(StoreError) -> [Result<Write.Told, StoreError>] {
        let bodies = writes.map(\.body)
        do throws(StoreError) { return try ledger.transact(each: bodies) } catch {
            guard error.isDiskFull, world.makeRoom() else { throw error }
            return try ledger.transact(each: bodies)
        }
    }

    private func tell(_ write: Write, _ result: Result<Write.Told, StoreError>) {
        switch result {
        case .success(let told): told()
        case .failure(let error): park(write, error)
        }
    }

    private func park(_ write: Write, _ error: StoreError) {
        unparked.append(
            ParkedWrite(
                at: world.now(), kind: write.kind, subject: write.subject, content: write.content, reason: "\(error)"))
        if unparked.count > most { world.report(.lost(unparked.removeFirst(), nil)) }
        parkWhatWaits()
    }

    private func parkWhatWaits() {
        while let first = unparked.first {
            do throws(StoreError) {
                try ledger.park(first)
                world.report(.parked(first))
            } catch {
                guard error.outlook == .never else { return world.report(.failed(error)) }
                world.report(.lost(first, error))
            }
            unparked.removeFirst()
        }
    }
}
