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

    /// Sums each whole tile; columns and rows that fill none are left out.
    ///
    /// - Parameter sums: `look.width / 8` x `look.height / 8`, at least one each.
    package static func sum(
        _ look: Plane<Float>, background: Plane<Float>, foreground: Plane<UInt8>, into sums: Plane<Sums>
    ) {
        let width = look.width
        for tileRow in 0..<sums.height {
            for tileColumn in 0..<sums.width {
                var (y, b) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 0))
                var (yy, bb, yb) = (y, y, y)
                var marked: UInt64 = 0
                var row = 0
                while row < side {
                    let at = (tileRow * side + row) * width + tileColumn * side
                    let seen = UnsafeRawPointer(look.base + at).loadUnaligned(as: SIMD8<Float>.self)
                    let known = UnsafeRawPointer(background.base + at).loadUnaligned(as: SIMD8<Float>.self)
                    y += seen
                    b += known
                    yy += seen * seen
                    bb += known * known
                    yb += seen * known
                    let bits = UnsafeRawPointer(foreground.base + at).loadUnaligned(as: UInt64.self)
                    marked &+= bits & 0x0101_0101_0101_0101
                    row += 1
                }
                var tile = Sums()
                (tile.y, tile.b) = (y.sum(), b.sum())
                (tile.yy, tile.bb, tile.yb) = (yy.sum(), bb.sum(), yb.sum())
                tile.foreground = Float((marked &* 0x0101_0101_0101_0101) >> 56)
                sums.base[tileRow * sums.width + tileColumn] = tile
            }
        }
    }
}
