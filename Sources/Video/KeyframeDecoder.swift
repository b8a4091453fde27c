import CFFmpeg
import Media

/// Decodes single keyframes of many sources with one decoder per codec, drained after each.
///
/// A decoder per camera costs 15 MB at 1080p and holds pictures back; a shared one gives each picture at once. H.264
/// and H.265 packets are turned to Annex B with their parameter sets in front, so sizes and streams may alternate;
/// other codecs keep a decoder per source. One queue at a time.
package final class KeyframeDecoder {
    private var shared: [AVCodecID.RawValue: UnsafeMutablePointer<AVCodecContext>] = [:]
    /// The H.264 decoder still holds the tables of its last picture. To flush gives them up, nearly 2 MB at 1080p to be
    /// made and cleared again for the next one, a tenth of the work; an IDR picture forgets what came before by itself.
    private var holdsTables = false

    package init() {}

    deinit {
        for context in shared.values {
            var mine: UnsafeMutablePointer<AVCodecContext>? = context
            avcodec_free_context(&mine)
        }
    }

    /// What one source needs beside the shared decoder.
    package final class Source {
        fileprivate var filter: UnsafeMutablePointer<AVBSFContext>?
        fileprivate var own: UnsafeMutablePointer<AVCodecContext>?
        fileprivate let codec: AVCodecID
        private var first: Int64?
        private var last: MediaTime?
        package fileprivate(set) var damaged = 0
        /// Where media time begins, once it is known.
        package var zero: MediaTime? { first.map { MediaTime(microseconds: $0) } }

        /// - Parameter zero: where media time begins; nil: at the first picture.
        package init(_ format: StreamFormat, zero: MediaTime? = nil) throws(VideoError) {
            codec = format.parameters.pointee.codec_id
            first = zero?.microseconds
            guard let filters = format.keyframeFilters else {
                own = try StreamDecoder.open(format.parameters, name: format.name)
                return
            }
            av_bsf_list_parse_str(filters, &filter)
            avcodec_parameters_copy(filter?.pointee.par_in, format.parameters)
            try VideoError.check(
                av_bsf_init(filter), "its parameter sets cannot be read", place: format.name,
                advice: "Check that the file is complete.")
        }

        deinit {
            av_bsf_free(&filter)
            avcodec_free_context(&own)
        }

        /// Media time of a packet's picture: since the first one, never backwards.
        fileprivate func time(of packet: Packet) -> MediaTime {
            let stamp = packet.pointer.pointee.pts
            let raw = stamp == piculet_nopts ? packet.time.microseconds : stamp
            let zero = first ?? raw
            first = zero
            var time = MediaTime(microseconds: raw.subtractingAtMost(zero))
            if let last, time <= last { time = last + .milliseconds(1) }
            last = time
            return time
        }
    }

    /// Decodes one keyframe as a draft; nil when it is damaged.
    package func decode(_ packet: Packet, of source: Source) -> Keyframe? {
        guard let frame = decode(packet, of: source, isDraft: true) else {
            source.damaged += 1
            return nil
        }
        frame.time = source.time(of: packet)
        return Keyframe(frame) { self.decode(packet, of: source, isDraft: false) }
    }

    private func decode(_ packet: Packet, of source: Source, isDraft: Bool) -> Frame? {
        let input = Packet()
        av_packet_ref(input.pointer, packet.pointer)
        if let filter = source.filter {
            guard av_bsf_send_packet(filter, input.pointer) >= 0,
                av_bsf_receive_packet(filter, input.pointer) >= 0
            else { return nil }
        }
        guard let context = source.own ?? context(for: source.codec) else { return nil }
        context.pointee.skip_loop_filter = isDraft ? AVDISCARD_ALL : AVDISCARD_DEFAULT
        let isH264 = context == shared[AV_CODEC_ID_H264.rawValue]
        if isH264 { prepare(context, for: input) }
        let frame = Frame()
        avcodec_send_packet(context, input.pointer)
        var received = avcodec_receive_frame(context, frame.pointer)
        let isHeldBack = received < 0
        if isHeldBack {
            avcodec_send_packet(context, nil)
            received = avcodec_receive_frame(context, frame.pointer)
        }
        // What the decoder had to invent is no evidence, and the scene would take it for things.
        let isWhole = received >= 0 && !frame.isDamaged
        let keepsTables = isH264 && isWhole && !isHeldBack && !frame.isInterlaced
        if keepsTables { holdsTables = true } else { flush(context, isH264: isH264) }
        return isWhole ? frame : nil
    }

    private func prepare(_ context: UnsafeMutablePointer<AVCodecContext>, for packet: Packet) {
        if holdsTables, !packet.isIDR { flush(context, isH264: true) }
        // How many pictures the stream before held back is no matter of this one.
        context.pointee.has_b_frames = 0
    }

    private func flush(_ context: UnsafeMutablePointer<AVCodecContext>, isH264: Bool) {
        avcodec_flush_buffers(context)
        if isH264 { holdsTables = false }
    }

    private func context(for codec: AVCodecID) -> UnsafeMutablePointer<AVCodecContext>? {
        if let known = shared[codec.rawValue] { return known }
        let decoder = avcodec_find_decoder(codec)
        guard let made = avcodec_alloc_context3(decoder) else { return nil }
        made.pointee.thread_count = 1
        made.pointee.max_pixels = StreamDecoder.mostPixels
        guard avcodec_open2(made, decoder, nil) >= 0 else { return nil }
        shared[codec.rawValue] = made
        return made
    }
}
