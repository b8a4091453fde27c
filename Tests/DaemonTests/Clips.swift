import Foundation
import TestSupport

/// Films that the tests draw themselves.
enum Clips {
    /// Ten seconds of moving figures with a rustle as sensors have it, 320 x 180, 10 pictures and one group a second, no
    /// re-ordering.
    static let small = Result { try draw("small.mp4", size: "320x180", rate: 10, seconds: 10, group: 10, bits: "300k") }

    /// As small street cameras send them: 25 pictures a second, a group in two seconds.
    static let street = Result {
        try draw("street.mp4", size: "1280x720", rate: 25, seconds: 20, group: 50, bits: "1500k")
    }

    /// So much that no core decodes it in time.
    static let heavy = Result { try draw("heavy.mp4", size: "3840x2160", rate: 30, seconds: 4, group: 30, bits: "60M") }

    static func draw(
        _ name: String, size: String, rate: Int, seconds: Int, group: Int, bits: String
    ) throws -> String {
        let file = try TemporaryFolder.make().appending(path: name).path
        try Machine.ffmpeg([
            "-f", "lavfi", "-i", "testsrc2=s=\(size):r=\(rate):d=\(seconds),noise=alls=12:allf=t", "-c:v", "libx264",
            "-bf", "0",
            "-g", "\(group)", "-preset", "ultrafast", "-b:v", bits, "-pix_fmt", "yuv420p", file,
        ])
        return file
    }
}
