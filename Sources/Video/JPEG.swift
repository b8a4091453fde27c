import CFFmpeg
import Foundation
import Media

/// Writes pictures as JPEG through libavcodec.
package enum JPEG {
    /// A block for more is beyond `LiveStream.mostBytesAtOnce`.
    private static let mostPixelsWithOwnTables = 16_000_000

    /// - Parameters:
    ///   - box: drawn in red, when given, on a copy.
    ///   - parts: what lies in it, drawn in thin yellow.
    ///   - mostWidth: a wider picture is made smaller.
    ///   - quality: libavcodec's quantiser, 1 (the best) to 31.
    /// - Returns: the bytes of the file.
    package static func encode(
        _ frame: Frame, box: Box? = nil, parts: [Box] = [], mostWidth: Int = .max, quality: Int32 = 3
    ) throws(VideoError) -> Data {
        let picture = try fullRange(frame, mostWidth: mostWidth)
        let thick = max(2, picture.width / 320)
        for part in parts { draw(part, in: yellow, thick: max(1, thick / 2), on: picture) }
        if let box { draw(box, in: red, thick: thick, on: picture) }
        let codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG)
        var context = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        guard let encoder = context else { fatalError("out of memory for an encoder") }
        (encoder.pointee.width, encoder.pointee.height) = (
            picture.pointer.pointee.width, picture.pointer.pointee.height
        )
        encoder.pointee.pix_fmt = AV_PIX_FMT_YUVJ420P
        encoder.pointee.time_base = AVRational(num: 1, den: 25)
        encoder.pointee.thread_count = 1
        // Tables of its own take a pass over all the picture's symbols, in one block of memory: 6 bytes a pixel.
        if frame.width * frame.height > mostPixelsWithOwnTables {
            av_opt_set(encoder.pointee.priv_data, "huffman", "default", 0)
        }
        encoder.pointee.flags |= AV_CODEC_FLAG_QSCALE
        encoder.pointee.global_quality = quality * FF_QP2LAMBDA
        picture.pointer.pointee.quality = quality * FF_QP2LAMBDA
        try VideoError.check(
            avcodec_open2(encoder, codec, nil), "the JPEG encoder does not start", place: "evidence",
            advice: "Check the FFmpeg packages.")
        let packet = Packet()
        try VideoError.check(
            avcodec_send_frame(encoder, picture.pointer), "a picture cannot be written as JPEG", place: "evidence",
            advice: "Report this stream.")
        try VideoError.check(
            avcodec_receive_packet(encoder, packet.pointer), "a picture cannot be written as JPEG",
            place: "evidence", advice: "Report this stream.")
        return Data(bytes: packet.pointer.pointee.data, count: packet.bytes)
    }

    private static func fullRange(_ frame: Frame, mostWidth: Int) throws(VideoError) -> Frame {
        // The encoder takes even sizes best; the last odd column or row is kept by rounding up in libav itself.
        let (width, height) = (Int32(frame.width), Int32(frame.height))
        let isLarge = frame.width > mostWidth
        let newWidth = isLarge ? Int32(mostWidth) : width
        let newHeight = isLarge ? max(2, Int32(frame.height * mostWidth / frame.width) & ~1) : height
        let made = try Frame.make(width: newWidth, height: newHeight, format: AV_PIX_FMT_YUVJ420P)
        var scaler = sws_getContext(
            width, height, frame.format, newWidth, newHeight, AV_PIX_FMT_YUVJ420P,
            isLarge ? SWS_AREA : SWS_BILINEAR, nil, nil, nil)
        defer {
            sws_freeContext(scaler)
            scaler = nil
        }
        guard scaler != nil else {
            throw VideoError(
                "pictures of this pixel format cannot be written", place: "evidence",
                advice: "Set the camera to 8-bit 4:2:0.")
        }
        let table = sws_getCoefficients(SWS_CS_DEFAULT)
        sws_setColorspaceDetails(scaler, table, frame.isFullRange ? 1 : 0, table, 1, 0, 1 << 16, 1 << 16)
        try VideoError.check(
            sws_scale_frame(scaler, made.pointer, frame.pointer), "a picture cannot be converted",
            place: "evidence", advice: "Report this stream.")
        made.pointer.pointee.color_range = AVCOL_RANGE_JPEG
        return made
    }

    private typealias Levels = [(plane: Int, level: UInt8)]
    private static let red: Levels = [(0, 76), (1, 85), (2, 255)]
    private static let yellow: Levels = [(0, 210), (1, 16), (2, 146)]

    private static func draw(_ box: Box, in colour: Levels, thick: Int, on frame: Frame) {
        let left = Int(box.x * Double(frame.width)) - thick
        let top = Int(box.y * Double(frame.height)) - thick
        let right = Int((box.x + box.width) * Double(frame.width)) + thick
        let bottom = Int((box.y + box.height) * Double(frame.height)) + thick
        for (plane, level) in colour {
            let shrink = plane == 0 ? 1 : 2
            let (data, stride) =
                switch plane {
                case 0: (frame.pointer.pointee.data.0, frame.pointer.pointee.linesize.0)
                case 1: (frame.pointer.pointee.data.1, frame.pointer.pointee.linesize.1)
                default: (frame.pointer.pointee.data.2, frame.pointer.pointee.linesize.2)
                }
            guard let data else { continue }
            for row in max(top, 0)..<max(min(bottom, frame.height), max(top, 0)) {
                for column in max(left, 0)..<max(min(right, frame.width), max(left, 0))
                where row < top + thick || row >= bottom - thick || column < left + thick || column >= right - thick {
                    data[row / shrink * Int(stride) + column / shrink] = level
                }
            }
        }
    }
}
