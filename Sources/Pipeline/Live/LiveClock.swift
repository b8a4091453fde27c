import Foundation
import Media
import Synchronization

/// The clocks of live cameras; tests inject one that runs by itself.
package protocol LiveClock: Sendable {
    func now() -> MonotonicInstant
    func wall() -> WallTime
    /// Blocks the calling thread until the instant, or until the bell rings. Never on a Dispatch queue.
    func wait(until instant: MonotonicInstant, bell: StopBell)
}

/// Rung once, when something has to stop; whoever waits ends within a quarter of a second.
package final class StopBell: Sendable {
    private let rung = Atomic<Bool>(false)

    package init() {}

    package var isRung: Bool { rung.load(ordering: .acquiring) }

    package func ring() { rung.store(true, ordering: .releasing) }

    /// Waits until it rings, at most so long.
    ///
    /// By short sleeps: a timed wait on a condition or a semaphore ends by the wall clock here, and that may step.
    package func wait(for time: Duration) {
        var left = time
        while left > .zero, !isRung {
            let slice = min(left, .milliseconds(250))
            usleep(UInt32(slice.wholeMicroseconds))
            left -= slice
        }
    }
}

/// The machine's clocks.
package struct SystemClock: LiveClock {
    package init() {}

    package func now() -> MonotonicInstant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicInstant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    package func wall() -> WallTime { WallTime(Date()) }

    package func wait(until instant: MonotonicInstant, bell: StopBell) {
        let time = instant - now()
        if time > .zero { bell.wait(for: time) }
    }
}
