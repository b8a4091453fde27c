/// The loops that run over every pixel, on raw memory: what there is, and what each promises.
///
/// They are built twice, for every x86-64 and for x86-64-v3 (AVX2); `FrameKernels` checks sizes, chooses the build when
/// the program starts and calls it. Nothing here checks anything: counts are what the caller says they are, and memory
/// that is written overlaps nothing else but where it is the same. Loops over memories and times take sixteen pixels at
/// a time to the end: all memory that they are given has room for a multiple of sixteen, as planes have.
///
/// Fixed-point words: a level (0...255) is kept in 8.8 (`level * 256`), noise in 5.11 (0...31.99 levels), time in ticks
/// of 1/16 s, held back at 65,535; a rate (0...1) is a share of 65,536.
package protocol PixelLoops: SendableMetatype {
    // MARK: Shrinking

    /// Adds the columns of each pair over some rows: `pairs[i] = sum of source[row][2i] + source[row][2i + 1]`.
    ///
    /// - Parameters:
    ///   - rows: 1...32, `stride` bytes apart.
    ///   - count: columns, even.
    static func addColumnPairs(
        _ source: UnsafePointer<UInt8>, stride: Int, rows: Int, count: Int, into pairs: UnsafeMutablePointer<UInt16>)
    /// Adds each `group` (1, 2, 4, 8, 16) neighbouring sums, adds a half and shifts: `out[i]` is a rounded mean.
    static func averagePairs(
        _ pairs: UnsafePointer<UInt16>, group: Int, count: Int, shift: Int, into out: UnsafeMutablePointer<UInt8>)

    // MARK: Sampling

    /// Weighs rows of levels: `out[i] = sum of weights[k] * source[k * stride + i]`, k in order.
    ///
    /// - Parameter rows: 1 or more, `stride` bytes apart.
    static func weighRows(
        _ source: UnsafePointer<UInt8>, stride: Int, weights: UnsafePointer<Float>, rows: Int, count: Int,
        into out: UnsafeMutablePointer<Float>)
    /// Weighs neighbours of a row: `out[i] = sum of weights[i * taps + k] * row[starts[i] + k]`, k in order.
    static func weighColumns(
        _ row: UnsafePointer<Float>, starts: UnsafePointer<Int32>, weights: UnsafePointer<Float>, taps: Int, count: Int,
        into out: UnsafeMutablePointer<Float>)
    /// Turns a row of brightness and colour into red, green and blue, each 0...255, then into `level * scale + offset`.
    ///
    /// - Parameters:
    ///   - parts: how a level is made: `gain * (y - black)`, plus `red * (v - 128)`, minus `greenU * (u - 128)` and
    ///     `greenV * (v - 128)`, plus `blue * (u - 128)`.
    ///   - out: three rows, of red, green and blue.
    static func colour(
        _ y: UnsafePointer<Float>, _ u: UnsafePointer<Float>, _ v: UnsafePointer<Float>, parts: ColourParts,
        scale: SIMD3<Float>, offset: SIMD3<Float>, count: Int,
        into out: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>))

    // MARK: Memories

    /// One look's step of what a pixel showed lately, its noise and its time at rest (see `Background.followMotion`).
    static func followMotion(
        _ look: UnsafePointer<UInt8>, short: UnsafeMutablePointer<UInt16>, noise: UnsafeMutablePointer<UInt16>,
        still: UnsafeMutablePointer<UInt16>, count: Int, ticks: UInt16, shortRate: UInt16, noiseRate: UInt16)
    /// 255 where a look is outside `lowest...highest` by more than 3 times the noise and 10 levels (16...60), else 0.
    static func markOutside(
        _ look: UnsafePointer<UInt8>, lowest: UnsafePointer<UInt8>, highest: UnsafePointer<UInt8>,
        noise: UnsafePointer<UInt16>, into mask: UnsafeMutablePointer<UInt8>, count: Int)
    /// 255 where two colours differ by more than `threshold`, |du| + |dv| in levels, else 0.
    ///
    /// - Parameter threshold: 0...255.
    /// - Returns: the sum of what differs by no more, in levels.
    static func markColour(
        _ u: UnsafePointer<UInt8>, _ v: UnsafePointer<UInt8>, knownU: UnsafePointer<UInt16>,
        knownV: UnsafePointer<UInt16>, threshold: UInt16, into mask: UnsafeMutablePointer<UInt8>, count: Int
    ) -> Int
    /// One look's step of the background (see `Background.learn`).
    static func learn(
        _ look: UnsafePointer<UInt8>, long: UnsafeMutablePointer<UInt16>, still: UnsafePointer<UInt16>,
        present: UnsafeMutablePointer<UInt16>, foreground: UnsafeMutablePointer<UInt8>, light: UnsafePointer<UInt8>,
        held: UnsafePointer<UInt8>, count: Int, ticks: UInt16, rate: UInt16, lightRate: UInt16)
    /// Moves words towards a look, by the rate of each: `rates[i]` where it is not nil, else `rate`.
    static func follow(
        _ look: UnsafePointer<UInt8>, memory: UnsafeMutablePointer<UInt16>, rates: UnsafePointer<UInt16>, count: Int)
    /// Copies words where the mask is set and `still` is above `ticks`.
    static func adopt(
        _ words: UnsafePointer<UInt16>, into memory: UnsafeMutablePointer<UInt16>, still: UnsafePointer<UInt16>,
        mask: UnsafePointer<UInt8>, ticks: UInt16, count: Int)
    /// Multiplies by `gain / 4096` (at most 15 * 4096), up to 65,280: level 255.
    static func scale(_ memory: UnsafeMutablePointer<UInt16>, gain: UInt32, count: Int)
    /// The level of each word, rounded.
    static func roundLevels(_ words: UnsafePointer<UInt16>, into levels: UnsafeMutablePointer<UInt8>, count: Int)
    /// The word of each level.
    static func widenLevels(_ levels: UnsafePointer<UInt8>, into words: UnsafeMutablePointer<UInt16>, count: Int)

    // MARK: Neighbours and masks

    /// The least and the greatest of three rows, pixel by pixel.
    static func extremes(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ c: UnsafePointer<UInt8>,
        lowest: UnsafeMutablePointer<UInt8>, highest: UnsafeMutablePointer<UInt8>, count: Int)
    /// `out[i]` is the least of `low[i]`, `low[i + 1]`, `low[i + 2]`, and the greatest of `high` likewise.
    static func extremesAcross(
        low: UnsafePointer<UInt8>, high: UnsafePointer<UInt8>, lowest: UnsafeMutablePointer<UInt8>,
        highest: UnsafeMutablePointer<UInt8>, count: Int)
    /// Keeps of a mask what has at least so many ticks.
    static func select(
        _ mask: UnsafePointer<UInt8>, where ticks: UnsafePointer<UInt16>, atLeast least: UInt16,
        into target: UnsafeMutablePointer<UInt8>, count: Int)
    /// Clears the target where the mask is set and the ticks are above the limit.
    static func clear(
        _ target: UnsafeMutablePointer<UInt8>, under mask: UnsafePointer<UInt8>, where ticks: UnsafePointer<UInt16>,
        above limit: UInt16, count: Int)
    /// `to |= from`.
    static func join(_ from: UnsafePointer<UInt8>, into to: UnsafeMutablePointer<UInt8>, count: Int)
    /// `to &= from`.
    static func meet(_ from: UnsafePointer<UInt8>, into to: UnsafeMutablePointer<UInt8>, count: Int)
    /// `to &= ~from`.
    static func remove(_ from: UnsafePointer<UInt8>, from to: UnsafeMutablePointer<UInt8>, count: Int)

    // MARK: Measures

    /// How many pixels of two pictures differ by more than `threshold` levels.
    static func countDifferent(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, threshold: UInt8, count: Int
    ) -> Int
    /// Sums over one tile of 8 x 8 pixels of a look y and a background b, both `stride` bytes from row to row.
    static func sumTile(
        _ look: UnsafePointer<UInt8>, _ background: UnsafePointer<UInt8>, stride: Int
    ) -> TileMoments
    /// The sums of levels over one tile: the look's, and the memory's in 8.8.
    static func sumLevels(
        _ look: UnsafePointer<UInt8>, _ memory: UnsafePointer<UInt16>, stride: Int
    ) -> (look: UInt32, memory: UInt32)
    /// What one tile of 8 x 8 pixels looks like, against the look before.
    static func describeTile(
        _ look: UnsafePointer<UInt8>, _ before: UnsafePointer<UInt8>, stride: Int
    ) -> TileDescription
}

/// Sums over the 64 pixels of a tile, in levels.
package struct TileMoments: Sendable, BitwiseCopyable, Equatable {
    package var y: UInt32 = 0
    package var b: UInt32 = 0
    package var yy: UInt32 = 0
    package var bb: UInt32 = 0
    package var yb: UInt32 = 0

    package init() {}
}

/// Sums over the 64 pixels of a tile, in levels.
package struct TileDescription: Sendable, BitwiseCopyable, Equatable {
    package var y: UInt32 = 0
    package var yy: UInt32 = 0
    /// Squares of the differences to the right (7 a row) and downwards (7 rows).
    package var gradient: UInt32 = 0
    /// Absolute differences from the look before.
    package var change: UInt32 = 0
    /// How many pixels are at either end of the range: 250 and more, or 5 and less.
    package var bright: UInt32 = 0
    package var dark: UInt32 = 0

    package init() {}
}
