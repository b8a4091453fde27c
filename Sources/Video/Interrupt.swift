import Foundation
import Media
import Synchronization

/// Ends a blocking call of libavformat: when its time is up, or when it is called off.
package final class Interrupt: Sendable {
    private let deadline = Atomic<UInt64>(.max)
    private let isCalledOff = Atomic<Bool>(false)

    package init() {}

    /// Ends the call that blocks now, and every later one. From any thread.
    package func callOff() { isCalledOff.store(true, ordering: .releasing) }

    package var wasCalledOff: Bool { isCalledOff.load(ordering: .acquiring) }

    /// Gives the next calls so much time.
    func arm(_ time: Duration) {
        deadline.store(Self.now() + UInt64(max(time.wholeMicroseconds, 0)) * 1000, ordering: .relaxed)
    }

    /// Asked many times a second while libavformat blocks.
    var isOver: Bool { wasCalledOff || Self.now() > deadline.load(ordering: .relaxed) }

    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
