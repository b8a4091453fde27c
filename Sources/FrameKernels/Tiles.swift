/// Sums over tiles of 8 x 8 pixels, from which light is told from things.
package enum Tiles {
    package static let side = 8

    /// The sums of one tile over a look y and the background b.
    package struct Sums: Sendable, BitwiseCopyable {
        package var y: Float = 0
        package var b: Float = 0
        package var yy: Float = 0
        package var bb: Float = 0
        package var yb: Float = 0
        /// How many of its pixels are foreground.
        package var foreground: Float = 0

        package init() {}

        package static func + (left: Sums, right: Sums) -> Sums {
            var sum = left
            sum.y += right.y
            sum.b += right.b
            sum.yy += right.yy
            sum.bb += right.bb
            sum.yb += right.yb
            sum.foreground += right.foreground
            return sum
        }
    }

    /// Counts the foreground of each whole tile, and sums those that have some within one tile around: the others are
    /// of no interest to whoever judges light. Columns and rows that fill no tile are left out.
    ///
    /// - Parameter sums: `look.width / 8` x `look.height / 8`, at least one each.
    package static func sumAroundForeground(
        _ look: Plane<Float>, background: Plane<Float>, foreground: Plane<UInt8>, into sums: Plane<Sums>
    ) {
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                var tile = Sums()
                tile.foreground = count(foreground, column, row)
                sums.base[row * sums.width + column] = tile
            }
        }
        for row in 0..<sums.height {
            for column in 0..<sums.width where hasForeground(sums, around: column, row) {
                sum(look, background, column, row, into: &sums.base[row * sums.width + column])
            }
        }
    }

    /// Sums the levels of each whole tile, `y` and `b`; all else is left as zero.
    package static func sumLevels(_ look: Plane<Float>, background: Plane<Float>, into sums: Plane<Sums>) {
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                var (y, b) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 0))
                var line = 0
                while line < side {
                    let at = (row * side + line) * look.width + column * side
                    y += UnsafeRawPointer(look.base + at).loadUnaligned(as: SIMD8<Float>.self)
                    b += UnsafeRawPointer(background.base + at).loadUnaligned(as: SIMD8<Float>.self)
                    line += 1
                }
                var tile = Sums()
                (tile.y, tile.b) = (y.sum(), b.sum())
                sums.base[row * sums.width + column] = tile
            }
        }
    }

    private static func hasForeground(_ sums: Plane<Sums>, around column: Int, _ row: Int) -> Bool {
        for y in max(row - 1, 0)...min(row + 1, sums.height - 1) {
            for x in max(column - 1, 0)...min(column + 1, sums.width - 1)
            where sums.base[y * sums.width + x].foreground > 0 {
                return true
            }
        }
        return false
    }

    private static func count(_ foreground: Plane<UInt8>, _ column: Int, _ row: Int) -> Float {
        var marked: UInt64 = 0
        var line = 0
        while line < side {
            let at = (row * side + line) * foreground.width + column * side
            marked &+= UnsafeRawPointer(foreground.base + at).loadUnaligned(as: UInt64.self) & 0x0101_0101_0101_0101
            line += 1
        }
        return Float((marked &* 0x0101_0101_0101_0101) >> 56)
    }

    private static func sum(
        _ look: Plane<Float>, _ background: Plane<Float>, _ column: Int, _ row: Int, into tile: inout Sums
    ) {
        var (y, b) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 0))
        var (yy, bb, yb) = (y, y, y)
        var line = 0
        while line < side {
            let at = (row * side + line) * look.width + column * side
            let seen = UnsafeRawPointer(look.base + at).loadUnaligned(as: SIMD8<Float>.self)
            let known = UnsafeRawPointer(background.base + at).loadUnaligned(as: SIMD8<Float>.self)
            y += seen
            b += known
            yy += seen * seen
            bb += known * known
            yb += seen * known
            line += 1
        }
        (tile.y, tile.b) = (y.sum(), b.sum())
        (tile.yy, tile.bb, tile.yb) = (yy.sum(), bb.sum(), yb.sum())
    }
}
