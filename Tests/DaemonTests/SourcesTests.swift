import Foundation
import TestSupport
import Testing

extension Together {
    /// Every kind of source but RTSP, which has tests of its own.
    @Suite struct Sources {
        @Test func `HTTP-FLV, HLS, UDP, a looped file and drawn test pictures are all watched`() async throws {
            let clip = try Clips.small.get()
            let (flvPort, udpPort) = (try Machine.freePort(), try Machine.freePort())
            let folder = try TemporaryFolder.make()
            let sending = ["ffmpeg", "-v", "error", "-nostdin", "-re", "-stream_loop", "-1", "-i", clip, "-c", "copy"]
            let flv = try Server(sending + ["-f", "flv", "-listen", "1", "http://127.0.0.1:\(flvPort)/live.flv"])
            let udp = try Server(sending + ["-f", "mpegts", "udp://127.0.0.1:\(udpPort)?pkt_size=1316"])
            let hls = try Server(
                sending + [
                    "-f", "hls", "-hls_time", "1", "-hls_list_size", "4", "-hls_flags", "delete_segments",
                    folder.appending(path: "live.m3u8").path,
                ])
            let files = try Server([
                "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path,
            ])
            try hls.wait { FileManager.default.fileExists(atPath: folder.appending(path: "live.m3u8").path) }
            let hlsPort = try files.port(/port (\d+)/)
            let daemon = try RunningDaemon(
                """
                cameras:
                  - {id: flv, source: "http://127.0.0.1:\(flvPort)/live.flv"}
                  - {id: hls, source: "http://127.0.0.1:\(hlsPort)/live.m3u8"}
                  - {id: udp, source: "udp://127.0.0.1:\(udpPort)"}
                  - {id: file, source: "\(clip)"}
                  - {id: drawn, source: "lavfi:testsrc2=s=320x180:r=10", decode: full}

                """)
            for camera in ["flv", "hls", "udp", "file", "drawn"] {
                try await daemon.wait(within: .seconds(30), for: "looks of \(camera)") {
                    try daemon.looked(camera) >= 5
                }
                #expect(try daemon.state(camera) == "live")
                #expect(try daemon.get("/api/cameras/\(camera)/look.jpg").status == 200, "\(camera)")
            }
            #expect(try daemon.metric("reconnects_total{camera=\"hls\"}") == 0)
            // Its only viewer leaves, and comes again.
            flv.end()
            try await daemon.waitForState("offline", of: "flv", within: .seconds(20))
            #expect(daemon.end() == 0)
            withExtendedLifetime((udp, hls)) {}
        }

        @Test func `the picture is the stream that cameras send, wherever it stands among others`() throws {
            let folder = try TemporaryFolder.make()
            let source = [
                "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=4", "-f", "lavfi", "-i", "testsrc=s=160x90:r=10:d=4",
            ]
            let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n%.ts\n#EXT-X-ENDLIST\n"
            for (name, streams) in [
                ("two", ["-map", "1:v", "-map", "0:v", "-c:v:0", "mpeg2video", "-c:v:1", "libx264", "-bf", "0"]),
                ("wrong", ["-map", "1:v", "-c:v", "mpeg2video"]),
            ] {
                try Machine.ffmpeg(source + streams + ["-f", "mpegts", folder.appending(path: "\(name).ts").path])
                try Data(playlist.replacing("%", with: name).utf8).write(to: folder.appending(path: "\(name).m3u8"))
            }
            let files = try Server([
                "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path,
            ])
            let port = try files.port(/port (\d+)/)
            let file = folder.appending(path: "piculet.yaml")
            try Data(
                """
                cameras:
                  - {id: two, source: "http://127.0.0.1:\(port)/two.m3u8"}
                  - {id: wrong, source: "http://127.0.0.1:\(port)/wrong.m3u8"}

                """.utf8
            ).write(to: file)
            let probed = try Machine.run([Machine.program, "check", "--config", file.path, "--probe"])
            #expect(probed.output.contains("camera 'two': h264 320 x 180"), "\(probed.output)")
            #expect(probed.output.contains("camera 'wrong': its codec is 'mpeg2video'"), "\(probed.output)")
        }
    }
}

/// A program that serves until it is let go.
final class Server {
    private let process = Process()
    private let output: URL

    init(_ arguments: [String]) throws {
        output = try TemporaryFolder.make().appending(path: "output")
        try Data().write(to: output)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Waits until it serves.
    func wait(_ isReady: () throws -> Bool) throws {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(20)
        while clock.now < end {
            if try isReady() { return }
            usleep(50_000)
        }
        throw Machine.Failure(description: "\(process.arguments?.first ?? "") does not serve")
    }

    /// The port that it says it listens on.
    func port(_ pattern: Regex<(Substring, Substring)>) throws -> Int {
        var port = 0
        try wait {
            port = try String(contentsOf: output, encoding: .utf8).firstMatch(of: pattern).flatMap { Int($0.1) } ?? 0
            return port > 0
        }
        return port
    }

    func end() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { end() }
}
