import Foundation
import TestSupport

/// A real RTSP server with a password (GStreamer's), which can be killed, frozen and told to send rubbish.
final class RTSPServer {
    static let user = "viewer"
    static let password = "Gate-9x:k@t/Zq7"

    private(set) var port = 0
    private var process = Process()
    private let clip: String
    private let streams: [String]
    private let method: String

    /// - Parameter streams: what each path /stream0, /stream1, ... sends: good, garbage, wrong-codec, zero-pts, short.
    init(_ streams: [String], method: String = "digest") throws {
        (self.streams, self.method) = (streams, method)
        clip = try Self.clip.get()
        try start()
    }

    deinit { stop() }

    /// One second a group, no re-ordering, a delimiter before each picture, and a rustle as sensors have it.
    private static let clip = Result {
        let path = try TemporaryFolder.make().appending(path: "street.h264").path
        try Machine.ffmpeg([
            "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=10,noise=alls=12:allf=t", "-c:v", "libx264", "-bf", "0",
            "-g",
            "25", "-x264-params", "aud=1", "-preset", "ultrafast", "-b:v", "800k", path,
        ])
        return path
    }

    func start() throws {
        let output = try TemporaryFolder.make().appending(path: "output")
        try Data().write(to: output)
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments =
            [
                Machine.root.appending(path: "Tests/DaemonTests/Servers/rtsp_server.py").path, clip, "--port",
                "\(port)",
                "--password", Self.password, "--method", method,
            ] + streams
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        let clock = ContinuousClock()
        let end = clock.now + .seconds(20)
        while clock.now < end {
            let text = try String(contentsOf: output, encoding: .utf8)
            if let match = text.firstMatch(of: /ready (\d+)/), let found = Int(match.1) {
                port = found
                return
            }
            usleep(50_000)
        }
        throw Machine.Failure(description: "the RTSP server does not start")
    }

    func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGCONT)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func freeze() { kill(process.processIdentifier, SIGSTOP) }
    func thaw() { kill(process.processIdentifier, SIGCONT) }

    /// The source of a camera, the password as a variable.
    func source(_ index: Int, password: String = "GATE_PASSWORD") -> String {
        "rtsp://\(Self.user):${\(password)}@127.0.0.1:\(port)/stream\(index)"
    }

    static let isHere =
        FileManager.default.fileExists(
            atPath: "/usr/lib/x86_64-linux-gnu/girepository-1.0/GstRtspServer-1.0.typelib")
        || !(((try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []).filter {
            FileManager.default.fileExists(atPath: "/usr/lib/\($0)/girepository-1.0/GstRtspServer-1.0.typelib")
        }.isEmpty)
}
