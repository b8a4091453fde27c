import Foundation
import Media
import Pipeline
import Synchronization

/// The daemon's figures as Prometheus text (exposition format 0.0.4).
struct Metrics {
    private let daemon: Daemon

    init(_ daemon: Daemon) { self.daemon = daemon }

    private static let counters: [(name: String, help: String, value: @Sendable (CameraCounters) -> Double)] = [
        ("packets_total", "Packets read.", { Double($0.packets.value) }),
        ("keyframes_total", "Keyframes read.", { Double($0.keyframes.value) }),
        ("bytes_total", "Bytes read.", { Double($0.bytes.value) }),
        ("decoded_total", "Pictures decoded.", { Double($0.decoded.value) }),
        ("looked_total", "Pictures analysed.", { Double($0.looked.value) }),
        (
            "unsupplied_total", "Pictures that were judged in part only: a network gave no answer.",
            { Double($0.unsupplied.value) }
        ),
        (
            "network_looks_total", "Pictures that a network looked at.", { Double($0.networkLooks.value) }
        ),
        (
            "network_cpu_seconds_total", "CPU that networks took, part of the camera's.",
            { Double($0.networkMicroseconds.value) / 1e6 }
        ),
        ("dropped_total", "Packets dropped for want of room before the decoder.", { Double($0.dropped.value) }),
        ("thinned_total", "Packets left out because the machine cannot keep up.", { Double($0.thinned.value) }),
        (
            "given_up_total", "Packets of groups too long to be held until a look was due.",
            { Double($0.givenUp.value) }
        ),
        ("damaged_total", "Packets that could not be decoded.", { Double($0.damaged.value) }),
        ("reconnects_total", "Attempts to connect after the first.", { Double($0.reconnects.value) }),
        ("bursts_total", "Times that every picture was decoded because something moved.", { Double($0.bursts.value) }),
        ("stalls_total", "Times that nothing came though the connection stood.", { Double($0.stalls.value) }),
        ("hits_total", "Hits.", { Double($0.hits.value) }),
        ("cases_total", "Incidents that asked for a case.", { Double($0.cases.value) }),
        ("cpu_seconds_total", "CPU time of reading, decoding and looking.", { Double($0.cpuMicroseconds.value) / 1e6 }),
    ]

    private static let gauges: [(name: String, help: String, value: @Sendable (CameraCounters) -> Double)] = [
        ("queued_packets", "Packets on their way to the decoder.", { Double($0.queued.value) }),
        ("bursting", "1 while every picture is decoded because something moves.", { Double($0.bursting.value) }),
        (
            "stride", "Of how many groups of pictures one is looked at; above 1: the machine cannot keep up.",
            { Double($0.stride.value) }
        ),
        ("ring_bytes", "Bytes of the last groups of pictures in memory.", { Double($0.ringBytes.value) }),
        (
            "last_look_timestamp_seconds", "Wall time of the last look; 0: none yet.",
            { Double($0.lastLook.load(ordering: .relaxed)) / 1000 }
        ),
    ]

    var text: String {
        let cameras = daemon.cameras
        var lines: [String] = []
        func family(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: Double)]) {
            lines += MetricFamily(name, type, help, samples).lines
        }
        for (kind, list) in [("counter", Self.counters), ("gauge", Self.gauges)] {
            for (name, help, value) in list {
                family(
                    name, kind, help,
                    cameras.compactMap { one in one.camera.map { ("camera=\"\(one.plan.id)\"", value($0.counters)) } })
            }
        }
        family(
            "usual_learned_hours", "gauge",
            "Over how long a camera learned what its place usually looks like; it counts from 24 on.",
            cameras.compactMap { one in
                one.camera.flatMap { $0.counters.learned.value < 0 ? nil : $0.counters.learned.value }
                    .map { ("camera=\"\(one.plan.id)\"", Double($0) / 3600) }
            })
        let states = cameras.map { one in (one.plan.id, one.health) }
        family(
            "camera_state", "gauge", "1 for the state that a camera is in.",
            states.map { ("camera=\"\($0)\",state=\"\($1.state.rawValue)\"", 1) })
        family(
            "camera_policy", "gauge", "1 for the policy by which a camera's pictures are decoded.",
            cameras.map { ("camera=\"\($0.plan.id)\",policy=\"\($0.plan.setup.policy)\"", 1) })
        family(
            "camera_state_since_timestamp_seconds", "gauge", "Wall time since which a camera is in its state.",
            states.map { ("camera=\"\($0)\",state=\"\($1.state.rawValue)\"", Double($1.from.milliseconds) / 1000) })
        family(
            "cameras", "gauge", "Cameras by state.",
            HealthState.allCases.map { state in
                ("state=\"\(state.rawValue)\"", Double(states.count { $0.1.state == state }))
            })
        family("open_cases", "gauge", "Cases that wait for somebody.", [("", Double(daemon.board.openCases))])
        family(
            "longest_wait_seconds", "gauge",
            "The longest from a packet's coming to the end of its look, of the last ten seconds.",
            [("", Double(daemon.longestWait.load(ordering: .relaxed)) / 1000)])
        family("store_waiting", "gauge", "Writes that wait for the store.", [("", Double(daemon.keeper.waitingWrites))])
        family("alarm", "gauge", "1 for each alarm that lasts.", daemon.alarms.names.map { ("alarm=\"\($0)\"", 1) })
        lines += MetricFamily.accuracy(daemon.keeper.accuracy).flatMap(\.lines)
        lines += MetricFamily.modes(daemon.keeper.modes).lines
        let process = ProcessFigures.now()
        family("process_resident_bytes", "gauge", "Memory of the process.", [("", process.residentBytes)])
        family("process_cpu_seconds_total", "counter", "CPU time of the process.", [("", process.cpuSeconds)])
        family("process_threads", "gauge", "Threads of the process.", [("", process.threads)])
        return lines.joined(separator: "\n") + "\n"
    }
}

/// What the kernel says of this process (proc(5)).
private struct ProcessFigures {
    let residentBytes: Double
    let cpuSeconds: Double
    let threads: Double

    static func now() -> ProcessFigures {
        func file(_ name: String) -> String {
            (FileManager.default.contents(atPath: "/proc/self/\(name)")).map { String(decoding: $0, as: UTF8.self) }
                ?? ""
        }
        let pages = file("statm").split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
        let threads =
            file("status").split(separator: "\n").first { $0.hasPrefix("Threads:") }?
            .split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) } ?? 0
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return ProcessFigures(
            residentBytes: pages * Double(sysconf(Int32(_SC_PAGESIZE))),
            cpuSeconds: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9, threads: threads)
    }
}
