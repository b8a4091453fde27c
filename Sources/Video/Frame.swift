import CFFmpeg
import FrameKernels
import Media

/// One decoded picture at full size; owns its memory.
package final class Frame: @unchecked Sendable {
    // Sendable: written by the decoder before it is handed on, only read afterwards.
    let pointer: UnsafeMutablePointer<AVFrame>
    package internal(set) var time = MediaTime.zero

    init() {
        guard let made = av_frame_alloc() else { fatalError("out of memory for a frame") }
        pointer = made
    }

    deinit {
        var mine: UnsafeMutablePointer<AVFrame>? = pointer
        av_frame_free(&mine)
    }

    package var width: Int { Int(pointer.pointee.width) }
    package var height: Int { Int(pointer.pointee.height) }

    /// The same picture at another time; the pixels are shared.
    package func shown(at time: MediaTime) -> Frame {
        let again = Frame()
        guard av_frame_ref(again.pointer, pointer) == 0 else { fatalError("out of memory for a frame") }
        again.time = time
        return again
    }

    /// Parts of it were lost and made up.
    var isDamaged: Bool {
        pointer.pointee.decode_error_flags != 0 || pointer.pointee.flags & Int32(AV_FRAME_FLAG_CORRUPT) != 0
    }

    /// Its rows are of two moments.
    var isInterlaced: Bool { pointer.pointee.interlaced_frame != 0 }

    var format: AVPixelFormat { AVPixelFormat(rawValue: pointer.pointee.format) }

    /// Whether the first plane holds 8-bit luma, which is then read where it lies.
    var hasPlainLuma: Bool {
        [
            AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUV444P,
            AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_NV12, AV_PIX_FMT_GRAY8,
        ].contains(format)
    }

    /// Where the colour lies, as 8-bit planes.
    struct Chroma {
        let u: UnsafePointer<UInt8>
        let v: UnsafePointer<UInt8>
        let strides: (u: Int, v: Int)
        /// 2 where every second row is read: there are as many as of the luma, but half as wide. Else 1.
        let rowStep: Int
        /// As wide and as high as the luma.
        let isFullWidth: Bool
    }

    /// nil: the format has none that is read.
    var chroma: Chroma? {
        let layout: (rowStep: Int, isFullWidth: Bool)
        switch format {
        case AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P: layout = (1, false)
        case AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUVJ422P: layout = (2, false)
        case AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUVJ444P: layout = (1, true)
        default: return nil
        }
        guard let u = pointer.pointee.data.1, let v = pointer.pointee.data.2 else { return nil }
        return Chroma(
            u: u, v: v, strides: (Int(pointer.pointee.linesize.1), Int(pointer.pointee.linesize.2)),
            rowStep: layout.rowStep, isFullWidth: layout.isFullWidth)
    }

    var isFullRange: Bool {
        pointer.pointee.color_range == AVCOL_RANGE_JPEG
            || [AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P].contains(format)
    }
}
