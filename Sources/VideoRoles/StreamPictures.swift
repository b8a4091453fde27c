import FrameKernels
import Media
import Pipeline
import Video

/// The decoders of one stream: one that takes its packets in order, the worker's shared one for keyframes, or both.
package final class StreamPictures: PictureDecoder, @unchecked Sendable {
    // Sendable: made by the reader, then used on its decode worker's queue alone.
    private let format: StreamFormat
    private var stream: StreamDecoder?
    private let keyframes: (decoder: KeyframeDecoder, source: KeyframeDecoder.Source)?
    private var damagedBefore = 0
    private let shrinker = PictureShrinker()

    /// - Parameters:
    ///   - keyframes: the decode worker's shared decoder, used on its queue alone.
    ///   - zero: where media time begins; nil: at the first picture.
    package init(_ format: StreamFormat, policy: DecodePolicy, keyframes: KeyframeDecoder, zero: MediaTime? = nil)
        throws
    {
        self.format = format
        switch policy {
        case .keyframes, .burst:
            self.keyframes = (keyframes, try KeyframeDecoder.Source(format, zero: zero))
        case .every, .full:
            self.keyframes = nil
            stream = try StreamDecoder(format, zero: zero)
        }
    }

    package func decode(_ packet: any EncodedPacket, _ body: (any OriginalPicture) -> Void) {
        guard let packet = packet as? Packet, let decoder = awake() else { return }
        decoder.decode(packet) { body($0) }
    }

    package func decodeAlone(_ packet: any EncodedPacket) -> (any OriginalPicture)? {
        guard let keyframes, let packet = packet as? Packet else { return nil }
        return keyframes.decoder.decode(packet, of: keyframes.source)
    }

    package func drain(_ body: (any OriginalPicture) -> Void) { stream?.drain { body($0) } }

    package func reset() { stream?.reset() }

    package func rest() {
        guard keyframes != nil else { return }
        damagedBefore += stream?.damaged ?? 0
        stream = nil
    }

    /// A burst begins: its pictures are counted from the same zero as the keyframes. The format was opened before, so
    /// opening it again fails for want of memory alone, and then keyframes must do.
    private func awake() -> StreamDecoder? {
        if stream == nil { stream = try? StreamDecoder(format, zero: keyframes?.source.zero) }
        return stream
    }

    package func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, withColour: Bool) throws -> Bool {
        guard let frame = picture as? Frame ?? (picture as? Keyframe)?.draft else { return false }
        return try shrinker.shrink(frame, into: target, withColour: withColour)
    }

    package var damaged: Int { damagedBefore + (stream?.damaged ?? 0) + (keyframes?.source.damaged ?? 0) }
}
