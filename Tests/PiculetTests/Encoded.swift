import Foundation
import TestSupport
import Testing

/// A film encoded anew in H.264, in a folder of its own.
enum Encoded {
    /// - Parameters:
    ///   - rate: the encoder's arguments for rate or quality.
    ///   - group: pictures from one keyframe to the next.
    static func film(
        _ source: String, name: String, size: String? = nil, rate: [String], group: Int
    ) throws -> String {
        let film = try TemporaryFolder.make().appending(path: name).path
        let ffmpeg = Process()
        ffmpeg.executableURL = URL(fileURLWithPath: "/usr/bin/ffmpeg")
        ffmpeg.arguments =
            ["-v", "error", "-i", source] + (size.map { ["-vf", "scale=\($0),setsar=1"] } ?? [])
            + ["-c:v", "libx264", "-preset", "veryfast"] + rate
            + ["-g", "\(group)", "-keyint_min", "\(group)", "-sc_threshold", "0", "-pix_fmt", "yuv420p", film]
        try ffmpeg.run()
        ffmpeg.waitUntilExit()
        #expect(ffmpeg.terminationStatus == 0)
        return film
    }
}
