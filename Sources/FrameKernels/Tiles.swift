import PixelLoops

/// Sums over tiles of 8 x 8 pixels, from which light is told from things and the health of a picture is read.
package enum Tiles {
    package static let side = 8
    package static let pixels = 64

    /// Sums over some pixels of a look y and the background b.
    package struct Moments: Sendable, BitwiseCopyable, Equatable {
        package var y: Float = 0
        package var b: Float = 0
        package var yy: Float = 0
        package var bb: Float = 0
        package var yb: Float = 0

        package init() {}

        init(_ sums: TileMoments) {
            (y, b) = (Float(sums.y), Float(sums.b))
            (yy, bb, yb) = (Float(sums.yy), Float(sums.bb), Float(sums.yb))
        }

        package static func + (left: Moments, right: Moments) -> Moments {
            var sum = left
            sum.y += right.y
            sum.b += right.b
            sum.yy += right.yy
            sum.bb += right.bb
            sum.yb += right.yb
            return sum
        }
    }

    /// How much the levels of some pixels vary, now and before, and how far they go along with each other.
    package struct Variance: Sendable {
        /// In levels squared.
        package let now: Float
        package let before: Float
        /// -1...1; 0 where one of them does not vary.
        package let correlation: Float

        /// - Parameter pixels: how many were summed, at least one.
        package init(_ sums: Moments, pixels: Float) {
            let (y, b) = (sums.y / pixels, sums.b / pixels)
            now = max(sums.yy / pixels - y * y, 0)
            before = max(sums.bb / pixels - b * b, 0)
            correlation = now > 0 && before > 0 ? (sums.yb / pixels - y * b) / (now * before).squareRoot() : 0
        }
    }

    /// The sums of one tile.
    package struct Sums: Sendable, BitwiseCopyable, Equatable {
        /// Over all its pixels.
        package var all = Moments()
        /// Over those that are foreground.
        package var foreground = Moments()
        /// How many are foreground.
        package var marked: Float = 0

        package init() {}

        package static func + (left: Sums, right: Sums) -> Sums {
            var sum = left
            sum.all = left.all + right.all
            sum.foreground = left.foreground + right.foreground
            sum.marked += right.marked
            return sum
        }
    }

    /// Counts the foreground of each whole tile, and sums those that have some within one tile around: the others are
    /// of no interest to whoever judges light. Columns and rows that fill no tile are left out.
    ///
    /// - Parameter sums: `look.width / 8` x `look.height / 8`, at least one each.
    package static func sumAroundForeground(
        _ look: Plane<UInt8>, background: Plane<UInt8>, foreground: Plane<UInt8>, into sums: Plane<Sums>,
        with loops: Kernels.Build = Kernels.chosen
    ) {
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                var tile = Sums()
                tile.marked = count(foreground, column, row)
                sums.base[row * sums.width + column] = tile
            }
        }
        for row in 0..<sums.height {
            for column in 0..<sums.width where hasForeground(sums, around: column, row) {
                let at = row * side * look.width + column * side
                let tile = sums.base + row * sums.width + column
                tile.pointee.all = Moments(
                    loops.sumTile(look.base + at, background.base + at, stride: look.width))
                guard tile.pointee.marked > 0 else { continue }
                tile.pointee.foreground = Moments(
                    sumMarked(look.base + at, background.base + at, foreground.base + at, stride: look.width))
            }
        }
    }

    /// Sums each whole tile; there is no foreground.
    package static func sum(
        _ look: Plane<UInt8>, background: Plane<UInt8>, into sums: Plane<Sums>,
        with loops: Kernels.Build = Kernels.chosen
    ) {
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                let at = row * side * look.width + column * side
                var tile = Sums()
                tile.all = Moments(loops.sumTile(look.base + at, background.base + at, stride: look.width))
                sums.base[row * sums.width + column] = tile
            }
        }
    }

    private static func sumMarked(
        _ look: UnsafePointer<UInt8>, _ before: UnsafePointer<UInt8>, _ mask: UnsafePointer<UInt8>, stride: Int
    ) -> TileMoments {
        var sums = TileMoments()
        for row in 0..<side {
            for at in row * stride..<row * stride + side where mask[at] != 0 {
                let (y, b) = (UInt32(look[at]), UInt32(before[at]))
                sums.y &+= y
                sums.b &+= b
                sums.yy &+= y &* y
                sums.bb &+= b &* b
                sums.yb &+= y &* b
            }
        }
        return sums
    }

    /// Sums the levels of each whole tile, `y` and `b`; all else is left as zero.
    ///
    /// - Parameter memory: words in 8.8.
    package static func sumLevels(
        _ look: Plane<UInt8>, memory: Plane<UInt16>, into sums: Plane<Sums>, with loops: Kernels.Build = Kernels.chosen
    ) {
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                let at = row * side * look.width + column * side
                let (y, b) = loops.sumLevels(look.base + at, memory.base + at, stride: look.width)
                var tile = Sums()
                (tile.all.y, tile.all.b) = (Float(y), Float(b) / 256)
                sums.base[row * sums.width + column] = tile
            }
        }
    }

    private static func hasForeground(_ sums: Plane<Sums>, around column: Int, _ row: Int) -> Bool {
        for y in max(row - 1, 0)...min(row + 1, sums.height - 1) {
            for x in max(column - 1, 0)...min(column + 1, sums.width - 1)
            where sums.base[y * sums.width + x].marked > 0 {
                return true
            }
        }
        return false
    }

    /// Counts the set pixels of each whole tile.
    static func count(_ mask: Plane<UInt8>, into counts: Plane<Int32>) {
        for row in 0..<counts.height {
            for column in 0..<counts.width {
                counts.base[row * counts.width + column] = Int32(count(mask, column, row))
            }
        }
    }

    /// The sum over a tile and those around it.
    static func sum(_ counts: Plane<Int32>, around column: Int, _ row: Int) -> Int {
        var sum: Int32 = 0
        for y in max(row - 1, 0)...min(row + 1, counts.height - 1) {
            for x in max(column - 1, 0)...min(column + 1, counts.width - 1) {
                sum += counts.base[y * counts.width + x]
            }
        }
        return Int(sum)
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
}
