import PixelLoops

/// What each whole tile of 8 x 8 pixels looks like, one array a measure: standing water, crowds, blur and the health of a
/// camera are read from it. Keeps its memory between looks; one thread at a time.
package struct TileStatistics {
    package let columns: Int
    package let rows: Int
    /// Mean level, 0...255.
    package private(set) var mean: [Float]
    /// Variance of the levels.
    package private(set) var variance: [Float]
    /// Mean square difference of neighbours, across and downwards: fine texture, and noise.
    package private(set) var gradient: [Float]
    /// Share of pixels at either end of the range, 0...1.
    package private(set) var bright: [Float]
    package private(set) var dark: [Float]
    /// Mean absolute difference from the look before, in levels.
    package private(set) var activity: [Float]

    /// - Parameters:
    ///   - width, height: of the looks, at least 8 each.
    package init(width: Int, height: Int) {
        precondition(width >= Tiles.side && height >= Tiles.side, "a tile at least")
        (columns, rows) = (width / Tiles.side, height / Tiles.side)
        let none = [Float](repeating: 0, count: columns * rows)
        (mean, variance, gradient, bright, dark, activity) = (none, none, none, none, none, none)
    }

    /// - Parameters:
    ///   - look: of the size it was made for.
    ///   - before: the look before, of the same size.
    package mutating func take(
        _ look: Plane<UInt8>, before: Plane<UInt8>, with loops: Kernels.Build = Kernels.chosen
    ) {
        precondition(look.width / Tiles.side == columns && look.height / Tiles.side == rows, "looks of one size")
        precondition(before.width == look.width && before.height == look.height, "looks of one size")
        let pixels = Float(Tiles.pixels)
        for row in 0..<rows {
            for column in 0..<columns {
                let at = row * Tiles.side * look.width + column * Tiles.side
                let tile = loops.describeTile(look.base + at, before.base + at, stride: look.width)
                let index = row * columns + column
                let level = Float(tile.y) / pixels
                mean[index] = level
                variance[index] = max(Float(tile.yy) / pixels - level * level, 0)
                // Seven differences in each of eight rows, and as many downwards.
                gradient[index] = Float(tile.gradient) / 112
                bright[index] = Float(tile.bright) / pixels
                dark[index] = Float(tile.dark) / pixels
                activity[index] = Float(tile.change) / pixels
            }
        }
    }
}
