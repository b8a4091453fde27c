import CaseBook
import Media

/// Carries what must be kept to the ledger, in order.
///
/// What the ledger cannot take now waits and is tried again: a full disk loses no case. What it can never take is parked
/// in the ledger with its reason, and holds up nothing behind it. Used on one queue.
package final class WriteQueue {
    package struct Write {
        /// `case`, `hit`, `incident`, `health`.
        package let kind: String
        /// An incident's key, a camera.
        package let subject: String
        /// What is to be kept, as text, for whoever looks at it when it could not be.
        package let content: String
        package let body: () throws(StoreError) -> Void

        package init(
            kind: String, subject: String, content: String, body: @escaping () throws(StoreError) -> Void
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
        /// Nothing waits any more: so many were kept or parked in the last round.
        case caughtUp(kept: Int, givenUp: Int)
    }

    /// What the queue needs of the world.
    package struct World {
        package let now: () -> WallTime
        /// Gives room to a full disk; whether there was any to give.
        package let makeRoom: () -> Bool
        package let park: (ParkedWrite) throws(StoreError) -> Void
        package let report: (Report) -> Void

        package init(
            now: @escaping () -> WallTime, makeRoom: @escaping () -> Bool,
            park: @escaping (ParkedWrite) throws(StoreError) -> Void, report: @escaping (Report) -> Void
        ) {
            (self.now, self.makeRoom, self.park, self.report) = (now, makeRoom, park, report)
        }
    }

    private let world: World
    private let most: Int
    private var waiting: [Write] = []
    /// What can never be kept where it belongs, and could not be parked yet.
    private var unparked: [ParkedWrite] = []
    private var givenUp = 0

    /// - Parameter most: so much may wait; beyond it the oldest that open no case are given up, and counted.
    package init(_ world: World, most: Int) { (self.world, self.most) = (world, most) }

    package var count: Int { waiting.count + unparked.count }

    /// Keeps something at once, or behind what waits.
    package func add(_ write: Write) {
        if waiting.isEmpty, settle(write) { return }
        waiting.append(write)
        guard waiting.count > most, let oldest = waiting.firstIndex(where: { !$0.isCase }) else { return }
        waiting.remove(at: oldest)
        givenUp += 1
    }

    /// Tries again what waits, until something must wait on.
    package func retry() {
        parkWhatWaits()
        guard !waiting.isEmpty else { return }
        var done = 0
        while done < waiting.count, settle(waiting[done]) { done += 1 }
        waiting.removeFirst(done)
        guard waiting.isEmpty else { return }
        world.report(.caughtUp(kept: done, givenUp: givenUp))
        givenUp = 0
    }

    /// - Returns: whether it is done with: kept, or parked.
    private func settle(_ write: Write) -> Bool {
        do throws(StoreError) {
            try keep(write)
        } catch {
            guard error.outlook == .never else {
                world.report(.failed(error))
                return false
            }
            park(write, error)
        }
        return true
    }

    private func keep(_ write: Write) throws(StoreError) {
        do throws(StoreError) { try write.body() } catch {
            guard error.isDiskFull, world.makeRoom() else { throw error }
            try write.body()
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
                try world.park(first)
                world.report(.parked(first))
            } catch {
                guard error.outlook == .never else { return world.report(.failed(error)) }
                world.report(.lost(first, error))
            }
            unparked.removeFirst()
        }
    }
}
