import Media
import Pipeline

/// Asks the cameras each second whether their packets wait, and has the quietest looked at less often while they do.
struct LoadWatch {
    private var governor = LoadGovernor()
    private var dropped: [String: Int] = [:]
    private var ticks = 0
    /// While hundreds of cameras connect at once, all first pictures wait for one another: that is no overload.
    private static let startingTicks = 30
    /// Of the last ten seconds, in milliseconds.
    private var waits: [Int] = []
    var longestWait: Int { waits.max() ?? 0 }

    /// On the main thread.
    mutating func tick(_ cameras: [LiveCamera], alarms: Alarms, at now: WallTime) {
        var (wait, lost) = (0, 0)
        for camera in cameras {
            wait = max(wait, camera.counters.waitMilliseconds.exchange(0, ordering: .relaxed))
            let count = camera.counters.dropped.value
            lost += count - (dropped[camera.setup.id] ?? count)
            dropped[camera.setup.id] = count
        }
        waits.append(wait)
        if waits.count > 10 { waits.removeFirst() }
        ticks += 1
        guard ticks > Self.startingTicks else { return }
        let strides = governor.decide(
            wait: .milliseconds(wait), dropped: lost,
            cameras: cameras.map { .init(id: $0.setup.id, activity: $0.activity) })
        for camera in cameras { camera.counters.stride.store(strides[camera.setup.id] ?? 1, ordering: .relaxed) }
        if governor.isThinning {
            alarms.raise(.overloaded, at: now)
        } else {
            alarms.settle(.overloaded)
        }
    }
}
