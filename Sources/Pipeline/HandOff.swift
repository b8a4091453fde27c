import Dispatch
import Foundation

/// Bounds what is under way between a reader and the camera's queue: a ticket is taken for each packet and goes back
/// when the last that came of it (its pictures, their looks) is let go.
package final class HandOff: Sendable {
    /// Held by everything that came of one packet.
    package final class Ticket: Sendable {
        private let room: DispatchSemaphore

        fileprivate init(_ room: DispatchSemaphore) { self.room = room }

        deinit { room.signal() }
    }

    private let room: DispatchSemaphore

    /// - Parameter limit: how many packets may be under way; at least 1.
    package init(limit: Int) {
        precondition(limit > 0, "a hand-off has room for one at least")
        // A semaphore must not be freed below the count it was made with: it starts at zero and is filled.
        room = DispatchSemaphore(value: 0)
        for _ in 0..<limit { room.signal() }
    }

    /// Waits for room: for recorded footage, of which nothing may be dropped. Never on a Dispatch queue.
    package func wait() -> Ticket {
        room.wait()
        return Ticket(room)
    }

    /// nil when there is no room: the caller drops the packet and counts it.
    package func tryTake() -> Ticket? {
        room.wait(timeout: .now()) == .success ? Ticket(room) : nil
    }
}
