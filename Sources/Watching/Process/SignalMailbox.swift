import Foundation

/// The signals that steer the daemon, taken one by one on the main thread. Made before any other thread, so that none
/// of them is interrupted.
package struct SignalMailbox {
    package enum Letter {
        case stop, reload
        /// A second passed without any.
        case tick
    }

    private var signals = sigset_t()

    package init() {
        unsafe sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        // A page that was closed is no reason to end.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits for a signal, at most a second.
    package mutating func next() -> Letter {
        var second = timespec(tv_sec: 1, tv_nsec: 0)
        return switch unsafe sigtimedwait(&signals, nil, &second) {
        case SIGTERM, SIGINT: .stop
        case SIGHUP: .reload
        default: .tick
        }
    }
}
