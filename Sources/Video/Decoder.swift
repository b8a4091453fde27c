import CFFmpeg
import Media

/// Decodes one stream's packets in order, on one thread of its own choosing. One queue at a time.
package final class StreamDecoder {
    private var context: UnsafeMutablePointer<AVCodecContext>?
    private var last: MediaTime?
    private var first: Int64?
    /// An empty one from the last time that nothing was ready.
    private var spare: Frame?
    /// Packets that could not be decoded.
    package private(set) var damaged = 0

    /// - Parameter zero: where media time begins; nil: at the first picture.
    package init(_ format: StreamFormat, zero: MediaTime? = nil) throws(VideoError) {
        context = try Self.open(format.parameters, name: format.name)
        first = zero?.microseconds
    }

    deinit { avcodec_free_context(&context) }

    /// Larger pictures come from no camera: a hostile header must not take the machine's memory.
    static let mostPixels: Int64 = 8192 * 8192

    static func open(
        _ parameters: UnsafeMutablePointer<AVCodecParameters>, name: String
    ) throws(VideoError) -> UnsafeMutablePointer<AVCodecContext>? {
        guard let codec = avcodec_find_decoder(parameters.pointee.codec_id) else {
            throw VideoError("its codec is not known", place: name, advice: "Set the camera to H.264 or H.265.")
        }
        var context = avcodec_alloc_context3(codec)
        context?.pointee.thread_count = 1
        avcodec_parameters_to_context(context, parameters)
        context?.pointee.max_pixels = mostPixels
        context?.pointee.pkt_timebase = AVRational(num: 1, den: 1_000_000)
        let result = avcodec_open2(context, codec, nil)
        if result < 0 { avcodec_free_context(&context) }
        try VideoError.check(
            result, "its decoder does not start", place: name, advice: "Set the camera to H.264 or H.265.")
        return context
    }

    /// Decodes one packet; hands out the pictures that are ready, in the order they are shown.
    package func decode(_ packet: Packet, _ body: (Frame) -> Void) {
        if avcodec_send_packet(context, packet.pointer) < 0 { damaged += 1 }
        receive(body)
    }

    /// Hands out what the decoder still holds and makes it ready for the next keyframe.
    package func drain(_ body: (Frame) -> Void) {
        avcodec_send_packet(context, nil)
        receive(body)
        avcodec_flush_buffers(context)
    }

    /// Forgets what came before: the next packet is a keyframe after a gap.
    package func reset() { avcodec_flush_buffers(context) }

    private func receive(_ body: (Frame) -> Void) {
        while true {
            let frame = spare ?? Frame()
            spare = nil
            guard avcodec_receive_frame(context, frame.pointer) >= 0 else {
                spare = frame
                return
            }
            frame.time = stamp(frame)
            body(frame)
        }
    }

    /// Media time of a picture: since the first one, never backwards.
    private func stamp(_ frame: Frame) -> MediaTime {
        let raw = frame.pointer.pointee.best_effort_timestamp
        let zero = first ?? (raw == piculet_nopts ? 0 : raw)
        first = zero
        var time = raw == piculet_nopts ? last ?? .zero : MediaTime(microseconds: raw.subtractingAtMost(zero))
        if let last, time <= last { time = last + .milliseconds(1) }
        last = time
        return time
    }
}
