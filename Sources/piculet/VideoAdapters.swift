import Dispatch
import Foundation
import FrameKernels
import Media
import Pipeline
import Video

// Video knows nothing of the pipeline: here its parts take the roles that the pipeline declares.

extension Packet: EncodedPacket {}

extension Frame: OriginalPicture {
    package var analysisSize: (width: Int, height: Int) { PictureShrinker.size(of: self) }

    package func jpeg(box: Box?) throws -> Data { try JPEG.encode(self, box: box) }

    package func thumbnail() throws -> Data { try JPEG.encode(self, mostWidth: 480) }
}

extension Keyframe: OriginalPicture {
    package var time: MediaTime { draft.time }

    package var analysisSize: (width: Int, height: Int) { draft.analysisSize }

    package func jpeg(box: Box?) throws -> Data { try whole.jpeg(box: box) }

    package func thumbnail() throws -> Data { try draft.thumbnail() }
}

extension VideoFile: PacketSource {
    package func next() -> (any EncodedPacket)? { nextPacket() }
}

/// The decoders of one stream: one that takes its packets in order, the worker's shared one for keyframes, or both.
final class StreamPictures: PictureDecoder, @unchecked Sendable {
    // Sendable: made by the reader, then used on its decode worker's queue alone.
    private let format: StreamFormat
    private var stream: StreamDecoder?
    private let keyframes: (decoder: KeyframeDecoder, source: KeyframeDecoder.Source)?
    private var damagedBefore = 0
    private let shrinker = PictureShrinker()

    /// - Parameters:
    ///   - keyframes: the decode worker's shared decoder, used on its queue alone.
    ///   - zero: where media time begins; nil: at the first picture.
    init(_ format: StreamFormat, policy: DecodePolicy, keyframes: KeyframeDecoder, zero: MediaTime? = nil) throws {
        self.format = format
        switch policy {
        case .keyframes, .burst:
            self.keyframes = (keyframes, try KeyframeDecoder.Source(format, zero: zero))
        case .every, .full:
            self.keyframes = nil
            stream = try StreamDecoder(format, zero: zero)
        }
    }

    func decode(_ packet: any EncodedPacket, _ body: (any OriginalPicture) -> Void) {
        guard let packet = packet as? Packet, let decoder = awake() else { return }
        decoder.decode(packet) { body($0) }
    }

    func decodeAlone(_ packet: any EncodedPacket) -> (any OriginalPicture)? {
        guard let keyframes, let packet = packet as? Packet else { return nil }
        return keyframes.decoder.decode(packet, of: keyframes.source)
    }

    func drain(_ body: (any OriginalPicture) -> Void) { stream?.drain { body($0) } }

    func reset() { stream?.reset() }

    func rest() {
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

    func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, withColour: Bool) throws -> Bool {
        guard let frame = picture as? Frame ?? (picture as? Keyframe)?.draft else { return false }
        return try shrinker.shrink(frame, into: target, withColour: withColour)
    }

    var damaged: Int { damagedBefore + (stream?.damaged ?? 0) + (keyframes?.source.damaged ?? 0) }
}

/// A serial queue on which pictures are decoded, with the one decoder that all its sources share for keyframes.
final class DecodeWorker: @unchecked Sendable {
    // Sendable: the decoder is used on the queue alone.
    let queue: DispatchQueue
    let keyframes = KeyframeDecoder()

    init(number: Int) { queue = DispatchQueue(label: "decode.\(number)") }
}
