import CFFmpeg
import Foundation
import Media

/// A camera's stream while it is connected, read packet by packet on one reader thread; opening and reading block, and
/// an `Interrupt` ends them. An `Intake` sees to it that no source takes more memory than a camera needs.
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

    /// The largest block that libav may take in a process that has opened a stream: a picture of 8192 x 8192 in 8-bit
    /// 4:2:0, or the index of two days of recording. It ends answers that announce gigabytes and pictures that never end.
    static let mostBytesAtOnce = 128 << 20
    /// Each variant of a playlist brings a stream or two.
    private static let mostStreams: Int32 = 64
    private static let prepared: Void = {
        piculet_silence_libav()
        av_max_alloc(mostBytesAtOnce)
    }()

    private var context: UnsafeMutablePointer<AVFormatContext>?
    private let interrupt: Interrupt
    private let intake: Intake
    private let address: SourceAddress
    private let patience: Patience
    private var stream: UnsafeMutablePointer<AVStream>?
    /// Streams that may show themselves later are left unread as well.
    private var streamsSeen: UInt32 = 0
    /// The first packet, read while opening.
    private var pending: Packet?
    private var stamper = PacketStamper()
    private var packetsSinceSeam = 0
    package let format: StreamFormat

    /// How many packets in a row had no timestamp of use.
    package var guessedTimes: Int { stamper.guesses }

    /// Connects and reads up to the first packet of the video stream; looks no further into the stream.
    package init(_ address: SourceAddress, interrupt: Interrupt, patience: Patience) throws(SourceFault) {
        _ = Self.prepared
        (self.address, self.interrupt, self.patience) = (address, interrupt, patience)
        intake = Intake(address, interrupt)
        var opened = try Self.open(address, intake, interrupt, patience)
        do throws(SourceFault) {
            guard let made = opened else { throw .excessive(.memory) }
            let (stream, packet) = try Self.firstPacket(made, address, intake, interrupt)
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
        _ address: SourceAddress, _ intake: Intake, _ interrupt: Interrupt, _ patience: Patience
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
        if let context {
            intake.watch(context)
            context.pointee.max_streams = mostStreams
        }
        interrupt.arm(patience.opening)
        let demuxer = how.format.flatMap { av_find_input_format($0) }
        // libavformat frees the context where it fails.
        let result = avformat_open_input(&context, how.url, demuxer, &options)
        guard result >= 0 else { throw fault(result, intake, interrupt, .opening) }
        intake.opened()
        return context
    }

    /// The stream that is the camera's picture, and its first packet.
    private static func firstPacket(
        _ context: UnsafeMutablePointer<AVFormatContext>, _ address: SourceAddress, _ intake: Intake,
        _ interrupt: Interrupt
    ) throws(SourceFault) -> (UnsafeMutablePointer<AVStream>, Packet) {
        let pictures = PictureStream(kind: address.kind, context: context)
        var known: UnsafeMutablePointer<AVStream>?
        while true {
            if known == nil, !intake.isOver, let named = try pictures.named() {
                PictureStream.leave(all: context, but: named)
                known = named
            }
            let packet = Packet()
            let result = intake.isOver ? piculet_exit : av_read_frame(context, packet.pointer)
            guard result >= 0, !intake.isOver else { throw fault(result, intake, interrupt, .opening) }
            let found = try pictures.chosen(by: packet)
            guard let found, known == nil || found == known else { continue }
            PictureStream.leave(all: context, but: found)
            return (found, packet)
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
                    throw Self.fault(result, intake, interrupt, .reading)
                }
                packetsSinceSeam = 0
                return .seam
            }
            guard let stream else { continue }
            if let seen = context?.pointee.nb_streams, seen != streamsSeen {
                PictureStream.leave(all: context, but: stream)
                streamsSeen = seen
            }
            guard packet.pointer.pointee.stream_index == stream.pointee.index else { continue }
            guard intake.take(packet.bytes) else { throw Self.fault(piculet_exit, intake, interrupt, .reading) }
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
}
