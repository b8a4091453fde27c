import Cases
import Foundation
import Media
import TestSupport

/// The test source with a truth list: drawn cameras sent over the network at their own pace, watched or not. Numbered
/// things appear, each at a place of its own, in a grid of four by four; some leave again.
final class NumberedEvents {
    struct Event {
        let camera: String
        /// 0..<16, its place.
        let number: Int
        /// Seconds of the film.
        let appears: Double
        let leaves: Double

        /// As shares of the picture.
        var box: Box {
            Box(x: Double(number % 4) * 0.25 + 0.05, y: Double(number / 4) * 0.25 + 0.05, width: 0.15, height: 0.15)
        }
    }

    let events: [Event]
    let cameras: [String]
    private let ports: [Int]
    private let films: [String]
    private var senders: [Process] = []
    private(set) var began = ContinuousClock().now

    /// - Parameters:
    ///   - length: of the films, in seconds.
    ///   - first: nothing appears before.
    ///   - last: nothing appears after.
    init(cameras: Int, length: Double, first: Double, last: Double) throws {
        let names = (1...cameras).map { "numbered-\($0)" }
        self.cameras = names
        events = names.enumerated().flatMap { index, camera in
            (0..<16).map { turn in
                let share = (Double(turn) + Double(index) / Double(names.count)) / 16
                let appears = first + (last - first) * share
                // Two of three stay to the end; a third leaves after a while.
                return Event(
                    camera: camera, number: (turn * 7 + index) % 16, appears: appears,
                    leaves: turn % 3 == 2 ? appears + 15 : .infinity)
            }
        }
        ports = try names.map { _ in try Machine.freePort() }
        films = try Self.draw(events, of: names, length: length)
    }

    deinit { for sender in senders { kill(sender.processIdentifier, SIGKILL) } }

    private static func draw(_ events: [Event], of cameras: [String], length: Double) throws -> [String] {
        let folder = try TemporaryFolder.make()
        let ground = folder.appending(path: "ground.png").path
        try Machine.ffmpeg([
            "-f", "lavfi", "-i", "nullsrc=s=640x360,geq=lum='110+30*sin(X/17)*sin(Y/23)+random(1)*16':cb=128:cr=128",
            "-frames:v", "1", ground,
        ])
        return try cameras.map { camera in
            let boxes = events.filter { $0.camera == camera }.flatMap { event -> [String] in
                let (x, y) = (Int(event.box.x * 640), Int(event.box.y * 360))
                let when = "enable='between(t,\(event.appears),\(min(event.leaves, 1e6)))'"
                return [
                    "drawbox=x=\(x):y=\(y):w=96:h=54:c=0x283048:t=fill:\(when)",
                    "drawbox=x=\(x + 14):y=\(y + 10):w=68:h=14:c=0xe0d8c0:t=fill:\(when)",
                ]
            }
            let film = folder.appending(path: "\(camera).ts").path
            let filters = (["format=yuv420p", "loop=-1:1"] + boxes + ["noise=alls=5:allf=t"]).joined(separator: ",")
            try Machine.ffmpeg([
                "-framerate", "10", "-i", ground, "-vf", filters, "-t", "\(length)", "-c:v", "libx264", "-preset",
                "ultrafast", "-bf", "0", "-g", "10", "-b:v", "600k", film,
            ])
            return film
        }
    }

    func source(of camera: String) -> String {
        "udp://127.0.0.1:\(ports[cameras.firstIndex(of: camera) ?? 0])"
    }

    /// The films begin to play, whether somebody looks or not.
    func play() throws {
        for (film, port) in zip(films, ports) {
            let sender = Process()
            sender.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            sender.arguments = [
                "ffmpeg", "-v", "error", "-nostdin", "-re", "-i", film, "-c", "copy", "-f", "mpegts",
                "udp://127.0.0.1:\(port)?pkt_size=1316",
            ]
            sender.standardOutput = FileHandle.nullDevice
            sender.standardError = FileHandle.nullDevice
            try sender.run()
            senders.append(sender)
        }
        began = ContinuousClock().now
    }

    /// Seconds of the film that have been sent.
    var now: Double { (ContinuousClock().now - began).inSeconds }
}
