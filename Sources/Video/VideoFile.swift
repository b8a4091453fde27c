import CFFmpeg
import Foundation
import Media

/// A recorded video, read packet by packet. Used by one reader thread; reading blocks.
package final class VideoFile: @unchecked Sendable {
    // Sendable: opened on one thread and handed to the reader's.
    private var context: UnsafeMutablePointer<AVFormatContext>?
    private let stream: UnsafeMutablePointer<AVStream>
    package let path: String
    private var stamper = PacketStamper()
    /// The decoding time of the last packet that was read.
    package var lastTime: MediaTime { stamper.now }

    private static let silenced: Void = piculet_silence_libav()

    /// Opens a file and finds its video stream.
    package init(path: String) throws(VideoError) {
        _ = Self.silenced
        let name = URL(fileURLWithPath: path).lastPathComponent
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else {
            throw VideoError("there is no such file", place: name, advice: "Check the path.")
        }
        // Only files: a playlist inside a file must not reach the network.
        var options: OpaquePointer?
        av_dict_set(&options, "protocol_whitelist", "file", 0)
        defer { av_dict_free(&options) }
        var opened: UnsafeMutablePointer<AVFormatContext>?
        let result = avformat_open_input(&opened, "file:" + path, nil, &options)
        try VideoError.check(
            result, "it cannot be opened as a video", place: name,
            advice: "Check that the file is complete and is a video.")
        context = opened
        let found = avformat_find_stream_info(opened, nil)
        let index = Self.pictures(in: opened)
        guard found >= 0, index >= 0, let stream = opened?.pointee.streams[Int(index)] else {
            avformat_close_input(&opened)
            throw VideoError(
                "it has no video stream", place: name, advice: "Give a file that has pictures, not sound alone.")
        }
        guard stream.pointee.codecpar.pointee.codec_id != AV_CODEC_ID_NONE,
            avcodec_find_decoder(stream.pointee.codecpar.pointee.codec_id) != nil
        else {
            let tag = stream.pointee.codecpar.pointee.codec_tag
            let letters = (0..<4).map { UInt8(truncatingIfNeeded: tag >> (8 * UInt32($0))) }
            let shown = letters.allSatisfy { (32..<127).contains($0) } ? String(decoding: letters, as: UTF8.self) : "?"
            avformat_close_input(&opened)
            throw VideoError(
                "its codec ('\(shown)') is not known", place: name, advice: "Set the camera to H.264 or H.265.")
        }
        self.stream = stream
        for other in 0..<Int(opened?.pointee.nb_streams ?? 0) where other != Int(index) {
            opened?.pointee.streams[other]?.pointee.discard = AVDISCARD_ALL
        }
    }

    deinit { avformat_close_input(&context) }

    /// The best stream of moving pictures, never the cover; negative where there is none.
    private static func pictures(in context: UnsafeMutablePointer<AVFormatContext>?) -> Int32 {
        let best = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nil, 0)
        guard best >= 0, let context, let stream = context.pointee.streams[Int(best)] else { return best }
        if PictureStream.isMoving(stream) { return best }
        let all = 0..<Int32(context.pointee.nb_streams)
        return all.first { context.pointee.streams[Int($0)].map(PictureStream.isMoving) ?? false } ?? -1
    }

    package var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// How long the header says it lasts: for progress only, headers lie.
    package var claimedDuration: Duration? {
        guard let duration = context?.pointee.duration, duration != piculet_nopts, duration > 0 else { return nil }
        return .microseconds(duration)
    }

    package var format: StreamFormat { StreamFormat(stream.pointee.codecpar, name: name) }

    /// The next packet of the video stream; nil at the end. A file that breaks off ends there.
    package func nextPacket() -> Packet? {
        while true {
            let packet = Packet()
            guard av_read_frame(context, packet.pointer) >= 0 else { return nil }
            guard packet.pointer.pointee.stream_index == stream.pointee.index else { continue }
            stamper.stamp(
                packet, timeBase: stream.pointee.time_base,
                isReordered: stream.pointee.codecpar.pointee.video_delay != 0)
            return packet
        }
    }
}
