import CFFmpeg

/// A picture to draw on: a copy of a film's picture at its top, and whatever room there is below. Planes of 8 bits, 4:2:0,
/// limited range.
///
/// What lies beyond the edges is not drawn. One owner at a time.
package final class Canvas {
    package let width: Int
    package let height: Int
    let matrix: Colour.Matrix
    let frame: Frame
    private var scaler: OpaquePointer?

    /// - Parameters:
    ///   - width, height: even, 16 or more.
    ///   - matrix: of the pictures that will be shown.
    package init(width: Int, height: Int, matrix: Colour.Matrix) throws(VideoError) {
        precondition(width >= 16 && height >= 16 && width % 2 == 0 && height % 2 == 0, "sizes of a canvas are even")
        (self.width, self.height, self.matrix) = (width, height, matrix)
        frame = try Frame.make(width: Int32(width), height: Int32(height), format: AV_PIX_FMT_YUV420P)
        frame.pointer.pointee.color_range = AVCOL_RANGE_MPEG
        frame.pointer.pointee.colorspace = matrix.space
        fill(PixelArea(left: 0, top: 0, width: width, height: height), Colour(0, 0, 0))
    }

    deinit { sws_freeContext(scaler) }

    /// Shows a picture from the upper left on, as wide as the canvas.
    ///
    /// - Parameter height: of the picture here, even.
    package func show(_ picture: Frame, height: Int) throws(VideoError) {
        precondition(height > 0 && height % 2 == 0 && height <= self.height, "a picture fits its canvas")
        try makeWritable()
        scaler = sws_getCachedContext(
            scaler, Int32(picture.width), Int32(picture.height), picture.format, Int32(width), Int32(height),
            AV_PIX_FMT_YUV420P, picture.width > width ? SWS_AREA : SWS_BICUBIC, nil, nil, nil)
        guard scaler != nil else {
            throw VideoError(
                "pictures of this pixel format cannot be drawn on", place: "canvas",
                advice: "Set the camera to 8-bit 4:2:0.")
        }
        let table = sws_getCoefficients(SWS_CS_DEFAULT)
        sws_setColorspaceDetails(scaler, table, picture.isFullRange ? 1 : 0, table, 0, 0, 1 << 16, 1 << 16)
        let (from, to) = (picture.pointer.pointee, frame.pointer.pointee)
        let sources: [UnsafePointer<UInt8>?] = [
            UnsafePointer(from.data.0), UnsafePointer(from.data.1), UnsafePointer(from.data.2),
            UnsafePointer(from.data.3),
        ]
        let sourceStrides = [from.linesize.0, from.linesize.1, from.linesize.2, from.linesize.3]
        let targets = [to.data.0, to.data.1, to.data.2, nil]
        let targetStrides = [to.linesize.0, to.linesize.1, to.linesize.2, 0]
        try VideoError.check(
            sws_scale(scaler, sources, sourceStrides, 0, Int32(picture.height), targets, targetStrides),
            "a picture cannot be converted", place: "canvas", advice: "Report this stream.")
    }

    /// An encoder may still read what was handed to it: then the planes are copied first.
    private func makeWritable() throws(VideoError) {
        try VideoError.check(
            av_frame_make_writable(frame.pointer), "no memory for a picture", place: "canvas", advice: "Free memory.")
    }

    /// What is seen at a point inside.
    package func colour(_ x: Int, _ y: Int) -> Colour {
        precondition((0..<width).contains(x) && (0..<height).contains(y), "a point of the canvas")
        func level(_ plane: (data: UnsafeMutablePointer<UInt8>, stride: Int), _ shrink: Int) -> UInt8 {
            plane.data[y / shrink * plane.stride + x / shrink]
        }
        return Colour((level(plane(0), 1), level(plane(1), 2), level(plane(2), 2)), matrix)
    }

    /// Fills an area.
    ///
    /// - Parameter opacity: 0...1.
    package func fill(_ area: PixelArea, _ colour: Colour, opacity: Double = 1) {
        let area = area.clipped(width: width, height: height)
        let weight = Int(min(max(opacity, 0), 1) * 256)
        guard area.width > 0, area.height > 0, weight > 0 else { return }
        let levels = colour.levels(matrix)
        blend(area, levels.y, weight, into: plane(0))
        blendHalf(area, levels.u, weight, into: plane(1))
        blendHalf(area, levels.v, weight, into: plane(2))
    }

    private func plane(_ index: Int) -> (data: UnsafeMutablePointer<UInt8>, stride: Int) {
        let picture = frame.pointer.pointee
        let (data, stride) =
            switch index {
            case 0: (picture.data.0, picture.linesize.0)
            case 1: (picture.data.1, picture.linesize.1)
            default: (picture.data.2, picture.linesize.2)
            }
        guard let data else { fatalError("a canvas has three planes") }
        return (data, Int(stride))
    }

    private func blend(
        _ area: PixelArea, _ level: UInt8, _ weight: Int, into plane: (data: UnsafeMutablePointer<UInt8>, stride: Int)
    ) {
        for row in area.top..<area.bottom {
            let line = plane.data + row * plane.stride
            for column in area.left..<area.right { line[column] = Self.mix(line[column], level, weight) }
        }
    }

    /// A value of colour stands for four points: it goes as far as they are covered.
    private func blendHalf(
        _ area: PixelArea, _ level: UInt8, _ weight: Int, into plane: (data: UnsafeMutablePointer<UInt8>, stride: Int)
    ) {
        for row in area.top / 2...(area.bottom - 1) / 2 {
            let rows = min(2 * row + 2, area.bottom) - max(2 * row, area.top)
            let line = plane.data + row * plane.stride
            for column in area.left / 2...(area.right - 1) / 2 {
                let columns = min(2 * column + 2, area.right) - max(2 * column, area.left)
                line[column] = Self.mix(line[column], level, weight * rows * columns / 4)
            }
        }
    }

    /// - Parameter weight: 0...256.
    private static func mix(_ old: UInt8, _ new: UInt8, _ weight: Int) -> UInt8 {
        UInt8((Int(old) * (256 - weight) + Int(new) * weight + 128) >> 8)
    }
}
