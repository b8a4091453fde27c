import Media
import Pipeline

/// Asks the cameras each second whether their packets wait, and has the quietest looked at less often while they do.
struct LoadWatch {
    private var governor = LoadGovernor()
    private var dropped: [String: Int] = [:]
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
        let strides = governor.decide(
            wait: .milliseconds(wait), dropped: lost,
            cameras: cameras.map { .init(id: $0.setup.id, activity: $0.activity) })
        waits.append(wait)
        if waits.count > 10 { waits.removeFirst() }
        for camera in cameras { camera.counters.stride.store(strides[camera.setup.id] ?? 1, ordering: .relaxed) }
        if governor.isThinning {
            alarms.raise(.overloaded, at: now)
        } else {
            alarms.settle(.overloaded)
        }
    }
}
