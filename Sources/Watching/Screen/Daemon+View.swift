import Board
import Cases
import Console
import Foundation
import Media
import Pipeline

/// What the console sees of the daemon.
package struct DaemonView: ConsoleSource {
    private let daemon: Daemon

    package init(daemon: Daemon) { self.daemon = daemon }

    package var board: Board { daemon.board }

    package func now() -> Int64 { daemon.clock.wall().milliseconds }

    package func figures() -> [CameraFigures] { daemon.figures }

    package func casePicture(_ number: String, marked: Bool) -> Data? {
        guard let record = daemon.keeper.open[CaseNumber(number)],
            let path = marked ? record.evidence.marked : record.evidence.original
        else { return nil }
        return FileManager.default.contents(atPath: daemon.store.locate(path).path)
    }

    package func cameraPicture(_ id: String) -> Data? {
        daemon.cameras.first { $0.plan.id == id }?.camera?.recentPicture()
    }

    package func metrics() -> String { Metrics(daemon).text }

    /// How many connections the console may have open: what the cameras leave of the descriptors.
    package func connections(of descriptors: Int) -> Int {
        Descriptors.connections(of: descriptors, cameras: daemon.cameras.count)
    }

    package func isHealthy() -> Bool { daemon.isHealthy }

    package func isReady() -> Bool { daemon.isReady }
}

extension WatchedCamera {
    /// As screens show it.
    var card: CameraCard { CameraCard(id: plan.id, name: plan.setup.name, source: "\(plan.address)", health: health) }
}

extension Daemon {
    /// What watching each camera took up to now.
    var figures: [CameraFigures] { cameras.compactMap { one in one.camera.map { CameraFigures($0) } } }
}

extension CameraFigures {
    fileprivate init(_ camera: LiveCamera) {
        let (policy, counters) = (camera.setup.policy, camera.counters)
        let looked = counters.lastLook.load(ordering: .relaxed)
        self.init(
            camera: camera.setup.id, lookedAt: looked > 0 ? looked : nil,
            policy: Words(zh: policy.nameZH, en: "\(policy)"), isBursting: counters.bursting.value > 0,
            stride: counters.stride.value, received: counters.packets.value, decoded: counters.decoded.value,
            looked: counters.looked.value, bytes: counters.bytes.value,
            cpuMilliseconds: counters.cpuMicroseconds.value / 1000, networkLooks: counters.networkLooks.value,
            networkMilliseconds: counters.networkMicroseconds.value / 1000,
            learnedHours: counters.learned.value < 0 ? nil : counters.learned.value / 3600)
    }
}
