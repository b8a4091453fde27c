import Foundation
import FrameKernels
import Media
import Testing
import Video

@Suite struct KeyframeDecoderTests {
    private static let film = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../samples/stall.mp4").standardized.path

    private func levels(_ frame: Frame) throws -> Plane<UInt8> {
        let (width, height) = PictureShrinker.size(of: frame)
        let seen = AnalysisPicture(width: width, height: height)
        _ = try PictureShrinker().shrink(frame, into: seen, withColour: false)
        return seen.luma
    }

    @Test func `in a hurry a keyframe is a little coarser, no more, and the next is as it should be`() throws {
        let file = try VideoFile(path: Self.film)
        let decoder = KeyframeDecoder()
        let source = try KeyframeDecoder.Source(file.format)
        var keyframes: [Packet] = []
        while keyframes.count < 3, let packet = file.nextPacket() { if packet.isKeyframe { keyframes.append(packet) } }
        for packet in keyframes {
            let whole = try levels(#require(decoder.decode(packet, of: source)))
            let hurried = try levels(#require(decoder.decode(packet, of: source, isHurried: true)))
            let again = try levels(#require(decoder.decode(packet, of: source)))
            var (off, worst, same) = (0, 0, true)
            for row in 0..<whole.height {
                for column in 0..<whole.width {
                    let step = abs(Int(whole[column, row]) - Int(hurried[column, row]))
                    off += step
                    worst = max(worst, step)
                    same = same && whole[column, row] == again[column, row]
                }
            }
            #expect(same && worst > 0)
            #expect(Double(off) / Double(whole.count) < 1, "levels off, in the mean")
        }
    }
}
