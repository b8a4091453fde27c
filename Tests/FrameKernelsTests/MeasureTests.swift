import FrameKernels
import PixelLoops
import TestSupport
import Testing

@Suite struct TilesTests {
    @Test(arguments: Filling.allCases) func `tile sums equal sums by hand`(filling: Filling) {
        var random = SeededRandom(seed: 8)
        let (look, back) = (
            Plane<UInt8>.filled((37, 25), .random, &random), Plane<UInt8>.filled((37, 25), filling, &random)
        )
        let marked = mask((37, 25), &random)
        let memory = Plane<UInt16>(width: 37, height: 25, filledWith: 0)
        Background.widen(back, into: memory)
        for (name, loops) in Kernels.builds {
            let sums = Plane(width: 4, height: 3, filledWith: Tiles.Sums())
            Tiles.sumAroundForeground(look, background: back, foreground: marked, into: sums, with: loops)
            let levels = Plane(width: 4, height: 3, filledWith: Tiles.Sums())
            Tiles.sumLevels(look, memory: memory, into: levels, with: loops)
            let whole = Plane(width: 4, height: 3, filledWith: Tiles.Sums())
            Tiles.sum(look, background: back, into: whole, with: loops)
            for (tileColumn, tileRow) in [(0, 0), (3, 2), (2, 1)] {
                var plain = Tiles.Sums()
                func add(_ y: Float, _ b: Float, to sums: inout Tiles.Moments) {
                    sums.y += y
                    sums.b += b
                    sums.yy += y * y
                    sums.bb += b * b
                    sums.yb += y * b
                }
                for row in tileRow * 8..<tileRow * 8 + 8 {
                    for column in tileColumn * 8..<tileColumn * 8 + 8 {
                        let (y, b) = (Float(look[column, row]), Float(back[column, row]))
                        add(y, b, to: &plain.all)
                        guard marked[column, row] != 0 else { continue }
                        add(y, b, to: &plain.foreground)
                        plain.marked += 1
                    }
                }
                let tile = sums[tileColumn, tileRow]
                #expect(tile == plain, "\(name)")
                #expect(whole[tileColumn, tileRow].all == plain.all, "\(name)")
                let same = levels[tileColumn, tileRow]
                #expect(same.all.y == plain.all.y && same.all.b == plain.all.b, "\(name)")
                #expect(same.all.yy == 0 && same.marked == 0, "\(name)")
            }
        }
    }

    @Test func `levels that go along correlate, of one sign or the other`() {
        func variance(_ pairs: [(Float, Float)]) -> Tiles.Variance {
            var sums = Tiles.Moments()
            for (y, b) in pairs {
                sums.y += y
                sums.b += b
                sums.yy += y * y
                sums.bb += b * b
                sums.yb += y * b
            }
            return Tiles.Variance(sums, pixels: Float(pairs.count))
        }
        let along = variance([(10, 20), (20, 40), (30, 60)])
        #expect(
            abs(along.correlation - 1) < 1e-4 && abs(along.now - 200.0 / 3) < 1e-3
                && abs(along.before - 800.0 / 3) < 1e-3)
        #expect(abs(variance([(10, 60), (20, 40), (30, 20)]).correlation + 1) < 1e-4)
        #expect(variance([(10, 60), (10, 40)]).correlation == 0)
    }

    @Test(arguments: Filling.allCases) func `tiles are described as by hand`(filling: Filling) {
        var random = SeededRandom(seed: 18)
        let (look, before) = (
            Plane<UInt8>.filled((26, 17), filling, &random), Plane<UInt8>.filled((26, 17), .random, &random)
        )
        for (name, loops) in Kernels.builds {
            var tiles = TileStatistics(width: 26, height: 17)
            tiles.take(look, before: before, with: loops)
            #expect(tiles.columns == 3 && tiles.rows == 2)
            for (tileColumn, tileRow) in [(0, 0), (2, 1)] {
                var (sum, squares, gradient, change, bright, dark): (Float, Float, Float, Float, Float, Float) = (
                    0, 0, 0, 0, 0, 0
                )
                for y in 0..<8 {
                    for x in 0..<8 {
                        let at = (tileColumn * 8 + x, tileRow * 8 + y)
                        let level = Float(look[at.0, at.1])
                        sum += level
                        squares += level * level
                        if x < 7 {
                            gradient += (Float(look[at.0 + 1, at.1]) - level) * (Float(look[at.0 + 1, at.1]) - level)
                        }
                        if y < 7 {
                            gradient += (Float(look[at.0, at.1 + 1]) - level) * (Float(look[at.0, at.1 + 1]) - level)
                        }
                        change += abs(level - Float(before[at.0, at.1]))
                        bright += level >= 250 ? 1 : 0
                        dark += level <= 5 ? 1 : 0
                    }
                }
                let index = tileRow * 3 + tileColumn
                let mean = sum / 64
                #expect(tiles.mean[index] == mean, "\(name)")
                #expect(abs(tiles.variance[index] - max(squares / 64 - mean * mean, 0)) < 0.01, "\(name)")
                #expect(tiles.gradient[index] == gradient / 112, "\(name)")
                #expect(tiles.activity[index] == change / 64, "\(name)")
                #expect(tiles.bright[index] == bright / 64 && tiles.dark[index] == dark / 64, "\(name)")
            }
        }
    }
}

@Suite struct DifferenceTests {
    @Test(arguments: [1, 31, 32, 33, 1000, 40_000], [UInt8(0), 25, 254, 255])
    func `pixels that differ are counted as by hand`(count: Int, threshold: UInt8) {
        var random = SeededRandom(seed: 21)
        let a = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        let b = a.map { Bool.random(using: &random) ? $0 : UInt8.random(in: 0...255, using: &random) }
        let plain = zip(a, b).count { abs(Int($0) - Int($1)) > Int(threshold) }
        for (name, loops) in Kernels.builds {
            let counted = a.withUnsafeBufferPointer { first in
                b.withUnsafeBufferPointer { second in
                    loops.countDifferent(
                        first.baseAddress!, second.baseAddress!, threshold: threshold, count: count)
                }
            }
            #expect(counted == plain, "\(name)")
        }
    }
}
