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

extension VideoFile: PacketSource {
    package func next() -> (any EncodedPacket)? { nextPacket() }
}

/// The decoders of one stream.
final class StreamPictures: PictureDecoder, @unchecked Sendable {
    // Sendable: made by the reader, then used on its decode worker's queue alone.
    private enum Mode {
        case stream(StreamDecoder)
        case keyframes(KeyframeDecoder, KeyframeDecoder.Source)
    }

    private let mode: Mode
    private let shrinker = PictureShrinker()

    /// - Parameters:
    ///   - keyframes: the decode worker's shared decoder, used on its queue alone.
    ///   - zero: where media time begins; nil: at the first picture.
    init(_ format: StreamFormat, policy: DecodePolicy, keyframes: KeyframeDecoder, zero: MediaTime? = nil) throws {
        mode =
            policy == .keyframes
            ? .keyframes(keyframes, try KeyframeDecoder.Source(format, zero: zero))
            : .stream(try StreamDecoder(format, zero: zero))
    }

    func decode(_ packet: any EncodedPacket, _ body: (any OriginalPicture) -> Void) {
        guard case .stream(let decoder) = mode, let packet = packet as? Packet else { return }
        decoder.decode(packet) { body($0) }
    }

    func decodeAlone(_ packet: any EncodedPacket) -> (any OriginalPicture)? {
        guard case .keyframes(let decoder, let source) = mode, let packet = packet as? Packet else { return nil }
        return decoder.decode(packet, of: source)
    }

    func drain(_ body: (any OriginalPicture) -> Void) {
        guard case .stream(let decoder) = mode else { return }
        decoder.drain { body($0) }
    }

    func reset() {
        guard case .stream(let decoder) = mode else { return }
        decoder.reset()
    }

    func shrink(_ picture: any OriginalPicture, into target: AnalysisPicture, withColour: Bool) throws -> Bool {
        guard let frame = picture as? Frame else { return false }
        return try shrinker.shrink(frame, into: target, withColour: withColour)
    }

    var damaged: Int {
        switch mode {
        case .stream(let decoder): decoder.damaged
        case .keyframes(_, let source): source.damaged
        }
    }
}

/// A serial queue on which pictures are decoded, with the one decoder that all its sources share for keyframes.
final class DecodeWorker: @unchecked Sendable {
    // Sendable: the decoder is used on the queue alone.
    let queue: DispatchQueue
    let keyframes = KeyframeDecoder()

    init(number: Int) { queue = DispatchQueue(label: "decode.\(number)") }
}
