import FrameKernels
import Media
import Pipeline
import Video

/// A still picture as a steady film: what a camera sends before which nothing stirs, one picture a second.
///
/// Every picture of it is whole: no policy has anything to wait for.
package final class StillFilm: PacketSource, PictureDecoder, @unchecked Sendable {
    // Sendable: `given` is the reader thread's alone, `shrinker` the decode worker's; the picture is only read.

    /// Says when the picture is shown; nothing is encoded.
    private final class Showing: EncodedPacket, @unchecked Sendable {
        // Sendable: moved, if at all, before it is handed on.
        private(set) var time: MediaTime
        let isKeyframe = true
        let bytes = 0

        init(_ time: MediaTime) { self.time = time }

        func move(to time: MediaTime) { self.time = time }
    }

    /// Between two pictures.
    package static let step = Duration.seconds(1)

    private let picture: Frame
    private let count: Int
    private var given = 0
    private let shrinker = PictureShrinker()

    /// - Parameters:
    ///   - path: of a JPEG or a PNG.
    ///   - count: how many pictures the film has.
    /// - Throws: `VideoError` with the path, for what is no such picture.
    package init(path: String, count: Int) throws(VideoError) {
        picture = try StillPicture.frame(at: path)
        self.count = count
    }

    package var length: Duration { Self.step * max(count - 1, 0) }

    package func next() -> (any EncodedPacket)? {
        guard given < count else { return nil }
        defer { given += 1 }
        return Showing(.zero + Self.step * given)
    }

    package func decode(_ packet: any EncodedPacket, _ body: (any OriginalPicture) -> Void) {
        body(picture.shown(at: packet.time))
    }

    package func decodeAlone(_ packet: any EncodedPacket) -> (any OriginalPicture)? { picture.shown(at: packet.time) }

    package func drain(_ body: (any OriginalPicture) -> Void) {}

    package func reset() {}

    package func rest() {}

    package func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, withColour: Bool) throws -> Bool {
        guard let frame = picture as? Frame else { return false }
        return try shrinker.shrink(frame, into: target, withColour: withColour)
    }

    package var damaged: Int { 0 }
}
