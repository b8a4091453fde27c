/// A moment of this process: nanoseconds of a clock that never steps. Comparable within one process only.
package struct MonotonicInstant: Comparable, Hashable, Sendable {
    package var nanoseconds: Int64

    package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    package static func < (left: MonotonicInstant, right: MonotonicInstant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package static func - (left: MonotonicInstant, right: MonotonicInstant) -> Duration {
        .nanoseconds(left.nanoseconds.subtractingAtMost(right.nanoseconds))
    }

    package static func + (left: MonotonicInstant, right: Duration) -> MonotonicInstant {
        MonotonicInstant(nanoseconds: left.nanoseconds.addingAtMost(right.wholeMicroseconds.multipliedAtMost(by: 1000)))
    }
}
