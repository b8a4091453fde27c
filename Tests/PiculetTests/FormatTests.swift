import Foundation
import TestSupport
import Testing

/// Whatever cameras and recorders write: codecs, sizes, ranges, containers.
@Suite struct FormatTests {
    /// Name, size, FFmpeg's encoder arguments.
    static let formats: [(file: String, size: String, arguments: [String])] = [
        ("h264-frames.mp4", "640x360", ["-c:v", "libx264", "-bf", "2", "-g", "25"]),
        ("h264-full-range.mp4", "640x360", ["-c:v", "libx264", "-pix_fmt", "yuvj420p", "-g", "25"]),
        ("h265.mp4", "640x360", ["-c:v", "libx265", "-x265-params", "log-level=none:keyint=25", "-tag:v", "hvc1"]),
        (
            "h265-10-bit.mkv", "640x360",
            ["-c:v", "libx265", "-x265-params", "log-level=none:keyint=25", "-pix_fmt", "yuv420p10le"]
        ),
        ("odd-size.mkv", "321x181", ["-c:v", "libx264", "-pix_fmt", "yuv444p", "-g", "25"]),
        ("mpeg4.avi", "322x182", ["-c:v", "mpeg4", "-bf", "2", "-g", "25"]),
        ("msmpeg4.avi", "320x180", ["-c:v", "msmpeg4", "-g", "25"]),
        ("transport.ts", "640x360", ["-c:v", "libx264", "-g", "25"]),
        ("raw.h264", "640x360", ["-c:v", "libx264", "-g", "25"]),
        ("wide.mp4", "2560x720", ["-c:v", "libx264", "-preset", "ultrafast", "-g", "25"]),
        ("mjpeg.avi", "640x360", ["-c:v", "mjpeg"]),
        ("rgb.avi", "320x180", ["-c:v", "rawvideo", "-pix_fmt", "bgr24"]),
    ]

    @Test(arguments: formats.indices) func `it is decoded whole, by keyframes and by the second`(index: Int) throws {
        let format = Self.formats[index]
        let path = try TemporaryFolder.make().appending(path: format.file).path
        try Program.ffmpeg(["-f", "lavfi", "-i", "testsrc2=s=\(format.size):r=25:d=4"] + format.arguments + [path])
        let counted = try #require(try Program.countedPictures(path))
        #expect(counted == 100)
        // Where all pictures are keyframes, two a second are enough.
        let isIntra = ["mjpeg.avi", "rgb.avi"].contains(format.file)
        // This encoder closes its last group with a keyframe of its own.
        let keyframes = isIntra ? 9 : format.file == "mpeg4.avi" ? 5 : 4
        for (policy, looks) in [("full", 100), ("keyframes", keyframes), ("every 1s", 4)] {
            let outcome = try Program.run(["replay", path, "--decode", policy, "--format", "jsonl"])
            let summary = try #require(outcome.lines("summary").first, "\(outcome.errors)")
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(format.file) \(policy): \(outcome.errors)")
            #expect(summary["looked"] as? Int == looks, "\(format.file) \(policy): \(summary)")
            #expect(summary["damaged"] as? Int == 0, "\(format.file) \(policy)")
            let media = try #require(summary["media_s"] as? Double)
            #expect(policy != "full" || abs(media - 3.96) < 0.1, "\(format.file): \(media)")
        }
    }
}
