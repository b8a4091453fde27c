import CFFmpeg
import Foundation
import Media

/// A camera's stream while it is connected, read packet by packet on one reader thread; opening and reading block, and
/// an `Interrupt` ends them.
package final class LiveStream: @unchecked Sendable {
    // Sendable: opened, read and closed on its reader's thread.
    package enum Unit {
        case packet(Packet)
        /// The source begins anew: what comes next does not continue what was before.
        case seam
    }

    /// How long a source may take to its first packet, and from one packet to the next.
    package struct Patience: Sendable {
        package let opening: Duration
        package let reading: Duration

        package init(opening: Duration, reading: Duration) { (self.opening, self.reading) = (opening, reading) }

        /// A camera answers within a second or two; a keyframe interval is at most twelve.
        package static let camera = Patience(opening: .seconds(10), reading: .seconds(15))
    }

    /// What cameras send. Files and test pictures may be anything that FFmpeg decodes.
    private static let cameraCodecs = [AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_MJPEG, AV_CODEC_ID_MPEG4]
    private static let silenced: Void = piculet_silence_libav()

    private var context: UnsafeMutablePointer<AVFormatContext>?
    private let interrupt: Interrupt
    private let address: SourceAddress
    private let patience: Patience
    private var stream: UnsafeMutablePointer<AVStream>?
    /// The first packet, read while opening.
    private var pending: Packet?
    private var stamper = PacketStamper()
    private var packetsSinceSeam = 0
    package let format: StreamFormat

    /// How many packets in a row had no timestamp of use.
    package var guessedTimes: Int { stamper.guesses }

    /// Connects and reads up to the first packet of the video stream; looks no further into the stream.
    package init(_ address: SourceAddress, interrupt: Interrupt, patience: Patience) throws(SourceFault) {
        _ = Self.silenced
        (self.address, self.interrupt, self.patience) = (address, interrupt, patience)
        var opened = try Self.open(address, interrupt, patience)
        do throws(SourceFault) {
            let (stream, packet) = try Self.firstPacket(opened, address, interrupt)
            (self.stream, pending) = (stream, packet)
            format = StreamFormat(stream.pointee.codecpar, name: "\(address)")
            context = opened
        } catch {
            avformat_close_input(&opened)
            throw error
        }
    }

    deinit {
        // The farewell to a server that is gone must not take long.
        interrupt.arm(.milliseconds(500))
        avformat_close_input(&context)
    }

    private static func open(
        _ address: SourceAddress, _ interrupt: Interrupt, _ patience: Patience
    ) throws(SourceFault) -> UnsafeMutablePointer<AVFormatContext>? {
        if address.kind == .lavfi, !SourceOptions.testPictures {
            throw SourceFault(
                .unreachable, "test pictures need libavdevice, which is not here. Install Debian's libavdevice59.")
        }
        let how = SourceOptions(address)
        var options: OpaquePointer?
        for (key, value) in how.pairs { av_dict_set(&options, key, value, 0) }
        defer { av_dict_free(&options) }
        var context = avformat_alloc_context()
        context?.pointee.interrupt_callback = interrupt.callback
        interrupt.arm(patience.opening)
        let demuxer = how.format.flatMap { av_find_input_format($0) }
        // libavformat frees the context where it fails.
        let result = avformat_open_input(&context, how.url, demuxer, &options)
        guard result >= 0 else { throw fault(result, interrupt, "it cannot be opened", duringOpen: true) }
        return context
    }

    /// The first packet decides which stream is the camera's picture.
    private static func firstPacket(
        _ context: UnsafeMutablePointer<AVFormatContext>?, _ address: SourceAddress, _ interrupt: Interrupt
    ) throws(SourceFault) -> (UnsafeMutablePointer<AVStream>, Packet) {
        while true {
            try checkCodecs(context, address)
            let packet = Packet()
            let result = av_read_frame(context, packet.pointer)
            guard result >= 0 else { throw fault(result, interrupt, "it sent no picture", duringOpen: true) }
            guard let stream = context?.pointee.streams[Int(packet.pointer.pointee.stream_index)],
                stream.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO
            else { continue }
            try checkCodecs(context, address)
            return (stream, packet)
        }
    }

    private static func checkCodecs(
        _ context: UnsafeMutablePointer<AVFormatContext>?, _ address: SourceAddress
    ) throws(SourceFault) {
        guard let context else { return }
        var unknown: String?
        for index in 0..<Int(context.pointee.nb_streams) {
            guard let parameters = context.pointee.streams[index]?.pointee.codecpar,
                parameters.pointee.codec_type == AVMEDIA_TYPE_VIDEO
            else { continue }
            let codec = parameters.pointee.codec_id
            if address.kind.isPaced ? avcodec_find_decoder(codec) != nil : cameraCodecs.contains(codec) { return }
            unknown = codec == AV_CODEC_ID_NONE ? "unknown" : String(cString: avcodec_get_name(codec))
        }
        if let unknown {
            throw SourceFault(.wrongCodec, "its codec is '\(unknown)'. Set the camera to H.264 or H.265.")
        }
        // Where streams show themselves packet by packet there may still come one.
        let mayCome = context.pointee.ctx_flags & AVFMTCTX_NOHEADER != 0
        if !mayCome { throw SourceFault(.wrongCodec, "it has no video stream. Choose a stream with pictures.") }
    }

    /// The next packet. A looped source goes on over its seam.
    package func next() throws(SourceFault) -> Unit {
        interrupt.arm(patience.reading)
        while true {
            if interrupt.wasCalledOff { throw SourceFault(.cancelled, "it was stopped") }
            let packet = pending ?? Packet()
            let result = pending == nil ? av_read_frame(context, packet.pointer) : 0
            pending = nil
            guard result >= 0 else {
                guard address.kind == .file, packetsSinceSeam > 0, !interrupt.wasCalledOff, seekToStart() else {
                    throw Self.fault(result, interrupt, "it broke off", duringOpen: false)
                }
                packetsSinceSeam = 0
                return .seam
            }
            guard let stream, packet.pointer.pointee.stream_index == stream.pointee.index else { continue }
            packetsSinceSeam += 1
            stamper.stamp(
                packet, timeBase: stream.pointee.time_base,
                isReordered: stream.pointee.codecpar.pointee.video_delay != 0)
            return .packet(packet)
        }
    }

    private func seekToStart() -> Bool {
        guard let stream else { return false }
        let start = stream.pointee.start_time == piculet_nopts ? 0 : stream.pointee.start_time
        return av_seek_frame(context, stream.pointee.index, start, AVSEEK_FLAG_BACKWARD) >= 0
            || av_seek_frame(context, -1, 0, AVSEEK_FLAG_BYTE) >= 0
    }

    private static func fault(
        _ code: Int32, _ interrupt: Interrupt, _ what: String, duringOpen: Bool
    ) -> SourceFault {
        if interrupt.wasCalledOff { return SourceFault(.cancelled, "it was stopped") }
        switch code {
        case piculet_unauthorized, piculet_forbidden:
            return SourceFault(
                .refused, "the camera refuses the name or the password. Check both in the environment and the camera.")
        case piculet_exit, piculet_timed_out:
            let words = duringOpen ? "it does not answer in time" : "nothing more came in time"
            return SourceFault(.timedOut, "\(words). Check the camera and the network.")
        case piculet_end where !duringOpen: return SourceFault(.ended, "the stream ended. Check the camera.")
        case piculet_invalid_data, piculet_end:
            return SourceFault(.garbage, "\(what): it sends what is no stream. Check that the address is the camera's.")
        default:
            return SourceFault(
                .unreachable, "\(what): \(VideoError.words(code)). Check the camera, its address and the network.")
        }
    }
}
