import CFFmpeg
import FrameKernels

extension Frame {
    /// Its brightness and colour, for networks; valid as long as the frame. nil: the format has none that is read.
    package var planes: PicturePlanes? {
        guard hasPlainLuma, let luma = pointer.pointee.data.0 else { return nil }
        let y = PicturePlanes.Rows(
            base: luma, stride: Int(pointer.pointee.linesize.0), width: width, height: height)
        let coding = ColourCoding(isBT709: matrix == .bt709, isFullRange: isFullRange)
        guard let chroma else {
            // What has its colour elsewhere would be shown grey.
            return format == AV_PIX_FMT_GRAY8 ? PicturePlanes(y: y, colour: nil, coding: coding) : nil
        }
        let size = chromaSize
        return PicturePlanes(
            y: y,
            colour: (
                .init(base: chroma.u, stride: chroma.strides.u, width: size.width, height: size.height),
                .init(base: chroma.v, stride: chroma.strides.v, width: size.width, height: size.height)
            ), coding: coding)
    }

    private var chromaSize: (width: Int, height: Int) {
        switch format {
        case AV_PIX_FMT_YUV444P, AV_PIX_FMT_YUVJ444P: (width, height)
        case AV_PIX_FMT_YUV422P, AV_PIX_FMT_YUVJ422P: ((width + 1) / 2, height)
        default: ((width + 1) / 2, (height + 1) / 2)
        }
    }
}

extension Frame {
    /// Itself, or where its format has no planes that are read a copy in one that has.
    package func readable() throws(VideoError) -> Frame {
        guard planes == nil else { return self }
        let copy = try Frame.make(width: Int32(width), height: Int32(height), format: AV_PIX_FMT_YUV420P)
        guard
            let scaler = sws_getContext(
                Int32(width), Int32(height), format, Int32(width), Int32(height), AV_PIX_FMT_YUV420P, SWS_POINT, nil,
                nil, nil)
        else {
            throw VideoError(
                "pictures of pixel format \(format.rawValue) cannot be read", place: "decoder",
                advice: "Set the camera to 8-bit 4:2:0.")
        }
        defer { sws_freeContext(scaler) }
        sws_scale_frame(scaler, copy.pointer, pointer)
        copy.time = time
        copy.pointer.pointee.colorspace = pointer.pointee.colorspace
        return copy
    }
}
