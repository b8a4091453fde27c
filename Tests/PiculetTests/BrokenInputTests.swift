import Foundation
import TestSupport
import Testing

/// Broken videos, command lines and outputs: one clear message, or a right result, and the right status. Broken
/// configurations are in `SettingsTests`; here two of them go through the program for their status.
@Suite struct BrokenInputTests {
    private let sample = Program.root.appending(path: "samples/quiet.mp4")

    private func file(_ name: String, _ data: Data) throws -> String {
        let url = try TemporaryFolder.make().appending(path: name)
        try data.write(to: url)
        return url.path
    }

    private func replay(_ path: String, _ more: [String] = []) throws -> Program.Outcome {
        try Program.run(["replay", path, "--format", "jsonl"] + more)
    }

    private func expectRefused(_ outcome: Program.Outcome, _ message: String, status: Int32 = 1) {
        #expect(outcome.status == status)
        #expect(outcome.errors == "piculet: \(message)\n")
        #expect(outcome.output.isEmpty)
    }

    private let notVideo =
        "it cannot be opened as a video: Invalid data found when processing input. Check that the file is complete and is a video."

    @Test func `a missing file`() throws {
        expectRefused(try replay("/nowhere/gone.mp4"), "gone.mp4: there is no such file. Check the path.")
    }

    @Test func `zero bytes`() throws {
        expectRefused(try replay(try file("zero.mp4", Data())), "zero.mp4: \(notVideo)")
    }

    @Test func `text with a video's name`() throws {
        let text = Data(String(repeating: "Dear operator, this is a letter. ", count: 200).utf8)
        expectRefused(try replay(try file("letter.mp4", text)), "letter.mp4: \(notVideo)")
    }

    @Test func `a broken header`() throws {
        var data = try Data(contentsOf: sample)
        let moov = try #require(data.range(of: Data("moov".utf8)))
        for index in moov.lowerBound..<moov.lowerBound + 600 { data[index] = 0x5A }
        expectRefused(try replay(try file("broken.mp4", data)), "broken.mp4: \(notVideo)")
    }

    @Test func `an unknown codec`() throws {
        var data = try Data(contentsOf: sample)
        let codec = try #require(data.range(of: Data("avc1".utf8), options: .backwards, in: 40..<data.count / 2))
        data.replaceSubrange(codec, with: Data("zzzz".utf8))
        expectRefused(
            try replay(try file("strange.mp4", data)),
            "strange.mp4: its codec ('zzzz') is not known. Set the camera to H.264 or H.265.")
    }

    @Test func `sound alone`() throws {
        let path = try TemporaryFolder.make().appending(path: "sound.mp4").path
        try Program.ffmpeg(["-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", path])
        expectRefused(
            try replay(path), "sound.mp4: it has no video stream. Give a file that has pictures, not sound alone.")
    }

    @Test func `a file that is cut off is replayed as far as it goes, and says so`() throws {
        let data = try Data(contentsOf: sample)
        let outcome = try replay(try file("cut.mp4", data.prefix(data.count / 2)))
        let summary = try #require(outcome.lines("summary").first)
        let decoded = try #require(summary["decoded"] as? Int)
        #expect(outcome.status == 0)
        // Half the bytes hold half the pictures; the last of them is broken.
        #expect((360..<380).contains(decoded))
        #expect(
            outcome.errors
                == "piculet: cut.mp4: it ends after 00:29, its header says 01:00. The file is cut off; what is there was replayed.\n"
        )
    }

    @Test func `timestamps that fall`() throws {
        let folder = try TemporaryFolder.make()
        let part = folder.appending(path: "part.ts")
        try Program.ffmpeg([
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4", "-c:v", "libx264", "-bf", "2", "-g", "25", part.path,
        ])
        let data = try Data(contentsOf: part)
        let twice = try file("twice.ts", data + data)
        let outcome = try replay(twice, ["--decode", "full"])
        let summary = try #require(outcome.lines("summary").first)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(summary["decoded"] as? Int == (try Program.countedPictures(twice)))
        let media = try #require(summary["media_s"] as? Double)
        #expect(abs(media - 8) < 0.3)
    }

    @Test func `a size that changes in mid-stream`() throws {
        let folder = try TemporaryFolder.make()
        var whole = Data()
        for size in ["320x180", "640x360", "322x182"] {
            let part = folder.appending(path: "\(size).h264")
            try Program.ffmpeg([
                "-f", "lavfi", "-i", "testsrc2=s=\(size):r=25:d=2", "-c:v", "libx264", "-g", "25", part.path,
            ])
            whole += try Data(contentsOf: part)
        }
        for policy in ["full", "keyframes", "every 1s"] {
            let outcome = try replay(try file("grows.h264", whole), ["--decode", policy])
            let summary = try #require(outcome.lines("summary").first)
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            let looked = summary["looked"] as? Int
            #expect(looked == ["full": 150, "keyframes": 6, "every 1s": 6][policy], "\(policy)")
        }
    }

    @Test func `an output that cannot be written`() throws {
        expectRefused(
            try replay(sample.path, ["--output", "/proc/piculet-out"]),
            "/proc/piculet-out: the output folder cannot be made. Give a folder that may be written with --output.")
    }

    @Test func `a store of someone else is not touched`() throws {
        let folder = try TemporaryFolder.make()
        _ = try Program.run(["replay", sample.path, "--decode", "keyframes", "--output", folder.path])
        let store = folder.appending(path: "piculet.sqlite").path
        let change = "DELETE FROM replay; INSERT INTO daemon_run (node, started_at, seen_at) VALUES ('n', 0, 0)"
        _ = try Program.run("/usr/bin/env", ["sqlite3", store, change])
        expectRefused(
            try replay(sample.path, ["--output", folder.path]),
            "\(folder.path): a store lies here that no replay wrote. Give another folder with --output.")
    }

    @Test func `a broken configuration ends with 78 and every mistake`() throws {
        let path = try file("piculet.yaml", Data("cameras:\n  - {id: a, decode: often}\nstor: x\n".utf8))
        let message =
            "the configuration has 2 mistake(s)\n"
            + "piculet.yaml:3: stor: this key is not known here; did you mean 'store'? "
            + "Known: store, evidence, time_zone, console, grids, dispatch, cases, score, cameras\n"
            + "piculet.yaml:2: cameras[0].decode: 'often' is no decode policy; "
            + "known: keyframes, burst, full, every <time> (such as \"every 1s\")"
        expectRefused(try Program.run(["check", "--config", path]), message, status: 78)
        expectRefused(try replay(sample.path, ["--config", path]), message, status: 78)
    }

    @Test(arguments: [
        (
            ["--decode", "often"],
            "--decode: 'often' is no policy. Known: keyframes, burst, full, every <time> (such as \"every 1s\")."
        ),
        (["--jobs", "0"], "--jobs: 0 is out of range. Give 1 to 64."),
        (
            ["--algorithms", "crwd"],
            "--algorithms: 'crwd' is not known. Did you mean 'crowd'? Known: street-stall, crowd, waterlogging, muck-truck, "
                + "exposed-rubbish, fire-lane, illegal-parking, out-of-shop."
        ),
        (["--camera", "gate"], "--camera needs --config, where the camera is described."),
        (["--start", "noon"], "--start: 'noon' is no time. Write it as 2026-03-01T08:00:00+08:00."),
    ])
    func `a wrong command line ends with 64`(more: [String], message: String) throws {
        let outcome = try replay(sample.path, more)
        #expect(outcome.status == 64)
        #expect(outcome.errors.split(separator: "\n").first.map(String.init) == "Error: \(message)")
    }
}
