import Media
import Synchronization

/// What a camera did since the daemon started; written by its queues, read by whoever asks.
package final class CameraCounters: Sendable {
    package let packets = Atomic<Int>(0)
    package let keyframes = Atomic<Int>(0)
    package let bytes = Atomic<Int>(0)
    package let decoded = Atomic<Int>(0)
    package let damaged = Atomic<Int>(0)
    package let looked = Atomic<Int>(0)
    /// Looks that were judged in part only: a network gave no answer.
    package let unsupplied = Atomic<Int>(0)
    /// How often a network looked, and the CPU that took; it is part of the camera's.
    package let networkLooks = Atomic<Int>(0)
    /// Over how many seconds it learned what is usual (`UsualLook`); -1: there is nothing to learn.
    package let learned = Atomic<Int>(-1)
    package let networkMicroseconds = Atomic<Int>(0)
    package let dropped = Atomic<Int>(0)
    /// Packets of groups that became too long to be held until a look was due.
    package let givenUp = Atomic<Int>(0)
    package let reconnects = Atomic<Int>(0)
    package let stalls = Atomic<Int>(0)
    package let hits = Atomic<Int>(0)
    package let cases = Atomic<Int>(0)
    /// Packets on their way to the decoder.
    package let queued = Atomic<Int>(0)
    /// 1 while every picture is decoded because something moves.
    package let bursting = Atomic<Int>(0)
    package let bursts = Atomic<Int>(0)
    package let ringBytes = Atomic<Int>(0)
    package let cpuMicroseconds = Atomic<Int>(0)
    /// Packets of groups left out because the machine cannot keep up.
    package let thinned = Atomic<Int>(0)
    /// Of how many groups one is looked at, as the load allows.
    package let stride = Atomic<Int>(1)
    /// How long it took at most from a packet's coming to the end of its look, since this was last set to 0.
    package let waitMilliseconds = Atomic<Int>(0)
    /// How much moves there, in thousandths of the picture; a thousand more while something is under way.
    package let activity = Atomic<Int>(0)
    /// Wall time in milliseconds; 0: never.
    package let lastLook = Atomic<Int64>(0)

    package init() {}

    func noteWait(_ wait: Duration) {
        waitMilliseconds.max(Int(wait.wholeMicroseconds / 1000), ordering: .relaxed)
    }

    func charge(networks: (count: Int, time: Duration)) {
        guard networks.count > 0 else { return }
        networkLooks.add(networks.count, ordering: .relaxed)
        networkMicroseconds.add(Int(networks.time.wholeMicroseconds), ordering: .relaxed)
    }

    func charge(_ time: Duration) {
        cpuMicroseconds.add(Int(time.wholeMicroseconds), ordering: .relaxed)
    }
}

extension Atomic where Value == Int {
    func increment() { add(1, ordering: .relaxed) }

    package var value: Int { load(ordering: .relaxed) }
}
