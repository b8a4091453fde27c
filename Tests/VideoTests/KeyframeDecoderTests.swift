import Foundation
import FrameKernels
import Media
import TestSupport
import Testing
import Video

@Suite struct KeyframeDecoderTests {
    private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../samples").standardized

    private func levels(_ frame: Frame) throws -> Plane<UInt8> {
        let (width, height) = PictureShrinker.size(of: frame)
        let seen = AnalysisPicture(width: width, height: height)
        _ = try PictureShrinker().shrink(frame, into: seen, withColour: false)
        return seen.luma
    }

    private func film(_ path: String, most: Int = 3) throws -> (source: KeyframeDecoder.Source, keyframes: [Packet]) {
        let file = try VideoFile(path: path)
        var keyframes: [Packet] = []
        while keyframes.count < most, let packet = file.nextPacket() {
            if packet.isKeyframe { keyframes.append(packet) }
        }
        return (try KeyframeDecoder.Source(file.format), keyframes)
    }

    private func differ(_ left: Plane<UInt8>, _ right: Plane<UInt8>) -> (mean: Double, worst: Int) {
        var (off, worst) = (0, 0)
        for row in 0..<left.height {
            for column in 0..<left.width {
                let step = abs(Int(left[column, row]) - Int(right[column, row]))
                off += step
                worst = max(worst, step)
            }
        }
        return (Double(off) / Double(left.count), worst)
    }

    @Test func `a draft is a little coarser than the whole, no more, and both are the same each time`() throws {
        let film = try film(Self.samples.appending(path: "stall.mp4").path)
        let decoder = KeyframeDecoder()
        for packet in film.keyframes {
            let keyframe = try #require(decoder.decode(packet, of: film.source))
            let (draft, whole) = (try levels(keyframe.draft), try levels(keyframe.whole))
            let off = differ(draft, whole)
            #expect(off.worst > 0 && off.mean < 1)
            let again = try #require(decoder.decode(packet, of: film.source))
            #expect(try differ(draft, levels(again.draft)).worst == 0)
            #expect(try differ(whole, levels(again.whole)).worst == 0)
        }
    }

    /// What ffmpeg is told to encode.
    private enum Coding: String, CaseIterable {
        case plain = "-bf 0"
        case smaller = "-bf 0 -vf scale=480:270"
        case heldBack = "-bf 3"
        case openGroups = "-bf 0 -x264-params open-gop=1:keyint=12:min-keyint=1:scenecut=0 -force_key_frames expr:0"
        case fields = "-bf 0 -flags +ildct+ilme -x264-params tff=1"
    }

    @Test func `keyframes of many streams through one decoder are as through one of their own`() throws {
        let folder = try TemporaryFolder.make()
        var films: [(source: KeyframeDecoder.Source, keyframes: [Packet])] = []
        for (number, coding) in Coding.allCases.enumerated() {
            for name in ["stall", "crowd"] {
                let path = folder.appending(path: "\(name)-\(number).mp4").path
                try encode(Self.samples.appending(path: "\(name).mp4").path, coding, path)
                films.append(try film(path))
            }
        }
        let shared = KeyframeDecoder()
        for turn in 0..<3 {
            for film in films {
                let packet = film.keyframes[turn]
                let seen = try #require(shared.decode(packet, of: film.source))
                let alone = try #require(KeyframeDecoder().decode(packet, of: film.source))
                #expect(try differ(levels(seen.draft), levels(alone.draft)).worst == 0)
                if turn == 1 { #expect(try differ(levels(seen.whole), levels(alone.whole)).worst == 0) }
            }
        }
    }

    @Test func `a damaged keyframe is refused and spoils none that follows`() throws {
        let path = try TemporaryFolder.make().appending(path: "stall.mp4")
        try encode(Self.samples.appending(path: "stall.mp4").path, .plain, path.path)
        let sound = try film(path.path)
        var bytes = try Data(contentsOf: path)
        for at in bytes.count / 5..<bytes.count * 2 / 5 { bytes[at] ^= 0xa5 }
        try bytes.write(to: path)
        let broken = try film(path.path, most: .max)
        let decoder = KeyframeDecoder()
        let first = try levels(#require(decoder.decode(sound.keyframes[0], of: sound.source)).draft)
        var refused = 0
        for packet in broken.keyframes where decoder.decode(packet, of: broken.source) == nil {
            refused += 1
            let again = try #require(decoder.decode(sound.keyframes[0], of: sound.source))
            #expect(try differ(first, levels(again.draft)).worst == 0)
        }
        #expect(refused > 0 && refused < broken.keyframes.count && broken.source.damaged == refused)
    }

    private func encode(_ source: String, _ coding: Coding, _ path: String) throws {
        let ffmpeg = Process()
        ffmpeg.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        ffmpeg.arguments =
            ["ffmpeg", "-v", "error", "-t", "4", "-i", source, "-an", "-c:v", "libx264", "-preset", "veryfast"]
            + ["-g", "12"] + coding.rawValue.split(separator: " ").map(String.init) + [path]
        try ffmpeg.run()
        ffmpeg.waitUntilExit()
        try #require(ffmpeg.terminationStatus == 0)
    }
}
