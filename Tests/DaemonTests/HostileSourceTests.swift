import Foundation
import TestSupport
import Testing

extension Alone {
    /// Cameras that want all the memory there is: Servers/hostile_source.py.
    @Suite struct HostileSources {
        private static let overRTSP = [
            "sdp-length", "sdp-large", "headers", "header-line", "streams", "redirect", "slow", "fragments",
            "small-fragments", "picture-first",
        ]
        private static let overHTTP = [
            "playlist.m3u8", "variants.m3u8", "segment.m3u8", "elsewhere.m3u8", "sent-away.m3u8", "redirect.m3u8",
            "slow.m3u8", "headers.m3u8", "cookies.m3u8", "emptied.m3u8", "tag.flv", "rubbish.flv",
        ]
        private static let mostBytes = 400_000_000

        /// All at once is harder than one after another.
        @Test
        func `under each hostile source memory stays below 400 MB, the good camera loses no look, the source is known`()
            throws
        {
            let clip = try Clips.small.get()
            let raw = try TemporaryFolder.make().appending(path: "small.h264").path
            try Machine.ffmpeg(["-i", clip, "-c", "copy", raw])
            let server = try Server([
                "/usr/bin/python3", Machine.root.appending(path: "Tests/DaemonTests/Servers/hostile_source.py").path,
                raw,
            ])
            let (port, udp) = (try server.port(/ready (\d+)/), try server.port(/ready \d+ (\d+)/))
            let sources =
                Self.overRTSP.map { ($0, "rtsp://127.0.0.1:\(port)/\($0)") }
                + Self.overHTTP.map { ($0.replacing(".", with: "-"), "http://127.0.0.1:\(port)/\($0)") }
                + [("programmes", "udp://127.0.0.1:\(udp)")]
            let daemon = try RunningDaemon(
                "cameras:\n  - {id: good, source: \"\(clip)\"}\n"
                    + sources.map { "  - {id: \($0.0), source: \"\($0.1)\"}\n" }.joined())
            try daemon.wait(within: .seconds(60), for: "a health event of each") {
                let shown = try daemon.json("/api/state")["events"] as? [[String: Any]] ?? []
                let faulty = Set(shown.filter { $0["isFault"] as? Bool == true }.compactMap { $0["camera"] as? String })
                return sources.allSatisfy { faulty.contains($0.0) }
            }
            let most = Machine.peakBytes(of: daemon.identifier)
            print("the largest memory was \(most / 1_000_000) MB")
            #expect(most < Self.mostBytes)
            for (camera, words) in [
                ("fragments", "sends on and on"), ("small-fragments", "sends on and on"),
                ("headers", "sends on and on"),
                ("sdp-large", "answer is too long"), ("streams", "answer is too long"),
                ("playlist-m3u8", "playlist is too long"), ("variants-m3u8", "too many addresses"),
                ("elsewhere-m3u8", "leads to the host 'localhost'"),
                ("sent-away-m3u8", "leads to the host 'localhost'"),
                ("cookies-m3u8", "answer is too long"), ("rubbish-flv", "sends on and on"),
                ("slow", "does not answer in time"),
            ] {
                #expect(!daemon.lines("camera=\(camera) ", words).isEmpty, "\(camera)")
            }
            let good = "{camera=\"good\"}"
            let (keyframes, looked) = (try daemon.metric("keyframes_total\(good)"), try daemon.looked("good"))
            #expect(looked >= 5 && Int(keyframes) - looked <= 1)
            #expect(try daemon.metric("dropped_total\(good)") == 0 && daemon.metric("thinned_total\(good)") == 0)
            #expect(try daemon.state("good") == "live")
            #expect(daemon.end() == 0)
        }
    }
}
