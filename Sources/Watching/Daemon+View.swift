import Cases
import CityAlgorithms
import Console
import Foundation
import Media
import Pipeline

/// What the console sees of the daemon.
package struct DaemonView: ConsoleSource {
    private let daemon: Daemon

    package init(daemon: Daemon) { self.daemon = daemon }

    package func now() -> Int64 { daemon.clock.wall().milliseconds }

    package func state() -> ConsoleState {
        let (cases, events, _) = daemon.keeper.shown
        let calendars = daemon.keeper.calendars
        let open = Dictionary(grouping: cases, by: \.camera).mapValues(\.count)
        let cameras = daemon.cameras.map { one in
            let looked = one.camera?.counters.lastLook.load(ordering: .relaxed) ?? 0
            return ConsoleState.Camera(
                id: one.plan.id, name: one.plan.setup.name, source: "\(one.plan.address)",
                health: one.health, lookedAt: looked > 0 ? looked : nil,
                openCases: open[one.plan.id] ?? 0, work: one.camera.map { Self.work(of: $0) })
        }
        return ConsoleState(
            timeZone: daemon.timeZone.identifier,
            cases: cases.map { ConsoleState.Case($0, calendars, daemon.catalog) }, cameras: cameras,
            events: events.filter { $0.state != .connecting }.map { ConsoleState.Event($0) },
            alarms: daemon.alarms.shown)
    }

    private static func work(of camera: LiveCamera) -> ConsoleState.Work {
        let counters = camera.counters
        return ConsoleState.Work(
            policy: camera.setup.policy, isBursting: counters.bursting.value > 0, stride: counters.stride.value,
            received: counters.packets.value,
            decoded: counters.decoded.value, looked: counters.looked.value, bytes: counters.bytes.value,
            cpuMilliseconds: counters.cpuMicroseconds.value / 1000)
    }

    package func casePicture(_ number: String, marked: Bool) -> Data? {
        guard let record = daemon.keeper.shown.cases.first(where: { $0.number.description == number }),
            let path = marked ? record.evidence.marked : record.evidence.original
        else { return nil }
        return FileManager.default.contents(atPath: daemon.store.locate(path).path)
    }

    package func cameraPicture(_ id: String) -> Data? {
        daemon.cameras.first { $0.plan.id == id }?.camera?.recentPicture()
    }

    package func metrics() -> String { Metrics(daemon).text }

    package func isHealthy() -> Bool { daemon.isHealthy }

    package func isReady() -> Bool { daemon.isReady }
}
