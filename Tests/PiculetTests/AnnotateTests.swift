import Foundation
import TestSupport
import Testing

/// `piculet replay --annotate`: what it writes, and that it changes nothing else.
@Suite struct AnnotateTests {
    private static let stall = Program.root.appending(path: "samples/stall.mp4").path
    private static let configuration = Program.root.appending(path: "samples/piculet.yaml").path

    private func replay(_ more: [String], _ videos: [String] = [stall]) throws -> Program.Outcome {
        try Program.run(["replay"] + videos + ["--config", Self.configuration, "--format", "jsonl"] + more)
    }

    private func probe(_ path: String) throws -> [String] {
        let entries = "stream=codec_name,width,height,pix_fmt,color_range"
        return try Program.run(
            "/usr/bin/env",
            ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", entries, "-of", "csv=p=0", path]
        ).output.split(whereSeparator: { ",\n".contains($0) }).map(String.init)
    }

    /// In milliseconds.
    private func times(_ path: String) throws -> [Int] {
        try Program.run(
            "/usr/bin/env",
            ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "frame=pts_time", "-of", "csv=p=0"]
                + [path]
        ).output.split(whereSeparator: { ",\n".contains($0) }).compactMap(Double.init)
            .map { Int(($0 * 1000).rounded()) }
    }

    @Test(arguments: ["full", "every 1s", "keyframes"])
    func `a film has a picture for each look, and the lines stay byte for byte`(policy: String) throws {
        let film = try TemporaryFolder.make().appending(path: "film.mp4").path
        let plain = try replay(["--decode", policy])
        let annotated = try replay(["--decode", policy, "--annotate", film])
        #expect(plain.status == 0 && annotated.status == 0, "\(annotated.errors)")
        #expect(annotated.timeless == plain.timeless && annotated.errors == plain.errors)
        let looked = try #require(annotated.lines("summary").first?["looked"] as? Int)
        #expect(try Program.countedPictures(film) == looked)
        #expect(policy == "keyframes" || !annotated.lines("hit").isEmpty)
        #expect(try probe(film) == ["h264", "960", "648", "yuv420p", "tv"])
        // Twelve and a half pictures a second, each at its own time.
        let times = try times(film)
        switch policy {
        case "full": #expect(times.prefix(4) == [0, 80, 160, 240] && times.count == 750)
        case "every 1s": #expect(zip(times, times.dropFirst()).allSatisfy { (960...1040).contains($1 - $0) })
        default: #expect(times.count == (try keyframes()), "\(times)")
        }
    }

    private func keyframes() throws -> Int {
        let packets = try Program.run(
            "/usr/bin/env",
            ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=flags", "-of", "csv=p=0"]
                + [Self.stall])
        return packets.output.split(separator: "\n").count { $0.contains("K") }
    }

    @Test func `several videos go into a folder, each under its name`() throws {
        let folder = try TemporaryFolder.make().appending(path: "films")
        let quiet = Program.root.appending(path: "samples/quiet.mp4").path
        let told = try replay(
            ["--decode", "keyframes", "--jobs", "2", "--annotate", folder.path], [Self.stall, quiet])
        #expect(told.status == 0, "\(told.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == ["quiet.mp4", "stall.mp4"])
        let refused = try replay(["--annotate", "/tmp/one.mp4"], [Self.stall, quiet])
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(
            refused.errors
                == "piculet: /tmp/one.mp4: there are 2 videos, and one film for each. Give a folder with --annotate.\n")
    }

    @Test func `the footage itself is never overwritten, by any name`() throws {
        let folder = try TemporaryFolder.make()
        let (copy, link) = (folder.appending(path: "stall.mp4"), folder.appending(path: "link.mp4"))
        try FileManager.default.copyItem(atPath: Self.stall, toPath: copy.path)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: copy)
        for path in [copy.path, link.path, folder.path] {
            let told = try replay(["--annotate", path], [copy.path])
            #expect(told.status == 1 && told.output.isEmpty)
            #expect(told.errors.contains("this is the footage itself, which is not overwritten."), "\(told.errors)")
        }
        #expect(FileManager.default.contentsEqual(atPath: copy.path, andPath: Self.stall))
    }

    @Test func `a film that cannot be written is told before anything is replayed`() throws {
        let told = try replay(["--annotate", "/nowhere/film.mp4"])
        #expect(told.status == 1 && told.output.isEmpty)
        #expect(
            told.errors == "piculet: /nowhere/film.mp4: the annotated film cannot be written. "
                + "Give a file with --annotate whose folder may be written and has room.\n")
    }

    @Test func `a disk that is full costs the film, not the lines`() throws {
        let folder = try TemporaryFolder.make()
        let film = folder.appending(path: "film.mp4").path
        let arguments = [
            "replay", Self.stall, "--config", Self.configuration, "--format", "jsonl", "--decode", "every 1s",
        ]
        let plain = try Program.run(arguments)
        // The largest file that may be written: 16 blocks of 512 or 1024 bytes.
        let script = "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""
        let told = try Program.run(
            "/bin/sh", ["-c", script, Program.path] + arguments + ["--annotate", film])
        #expect(told.status == 1)
        #expect(told.timeless == plain.timeless)
        #expect(told.errors.contains("\(film): the annotated film cannot be written"), "\(told.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
}
