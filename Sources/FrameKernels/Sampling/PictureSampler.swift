import PixelLoops

/// Brings a part of a decoded picture to the form that a network wants, straight from the decoder's planes: resized,
/// coloured and levelled in one pass. One thread at a time; its memory is kept from picture to picture.
package final class PictureSampler {
    private struct Geometry: Hashable {
        let part: PicturePart
        let form: SampleForm
        let width: Int
        let height: Int
        let colourWidth: Int
        let colourHeight: Int
    }

    /// Where the pixels of one plane come from.
    private struct Grid {
        let across: SampleTaps
        let down: SampleTaps
        /// The columns that count at all.
        let columns: Range<Int>

        init(_ rows: PicturePlanes.Rows, _ part: PicturePart, of y: PicturePlanes.Rows, _ form: SampleForm) {
            let shown = form.shown(of: part)
            let (x, y) = (Double(rows.width) / Double(y.width), Double(rows.height) / Double(y.height))
            across = SampleTaps(
                origin: part.x * x, length: part.width * x, count: shown.columns, limit: rows.width, isArea: form.isArea
            )
            down = SampleTaps(
                origin: part.y * y, length: part.height * y, count: shown.rows, limit: rows.height, isArea: form.isArea)
            let first = across.starts.min().map(Int.init) ?? 0
            let last = across.starts.max().map(Int.init) ?? 0
            columns = first..<last + across.taps
        }
    }

    private let loops: Kernels.Build
    /// The last ones: a camera's pictures are all of a size.
    private var known: [(Geometry, luma: Grid, colour: Grid?)] = []
    private var wide: [Float] = []
    private var lines: [Float] = []

    /// - Parameter loops: which build of the loops; for tests.
    package init(with loops: Kernels.Build = Kernels.chosen) { self.loops = loops }

    /// - Parameters:
    ///   - part: what is shown; what lies beyond the picture is as its edge.
    ///   - target: room for `form.count` numbers, all of which are written.
    package func sample(
        _ picture: PicturePlanes, _ part: PicturePart, as form: SampleForm, into target: UnsafeMutablePointer<Float>
    ) {
        let (luma, colour) = grids(picture, part, form)
        let shown = form.shown(of: part)
        let line = form.width
        reserve(wide: picture.y.width, lines: 6 * line)
        let numbers = form.numbers
        let parts = ColourParts(picture.coding)
        wide.withUnsafeMutableBufferPointer { wide in
            lines.withUnsafeMutableBufferPointer { lines in
                guard let wide = wide.baseAddress, let y = lines.baseAddress else { return }
                let (u, v) = (y + line, y + 2 * line)
                let made = (y + 3 * line, y + 4 * line, y + 5 * line)
                for column in 0..<2 * line { u[column] = 128 }
                for row in 0..<shown.rows {
                    weigh(picture.y, luma, row, wide, into: y)
                    if let planes = picture.colour, let colour {
                        weigh(planes.u, colour, row, wide, into: u)
                        weigh(planes.v, colour, row, wide, into: v)
                    }
                    loops.colour(
                        y, u, v, parts: parts, scale: numbers.scale, offset: numbers.offset, count: shown.columns,
                        into: made)
                    store(made, row, shown.columns, form, into: target)
                }
            }
        }
        pad(shown, form, numbers, target)
    }

    private func weigh(
        _ rows: PicturePlanes.Rows, _ grid: Grid, _ row: Int, _ wide: UnsafeMutablePointer<Float>,
        into out: UnsafeMutablePointer<Float>
    ) {
        let from = grid.columns.lowerBound
        grid.down.weights.withUnsafeBufferPointer { weights in
            guard let weights = weights.baseAddress else { return }
            loops.weighRows(
                rows.base + Int(grid.down.starts[row]) * rows.stride + from, stride: rows.stride,
                weights: weights + row * grid.down.taps, rows: grid.down.taps, count: grid.columns.count,
                into: wide + from)
        }
        grid.across.starts.withUnsafeBufferPointer { starts in
            grid.across.weights.withUnsafeBufferPointer { weights in
                guard let starts = starts.baseAddress, let weights = weights.baseAddress else { return }
                loops.weighColumns(
                    wide, starts: starts, weights: weights, taps: grid.across.taps, count: grid.across.starts.count,
                    into: out)
            }
        }
    }

    private func store(
        _ made: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>), _ row: Int,
        _ columns: Int, _ form: SampleForm, into target: UnsafeMutablePointer<Float>
    ) {
        let planes = form.order == .rgb ? [made.0, made.1, made.2] : [made.2, made.1, made.0]
        for (index, plane) in planes.enumerated() {
            if form.isInterleaved {
                let to = target + 3 * row * form.width + index
                for column in 0..<columns { to[3 * column] = plane[column] }
            } else {
                (target + (index * form.height + row) * form.width).update(from: plane, count: columns)
            }
        }
    }

    private func pad(
        _ shown: (columns: Int, rows: Int), _ form: SampleForm, _ numbers: SampleForm.Numbers,
        _ target: UnsafeMutablePointer<Float>
    ) {
        guard case .padded(let level) = form.fit else { return }
        let levels = numbers.scale * Float(level) + numbers.offset
        let colours = form.order == .rgb ? [levels.x, levels.y, levels.z] : [levels.z, levels.y, levels.x]
        for row in 0..<form.height {
            for column in (row < shown.rows ? shown.columns : 0)..<form.width {
                for (index, colour) in colours.enumerated() {
                    let place =
                        form.isInterleaved
                        ? 3 * (row * form.width + column) + index : (index * form.height + row) * form.width + column
                    target[place] = colour
                }
            }
        }
    }

    private func grids(
        _ picture: PicturePlanes, _ part: PicturePart, _ form: SampleForm
    ) -> (luma: Grid, colour: Grid?) {
        let colour = picture.colour?.u
        let geometry = Geometry(
            part: part, form: form, width: picture.y.width, height: picture.y.height, colourWidth: colour?.width ?? 0,
            colourHeight: colour?.height ?? 0)
        if let found = known.first(where: { $0.0 == geometry }) { return (found.luma, found.colour) }
        let made = (
            geometry, luma: Grid(picture.y, part, of: picture.y, form),
            colour: colour.map { Grid($0, part, of: picture.y, form) }
        )
        if known.count == Self.remembered { known.removeFirst() }
        known.append(made)
        return (made.luma, made.colour)
    }

    /// Tiles of some sizes of pictures.
    private static let remembered = 32

    private func reserve(wide columns: Int, lines numbers: Int) {
        if wide.count < columns { wide = [Float](repeating: 0, count: columns) }
        if lines.count < numbers { lines = [Float](repeating: 0, count: numbers) }
    }
}

extension SampleForm {
    /// A level becomes `level * scale + offset`; in the order red, green, blue.
    struct Numbers {
        let scale: SIMD3<Float>
        let offset: SIMD3<Float>
    }

    var numbers: Numbers {
        let (mean, deviation) = order == .rgb ? (mean, deviation) : (mean.backwards, deviation.backwards)
        return Numbers(scale: SIMD3<Float>(1 / deviation), offset: SIMD3<Float>(-mean / deviation))
    }
}

extension SIMD3 {
    fileprivate var backwards: SIMD3 { SIMD3(z, y, x) }
}

extension ColourParts {
    /// The inverse of what BT.601 or BT.709 make of red, green and blue.
    init(_ coding: ColourCoding) {
        let (red, blue) = coding.shares
        let green = 1 - red - blue
        // A level of full range has 255 steps, one of limited range 219, its colour 224.
        let (gain, span) = coding.isFullRange ? (1.0, 1.0) : (255.0 / 219, 255.0 / 224)
        self.init(
            black: coding.isFullRange ? 0 : 16, gain: Float(gain), red: Float(2 * (1 - red) * span),
            greenU: Float(2 * (1 - blue) * blue / green * span), greenV: Float(2 * (1 - red) * red / green * span),
            blue: Float(2 * (1 - blue) * span))
    }
}
