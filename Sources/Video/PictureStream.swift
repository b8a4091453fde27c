import CFFmpeg
import Media

/// Chooses the stream of a source that is the camera's picture, and judges its codec.
struct PictureStream {
    typealias Stream = UnsafeMutablePointer<AVStream>

    /// What cameras send. Files and test pictures may be anything that FFmpeg decodes.
    private static let cameraCodecs = [AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_MJPEG, AV_CODEC_ID_MPEG4]

    let kind: SourceKind
    let context: UnsafeMutablePointer<AVFormatContext>

    private var streams: [Stream] { (0..<Int(context.pointee.nb_streams)).compactMap { context.pointee.streams[$0] } }

    /// Streams show themselves packet by packet: there may still come one.
    private var mayGrow: Bool { context.pointee.ctx_flags & AVFMTCTX_NOHEADER != 0 }

    /// Pictures that move: the cover of a recording is a video stream too, of one picture.
    static func isMoving(_ stream: Stream) -> Bool {
        stream.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO
            && stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
    }

    private func isDecoded(_ stream: Stream) -> Bool {
        let codec = stream.pointee.codecpar.pointee.codec_id
        return kind.isPaced ? avcodec_find_decoder(codec) != nil : Self.cameraCodecs.contains(codec)
    }

    /// The stream to read, where the header names them all.
    ///
    /// - Returns: nil: the first packet will tell.
    /// - Throws: a source without pictures that Piculet decodes.
    func named() throws(SourceFault) -> Stream? {
        guard !mayGrow else { return nil }
        let moving = streams.filter(Self.isMoving)
        if let found = moving.first(where: isDecoded) { return found }
        throw moving.first.map(wrongCodec) ?? .noPictures
    }

    /// The stream that a packet belongs to, if it is the camera's picture.
    ///
    /// - Returns: nil: it is sound, or of a stream beside one that is decoded.
    /// - Throws: the only pictures have a codec that is not decoded.
    func chosen(by packet: Packet) throws(SourceFault) -> Stream? {
        let index = Int(packet.pointer.pointee.stream_index)
        guard streams.indices.contains(index), Self.isMoving(streams[index]) else { return nil }
        if isDecoded(streams[index]) { return streams[index] }
        guard streams.contains(where: { Self.isMoving($0) && isDecoded($0) }) else { throw wrongCodec(streams[index]) }
        return nil
    }

    /// Leaves all other streams unread and unparsed.
    static func leave(all context: UnsafeMutablePointer<AVFormatContext>?, but chosen: Stream) {
        for index in 0..<Int(context?.pointee.nb_streams ?? 0) {
            guard let stream = context?.pointee.streams[index], stream != chosen else { continue }
            stream.pointee.discard = AVDISCARD_ALL
        }
    }

    private func wrongCodec(_ stream: Stream) -> SourceFault {
        let codec = stream.pointee.codecpar.pointee.codec_id
        let name = codec == AV_CODEC_ID_NONE ? "unknown" : String(cString: avcodec_get_name(codec))
        return SourceFault(
            .wrongCodec,
            Words(
                zh: "编码为“\(name)”。请将摄像机设为 H.264 或 H.265。",
                en: "its codec is '\(name)'. Set the camera to H.264 or H.265."))
    }
}

extension SourceFault {
    fileprivate static let noPictures = SourceFault(
        .wrongCodec, Words(zh: "没有视频流。请选择有画面的码流。", en: "it has no video stream. Choose a stream with pictures."))
}
