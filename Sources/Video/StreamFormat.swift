import CFFmpeg

/// What a decoder needs to know of a stream; owns its memory and does not change.
package final class StreamFormat: @unchecked Sendable {
    // Sendable: written once in init.
    let parameters: UnsafeMutablePointer<AVCodecParameters>
    /// The source, as messages name it.
    package let name: String

    init(_ original: UnsafeMutablePointer<AVCodecParameters>, name: String) {
        guard let made = avcodec_parameters_alloc() else { fatalError("out of memory for a stream's parameters") }
        avcodec_parameters_copy(made, original)
        (parameters, self.name) = (made, name)
    }

    deinit {
        var mine: UnsafeMutablePointer<AVCodecParameters>? = parameters
        avcodec_parameters_free(&mine)
    }

    /// FFmpeg's name of the codec, `h264`.
    package var codec: String { String(cString: avcodec_get_name(parameters.pointee.codec_id)) }

    /// Of its pictures as its header has it; 0: it does not say.
    package var size: (width: Int, height: Int) {
        (Int(parameters.pointee.width), Int(parameters.pointee.height))
    }

    /// The bitstream filters that make each keyframe stand alone as Annex B with its parameter sets in front; nil for
    /// codecs that need none.
    var keyframeFilters: String? {
        let names = [AV_CODEC_ID_H264: "h264_mp4toannexb", AV_CODEC_ID_HEVC: "hevc_mp4toannexb"]
        guard let toAnnexB = names.first(where: { $0.key == parameters.pointee.codec_id })?.value else { return nil }
        // Parameter sets from a session description are Annex B already: then that filter would add none.
        return startsWithStartCode ? "dump_extra=freq=keyframe" : toAnnexB
    }

    private var startsWithStartCode: Bool {
        guard let bytes = parameters.pointee.extradata, parameters.pointee.extradata_size >= 4 else { return false }
        return bytes[0] == 0 && bytes[1] == 0 && (bytes[2] == 1 || (bytes[2] == 0 && bytes[3] == 1))
    }
}
