import Foundation
import Media
import TestSupport
import Testing
import Video

@Suite struct PictureStreamTests {
    private static let film = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../samples/stall.mp4").standardized.path

    private func ffmpeg(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["ffmpeg", "-v", "error", "-y", "-nostdin"] + arguments
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// A film with a cover before it.
    private func covered() throws -> String {
        let folder = try TemporaryFolder.make()
        let (cover, film) = (folder.appending(path: "cover.png").path, folder.appending(path: "covered.mp4").path)
        try ffmpeg(["-f", "lavfi", "-i", "testsrc=s=64x64", "-frames:v", "1", cover])
        try ffmpeg([
            "-i", cover, "-i", Self.film, "-map", "0:v", "-map", "1:v", "-c", "copy", "-disposition:v:0",
            "attached_pic", film,
        ])
        return film
    }

    @Test func `the cover of a film is not the camera's picture`() throws {
        let address = try SourceAddress(configured: try covered(), folder: "/", variable: { _ in nil })
        let stream = try LiveStream(address, interrupt: Interrupt(), patience: .camera)
        #expect(stream.format.codec == "h264")
        var packets = 0
        while packets < 50, case .packet(let packet) = try stream.next() {
            #expect(packets == 0 || packet.time > .zero)
            packets += 1
        }
        #expect(packets == 50)
    }

    @Test func `a replay passes over the cover as well`() throws {
        #expect(try VideoFile(path: covered()).format.codec == "h264")
    }

    @Test func `a cover alone is no video`() throws {
        let folder = try TemporaryFolder.make()
        let (cover, sound) = (folder.appending(path: "cover.png").path, folder.appending(path: "sound.mp4").path)
        try ffmpeg(["-f", "lavfi", "-i", "testsrc=s=64x64", "-frames:v", "1", cover])
        try ffmpeg([
            "-i", cover, "-f", "lavfi", "-i", "sine=d=1", "-map", "0:v", "-map", "1:a", "-c:v", "copy",
            "-disposition:v:0", "attached_pic", sound,
        ])
        let address = try SourceAddress(configured: sound, folder: "/", variable: { _ in nil })
        #expect(throws: SourceFault.self) { try LiveStream(address, interrupt: Interrupt(), patience: .camera) }
        #expect(throws: VideoError.self) { try VideoFile(path: sound) }
    }

    @Test func `a picture of 8192 by 8192 fits into what may be taken at once`() throws {
        let folder = try TemporaryFolder.make()
        let film = folder.appending(path: "large.mp4").path
        try ffmpeg([
            "-f", "lavfi", "-i", "color=gray:s=8192x8192:r=1:d=1", "-c:v", "libx264", "-preset", "ultrafast", film,
        ])
        let address = try SourceAddress(configured: film, folder: "/", variable: { _ in nil })
        let stream = try LiveStream(address, interrupt: Interrupt(), patience: .camera)
        guard case .packet(let packet) = try stream.next() else { throw CancellationError() }
        let keyframe = try #require(
            KeyframeDecoder().decode(packet, of: try KeyframeDecoder.Source(stream.format)))
        #expect(keyframe.draft.width == 8192)
        #expect(try JPEG.encode(keyframe.draft).count > 10_000)
    }
}
