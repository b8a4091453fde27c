import Foundation
import TestSupport

/// A film encoded anew in H.264, in a folder of its own.
enum Encoded {
    /// - Parameters:
    ///   - rate: the encoder's arguments for rate or quality.
    ///   - group: pictures from one keyframe to the next.
    static func film(
        _ source: String, name: String, size: String? = nil, rate: [String], group: Int
    ) throws -> String {
        let film = try TemporaryFolder.make().appending(path: name).path
        let scaled = size.map { ["-vf", "scale=\($0),setsar=1"] } ?? []
        try Program.ffmpeg(
            ["-i", source] + scaled + ["-c:v", "libx264", "-preset", "veryfast"] + rate
                + ["-g", "\(group)", "-keyint_min", "\(group)", "-sc_threshold", "0", "-pix_fmt", "yuv420p", film])
        return film
    }
}
