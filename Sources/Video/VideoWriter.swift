import CFFmpeg
import Foundation
import Media

/// Writes pictures as H.264 in an MP4 file, each with its own time. One owner at a time.
///
/// The file has its name when it is finished; until then, and wherever something fails, nothing is left under that name but
/// what was there before.
package final class VideoWriter {
    /// Films of 24, 25, 30 and 29.97 pictures a second have whole numbers of these between their pictures.
    private static let ticks: Int32 = 90_000
    /// Enough beside the decoder, whose work goes on meanwhile.
    private static let threads: Int32 = 2
    /// A player finds any moment by decoding at most so many pictures.
    private static let mostBetweenKeyframes: Int32 = 50

    private let path: String
    private let unfinished: String
    private var encoder: UnsafeMutablePointer<AVCodecContext>?
    private var muxer: UnsafeMutablePointer<AVFormatContext>?
    private let packet = Packet()
    /// Whether the unfinished file is there.
    private var isBegun = false
    private var last: Int64?
    /// Between the last two pictures: the last one is shown as long as the one before.
    private var step = Int64(ticks)
    package private(set) var pictures = 0

    /// Opens the file.
    ///
    /// - Parameters:
    ///   - width, height, matrix: of the pictures to come; even sizes.
    ///   - encoder: FFmpeg's name of an encoder for H.264.
    package init(
        _ path: String, width: Int, height: Int, matrix: Colour.Matrix, encoder name: String = "libx264"
    ) throws(VideoError) {
        piculet_silence_libav()
        (self.path, unfinished) = (path, path + ".unfinished")
        guard let codec = avcodec_find_encoder_by_name(name) else { throw Self.noEncoder(name, path) }
        // Whatever fails from here on, `deinit` cleans up.
        encoder = avcodec_alloc_context3(codec)
        guard let encoder else { fatalError("out of memory for an encoder") }
        Self.set(encoder, width: Int32(width), height: Int32(height), matrix)
        try check(avcodec_open2(encoder, codec, nil), "the H.264 encoder does not start")
        try check(avformat_alloc_output_context2(&muxer, nil, "mp4", "file:" + unfinished), "it cannot be made")
        guard let muxer, let stream = avformat_new_stream(muxer, nil) else { fatalError("out of memory for a stream") }
        stream.pointee.time_base = encoder.pointee.time_base
        try check(avcodec_parameters_from_context(stream.pointee.codecpar, encoder), "it cannot be made")
        try check(avio_open(&muxer.pointee.pb, "file:" + unfinished, AVIO_FLAG_WRITE), "it cannot be written")
        isBegun = true
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        // What a player needs first comes first.
        av_dict_set(&options, "movflags", "faststart", 0)
        try check(avformat_write_header(muxer, &options), "it cannot be written")
    }

    deinit { abandon() }

    private static func set(
        _ encoder: UnsafeMutablePointer<AVCodecContext>, width: Int32, height: Int32, _ matrix: Colour.Matrix
    ) {
        (encoder.pointee.width, encoder.pointee.height) = (width, height)
        encoder.pointee.pix_fmt = AV_PIX_FMT_YUV420P
        encoder.pointee.color_range = AVCOL_RANGE_MPEG
        encoder.pointee.colorspace = matrix.space
        encoder.pointee.color_primaries = matrix.primaries
        encoder.pointee.color_trc = matrix.transfer
        encoder.pointee.time_base = AVRational(num: 1, den: ticks)
        // For its rate control alone: times are as they are given.
        encoder.pointee.framerate = AVRational(num: 25, den: 1)
        encoder.pointee.gop_size = mostBetweenKeyframes
        // Pictures are then written in the order of their times, and the first at zero.
        encoder.pointee.max_b_frames = 0
        encoder.pointee.thread_count = threads
        encoder.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
        av_opt_set(encoder.pointee.priv_data, "preset", "veryfast", 0)
        av_opt_set(encoder.pointee.priv_data, "crf", "20", 0)
    }

    /// Writes a picture.
    ///
    /// - Parameter time: later than the one before.
    package func write(_ picture: Canvas, at time: MediaTime) throws(VideoError) {
        guard let encoder else { preconditionFailure("a writer that failed or was closed writes nothing") }
        precondition(
            picture.width == encoder.pointee.width && picture.height == encoder.pointee.height,
            "all pictures of a file have its size")
        var stamp = av_rescale_q(
            time.microseconds, AVRational(num: 1, den: 1_000_000), AVRational(num: 1, den: Self.ticks))
        if let last {
            stamp = max(stamp, last + 1)
            step = stamp - last
        }
        last = stamp
        picture.frame.pointer.pointee.pts = stamp
        try check(avcodec_send_frame(encoder, picture.frame.pointer), "a picture cannot be encoded")
        pictures += 1
        try writePackets()
    }

    /// Finishes the file.
    ///
    /// - Throws: also when no picture was written: then there is no file.
    package func close() throws(VideoError) {
        guard pictures > 0 else {
            abandon()
            throw VideoError("not one picture came", place: path, advice: "Give footage that can be decoded.")
        }
        try check(avcodec_send_frame(encoder, nil), "the last pictures cannot be encoded")
        try writePackets()
        try check(av_write_trailer(muxer), "it cannot be finished")
        if let muxer { try check(avio_closep(&muxer.pointee.pb), "it cannot be finished") }
        guard rename(unfinished, path) == 0 else {
            let reason = String(cString: strerror(errno))
            abandon()
            throw VideoError("it cannot be given its name: \(reason)", place: path, advice: Self.advice)
        }
        isBegun = false
        abandon()
    }

    private func writePackets() throws(VideoError) {
        guard let encoder, let muxer, let stream = muxer.pointee.streams[0] else { return }
        while true {
            let result = avcodec_receive_packet(encoder, packet.pointer)
            if result == piculet_end || result == -EAGAIN { return }
            try check(result, "a picture cannot be encoded")
            packet.pointer.pointee.duration = step
            av_packet_rescale_ts(packet.pointer, encoder.pointee.time_base, stream.pointee.time_base)
            try check(av_write_frame(muxer, packet.pointer), "it cannot be written")
            av_packet_unref(packet.pointer)
        }
    }

    /// Gives back what is held; a file that is not finished is removed.
    private func abandon() {
        avcodec_free_context(&encoder)
        if let muxer { avio_closep(&muxer.pointee.pb) }
        avformat_free_context(muxer)
        muxer = nil
        if isBegun { unlink(unfinished) }
        isBegun = false
    }

    private func check(_ code: Int32, _ what: String) throws(VideoError) {
        guard code < 0 else { return }
        abandon()
        try VideoError.check(code, what, place: path, advice: Self.advice)
    }

    private static let advice = "Give a file in a folder that may be written and has room."
}

extension VideoWriter {
    /// Whether this build of libavcodec has the encoder.
    package static func hasEncoder(_ name: String = "libx264") -> Bool { avcodec_find_encoder_by_name(name) != nil }

    private static func noEncoder(_ name: String, _ path: String) -> VideoError {
        VideoError(
            "this build of libavcodec has no encoder '\(name)' for H.264", place: path,
            advice: "Install Debian's libavcodec59 with libx264-164, "
                + "or an FFmpeg built with --enable-gpl --enable-libx264."
        )
    }
}
