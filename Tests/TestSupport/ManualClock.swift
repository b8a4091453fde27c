import Foundation
import Media
import Pipeline

/// A clock that stands still until somebody waits: then it is the time that was waited for.
package final class ManualClock: LiveClock, @unchecked Sendable {
    // Sendable: the lock guards everything.
    private let lock = NSLock()
    private var time: Int64 = 1_000_000_000
    private var waits: [Duration] = []
    private let wallStart = WallTime(milliseconds: 1_780_000_000_000)

    package init() {}

    package func now() -> MonotonicInstant { lock.withLock { MonotonicInstant(nanoseconds: time) } }

    package func wall() -> WallTime {
        wallStart + (now() - MonotonicInstant(nanoseconds: 1_000_000_000))
    }

    package func advance(by step: Duration) {
        lock.withLock { time += step.wholeMicroseconds * 1000 }
    }

    package func wait(until instant: MonotonicInstant, bell: StopBell) {
        lock.withLock {
            waits.append(.nanoseconds(instant.nanoseconds - time))
            time = max(time, instant.nanoseconds)
        }
    }

    /// How long was waited, each time.
    package var waited: [Duration] { lock.withLock { waits } }
}
