import CityAlgorithms
import Media
import Scene

/// What a camera learns of its place by itself, and keeps over a restart.
extension CameraState {
    /// A memory is of use for twenty minutes, and a file of a third of a megabyte.
    private static let betweenMemories = Duration.seconds(10 * 60)

    /// What is under way comes up slowly and leaves slowly: for so long nothing must have been, before a look is usual.
    private static let quietBeforeLearning = Duration.seconds(3600)

    /// From a look of its networks at a place where nothing is the matter.
    func learn(_ index: Int, _ look: Look) {
        guard watchers[index].algorithm.usual != nil else { return }
        // Whether its rule watches at this hour or not.
        let leave = watchers[index].rule.terms.leave
        let isMatter = observations.contains { $0.measure >= leave } || watchers[index].incidents.hasOpen
        guard !isMatter, let quietSince = watchers[index].quietSince else {
            watchers[index].quietSince = look.at
            return
        }
        guard look.at - quietSince >= Self.quietBeforeLearning,
            watchers[index].needs.networks.contains(where: { look.lookedAt($0) == look.at })
        else { return }
        watchers[index].algorithm.learnUsual()
    }

    /// Goes on with what was learned of zones that are drawn as they were then.
    func recall(_ usual: [CameraMemory.Usual]) {
        for index in watchers.indices {
            let its = usual.first {
                $0.algorithm == watchers[index].profile.id && $0.zone == watchers[index].zone.id
                    && $0.polygon == watchers[index].zone.polygon
            }
            if let its { watchers[index].algorithm.recall(its.look) }
        }
    }

    /// Over how long it learned what is usual, of several zones the least; nil: there is nothing to learn.
    var learnedFor: Duration? { watchers.lazy.compactMap { $0.algorithm.usual?.learnedFor }.min() }

    /// What is to be kept for a restart, once in ten minutes; nil in between, and while the place is learnt.
    package func memoryWorthKeeping(at now: MediaTime) -> CameraMemory? {
        if let keptAt, now - keptAt < Self.betweenMemories { return nil }
        let memory = memoryNow
        guard memory.scene != nil else { return nil }
        keptAt = now
        return memory
    }

    /// What is to be kept when the camera is watched no longer.
    package var memoryNow: CameraMemory {
        CameraMemory(
            scene: scene?.memory,
            usual: watchers.compactMap { watcher in
                watcher.algorithm.usual.map {
                    .init(
                        algorithm: watcher.profile.id, zone: watcher.zone.id, polygon: watcher.zone.polygon, look: $0)
                }
            })
    }
}
