import CFFmpeg
import Foundation

/// A picture in the bytes of a file, as people send it.
package struct StillPicture: Hashable, Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case jpeg = "jpg"
        case png

        fileprivate var beginning: [UInt8] {
            switch self {
            case .jpeg: [0xff, 0xd8, 0xff]
            case .png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
            }
        }

        fileprivate var codec: AVCodecID { self == .jpeg ? AV_CODEC_ID_MJPEG : AV_CODEC_ID_PNG }
    }

    package let format: Format
    package let width: Int
    package let height: Int

    /// More than any telephone's camera has; a small file may come to more.
    private static let mostPixels = 200_000_000

    /// nil: it is neither a JPEG nor a PNG that can be decoded.
    package init?(_ data: Data) {
        guard let format = Format.allCases.first(where: { data.starts(with: $0.beginning) }),
            let frame = Self.decode(data, format.codec, isStrict: false)
        else { return nil }
        (self.format, width, height) = (format, frame.width, frame.height)
    }

    /// Decodes a picture that lies in a file.
    ///
    /// - Throws: `VideoError` with the path: there is no such file, or no JPEG or PNG in it that can be decoded in full.
    package static func frame(at path: String) throws(VideoError) -> Frame {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw VideoError("there is no such picture, or it cannot be read", place: path, advice: "Check the path.")
        }
        guard let format = Format.allCases.first(where: { data.starts(with: $0.beginning) }),
            let frame = decode(data, format.codec, isStrict: true), !frame.isDamaged
        else {
            throw VideoError(
                "it is neither a JPEG nor a PNG that can be decoded", place: path,
                advice: "Check that the file is complete.")
        }
        return frame
    }

    /// - Parameter isStrict: a picture of which a part is missing is none; else what is there is shown.
    private static func decode(_ data: Data, _ id: AVCodecID, isStrict: Bool) -> Frame? {
        piculet_silence_libav()
        guard let codec = avcodec_find_decoder(id), let count = Int32(exactly: data.count) else { return nil }
        var context = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        guard let decoder = context else { fatalError("out of memory for a decoder") }
        decoder.pointee.thread_count = 1
        decoder.pointee.max_pixels = Int64(mostPixels)
        if isStrict { decoder.pointee.err_recognition |= AV_EF_EXPLODE }
        let packet = Packet()
        guard avcodec_open2(decoder, codec, nil) == 0, av_new_packet(packet.pointer, count) == 0 else { return nil }
        data.withUnsafeBytes { bytes in
            guard let from = bytes.baseAddress else { return }
            packet.pointer.pointee.data.update(from: from.assumingMemoryBound(to: UInt8.self), count: bytes.count)
        }
        let frame = Frame()
        guard avcodec_send_packet(decoder, packet.pointer) == 0, avcodec_send_packet(decoder, nil) == 0,
            avcodec_receive_frame(decoder, frame.pointer) == 0
        else { return nil }
        return frame
    }
}
