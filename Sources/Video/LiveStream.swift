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
                .unreachable,
                Words(
                    zh: "测试画面需要 libavdevice，本机没有。请安装 Debian 软件包 libavdevice59。",
                    en: "test pictures need libavdevice, which is not here. Install Debian's libavdevice59."))
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
        guard result >= 0 else { throw fault(result, interrupt, .opening) }
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
            guard result >= 0 else { throw fault(result, interrupt, .opening) }
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
            throw SourceFault(
                .wrongCodec,
                Words(
                    zh: "编码为“\(unknown)”。请将摄像机设为 H.264 或 H.265。",
                    en: "its codec is '\(unknown)'. Set the camera to H.264 or H.265."))
        }
        // Where streams show themselves packet by packet there may still come one.
        let mayCome = context.pointee.ctx_flags & AVFMTCTX_NOHEADER != 0
        if !mayCome {
            throw SourceFault(
                .wrongCodec,
                Words(zh: "没有视频流。请选择有画面的码流。", en: "it has no video stream. Choose a stream with pictures."))
        }
    }

    /// The next packet. A looped source goes on over its seam.
    package func next() throws(SourceFault) -> Unit {
        interrupt.arm(patience.reading)
        while true {
            if interrupt.wasCalledOff { throw .cancelled }
            let packet = pending ?? Packet()
            let result = pending == nil ? av_read_frame(context, packet.pointer) : 0
            pending = nil
            guard result >= 0 else {
                guard address.kind == .file, packetsSinceSeam > 0, !interrupt.wasCalledOff, seekToStart() else {
                    throw Self.fault(result, interrupt, .reading)
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
        // A recording may have been cut in the middle of a group: then no keyframe lies at its start.
        return av_seek_frame(context, stream.pointee.index, start, AVSEEK_FLAG_BACKWARD) >= 0
            || av_seek_frame(context, stream.pointee.index, start, AVSEEK_FLAG_BACKWARD | AVSEEK_FLAG_ANY) >= 0
            || av_seek_frame(context, -1, 0, AVSEEK_FLAG_BYTE) >= 0
    }

    private static func fault(
        _ code: Int32, _ interrupt: Interrupt, _ step: Step
    ) -> SourceFault {
        if interrupt.wasCalledOff { return .cancelled }
        switch code {
        case piculet_unauthorized, piculet_forbidden:
            return SourceFault(
                .refused,
                Words(
                    zh: "摄像机拒绝用户名或密码。请核对环境变量和摄像机设置。",
                    en: "the camera refuses the name or the password. Check both in the environment and the camera."))
        case piculet_exit, piculet_timed_out:
            let words =
                step == .reading
                ? Words(zh: "超时没有后续数据。请检查摄像机和网络。", en: "nothing more came in time. Check the camera and the network.")
                : Words(zh: "没有及时应答。请检查摄像机和网络。", en: "it does not answer in time. Check the camera and the network.")
            return SourceFault(.timedOut, words)
        case piculet_end where step == .reading:
            return SourceFault(.ended, Words(zh: "码流已结束。请检查摄像机。", en: "the stream ended. Check the camera."))
        case piculet_invalid_data, piculet_end:
            return SourceFault(
                .garbage,
                Words(
                    zh: "收到的不是码流。请核对摄像机地址。",
                    en: "it sends what is no stream. Check that the address is the camera's."))
        default:
            let detail = VideoError.words(code)
            return SourceFault(
                .unreachable,
                Words(
                    zh: "无法连接（\(detail)）。请检查摄像机、地址和网络。",
                    en: "it cannot be reached: \(detail). Check the camera, its address and the network."))
        }
    }

    /// How far a connection had come when it failed.
    private enum Step { case opening, reading }
}
