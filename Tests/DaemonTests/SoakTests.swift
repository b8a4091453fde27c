import Foundation
import Testing

extension Alone {
    /// A city's worth of cameras in one process. Half a minute in each test run; PICULET_SOAK=full takes the five minutes.
    @Suite(.enabled(if: RTSPServer.isHere, "gir1.2-gst-rtsp-server-1.0 is not installed"))
    struct Soak {
        private static let time =
            ProcessInfo.processInfo.environment["PICULET_SOAK"] == "full" ? Duration.seconds(300) : .seconds(30)
        private static let files = 480
        private static let streams = 20

        @Test func `500 cameras start, run and stop, each in 5 MB beyond its ring`() throws {
            let clip = try Clips.street.get()
            let server = try RTSPServer([String](repeating: "good", count: Self.streams))
            let street =
                "zones: [{id: all, kind: pavement, polygon: [[0,0],[1,0],[1,1],[0,1]]}], algorithms: [{use: street-stall}, {use: crowd}]"
            let cameras =
                (0..<Self.files).map { "  - {id: file-\($0), source: \"\(clip)\", \(street)}\n" }
                + (0..<Self.streams).map { "  - {id: rtsp-\($0), source: \"\(server.source($0))\", \(street)}\n" }
            let none = try RunningDaemon("cameras: []\n")
            let bare = try none.metric("process_resident_bytes")
            #expect(none.end() == 0)

            let daemon = try RunningDaemon(
                "cameras:\n" + cameras.joined(), secrets: ["GATE_PASSWORD": RTSPServer.password])
            try daemon.wait(within: .seconds(120), for: "all cameras live") {
                try daemon.metric("cameras{state=\"live\"}") == Double(cameras.count)
            }
            let clock = ContinuousClock()
            let began = clock.now
            let cpuBefore = try cpu(daemon)
            let (packets, dropped) = (try sum("packets_total", daemon), try sum("dropped_total", daemon))
            // The ring empties at each seam and what it freed stays with the process: peaks are compared.
            var (most, mostRing) = (0.0, 0.0)
            try daemon.wait(within: Self.time + .seconds(30), for: "the end of the time") {
                most = max(most, try daemon.metric("process_resident_bytes"))
                mostRing = max(mostRing, try sum("ring_bytes", daemon))
                sleep(1)
                return clock.now - began > Self.time
            }
            let seconds = (clock.now - began).inSeconds
            let each = (most - mostRing - bare) / Double(cameras.count)
            let looks = try sum("looked_total", daemon)
            print(
                """
                \(cameras.count) cameras for \(Int(seconds)) s: \(Int(each / 1000)) KB a camera beyond its ring \
                (ring \(Int(mostRing / Double(cameras.count) / 1000)) KB), \
                \(try cpu(daemon) - cpuBefore) CPU s, \((try sum("packets_total", daemon) - packets) / seconds) packets a second, \
                \(looks) looks, \(try sum("dropped_total", daemon) - dropped) dropped, \
                \(Int(try daemon.metric("process_threads"))) threads
                """)
            #expect(each < 5_000_000)
            #expect(try daemon.metric("cameras{state=\"live\"}") == Double(cameras.count))
            let text = String(decoding: try daemon.get("/metrics").body, as: UTF8.self)
            #expect(text.matches(of: /(?m)^piculet_looked_total\{[^}]*\} 0$/).isEmpty, "every camera was looked at")
            #expect(try daemon.get("/healthz").status == 200)
            try daemon.expectNoSecret()
            let ends = clock.now
            #expect(daemon.end() == 0)
            #expect(clock.now - ends < .seconds(5))
            #expect(daemon.lines("left behind").isEmpty)
        }

        private func cpu(_ daemon: RunningDaemon) throws -> Double { try daemon.metric("process_cpu_seconds_total") }

        private func sum(_ name: String, _ daemon: RunningDaemon) throws -> Double {
            String(decoding: try daemon.get("/metrics").body, as: UTF8.self).split(separator: "\n")
                .filter { $0.hasPrefix("piculet_\(name){") }
                .reduce(0) { $0 + (Double($1.split(separator: " ").last ?? "") ?? 0) }
        }
    }
}
