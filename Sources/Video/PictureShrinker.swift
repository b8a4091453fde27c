import CFFmpeg
import FrameKernels

/// Brings decoded pictures down to what scenes see, straight from the decoder's planes. Levels are taken as they come, of
/// full or limited range: scenes compare a camera's pictures with each other. One thread at a time.
package final class PictureShrinker {
    private var scaler: OpaquePointer?
    private var gray: Frame?
    private var scratch = Plane<UInt16>(width: 1, height: 1, filledWith: 0)

    package init() {}

    deinit { sws_freeContext(scaler) }

    /// The size of the plane that a picture becomes; at least 16 x 16.
    package static func size(of frame: Frame) -> (width: Int, height: Int) {
        let factor = Shrink.factor(forWidth: frame.width)
        return (frame.width / factor, frame.height / factor)
    }

    /// - Parameters:
    ///   - target: of the size that `size(of:)` says.
    ///   - withColour: fills the colour too.
    /// - Returns: whether the colour was filled; formats other than planar 8-bit YUV have none that is read.
    package func shrink(
        _ frame: Frame, into target: AnalysisPicture, withColour: Bool
    ) throws(VideoError) -> Bool {
        let source = frame.hasPlainLuma ? frame : try converted(frame)
        guard let luma = source.pointer.pointee.data.0 else {
            throw VideoError("a picture has no luma plane", place: "decoder", advice: "Report this stream.")
        }
        let factor = Shrink.factor(forWidth: frame.width)
        guard factor <= 16 else {
            throw VideoError(
                "pictures of \(frame.width) columns are too wide", place: "decoder",
                advice: "Set the camera to 8192 columns or fewer.")
        }
        // Colour never needs more: where it is as wide as the luma, it is brought down to half its width.
        if scratch.count < target.width * factor {
            scratch = Plane(width: target.width * factor, height: 1, filledWith: 0)
        }
        Shrink.area(
            luma, stride: Int(source.pointer.pointee.linesize.0), across: factor, down: factor, into: target.luma,
            scratch: scratch)
        guard withColour, let chroma = source.chroma else { return false }
        let step = chroma.isFullWidth ? 2 * factor : factor
        Shrink.area(
            chroma.u, stride: chroma.strides.u * chroma.rowStep, across: step, down: step, into: target.u,
            scratch: scratch)
        Shrink.area(
            chroma.v, stride: chroma.strides.v * chroma.rowStep, across: step, down: step, into: target.v,
            scratch: scratch)
        return true
    }

    private func converted(_ frame: Frame) throws(VideoError) -> Frame {
        let (width, height) = (Int32(frame.width), Int32(frame.height))
        scaler = sws_getCachedContext(
            scaler, width, height, frame.format, width, height, AV_PIX_FMT_GRAY8, SWS_POINT, nil, nil, nil)
        guard scaler != nil else {
            throw VideoError(
                "pictures of pixel format \(frame.format.rawValue) cannot be read", place: "decoder",
                advice: "Set the camera to 8-bit 4:2:0.")
        }
        if gray == nil || gray?.width != frame.width || gray?.height != frame.height {
            gray = try Frame.make(width: width, height: height, format: AV_PIX_FMT_GRAY8)
        }
        guard let gray else { fatalError("made above") }
        sws_scale_frame(scaler, gray.pointer, frame.pointer)
        return gray
    }
}

extension Frame {
    /// An empty frame with memory of its own.
    static func make(width: Int32, height: Int32, format: AVPixelFormat) throws(VideoError) -> Frame {
        let frame = Frame()
        (frame.pointer.pointee.width, frame.pointer.pointee.height) = (width, height)
        frame.pointer.pointee.format = format.rawValue
        try VideoError.check(
            av_frame_get_buffer(frame.pointer, 0), "no memory for a picture of \(width) x \(height)",
            place: "decoder", advice: "Free memory.")
        return frame
    }
}
