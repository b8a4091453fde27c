import FrameKernels
import TestSupport
import Testing

/// Sizes below, at and above a vector, and odd ones.
private let awkward = [(16, 16), (17, 19), (31, 33), (32, 16), (33, 17), (63, 21), (64, 24), (65, 40), (130, 37)]

@Suite struct ShrinkTests {
    @Test(arguments: awkward, [1, 2, 4, 8])
    func `shrinking equals its plain form`(size: (Int, Int), factor: Int) {
        for (seed, fill) in [(1, nil), (2, UInt8(0)), (3, UInt8(255))] as [(UInt64, UInt8?)] {
            var random = SeededRandom(seed: seed)
            // One byte off alignment, a stride with padding.
            let stride = size.0 * factor + 13
            let bytes = (0..<stride * size.1 * factor + 1).map { _ in fill ?? UInt8.random(in: 0...255, using: &random)
            }
            let fast = Plane<UInt8>(width: size.0, height: size.1, filledWith: 7)
            let plain = Plane<UInt8>(width: size.0, height: size.1, filledWith: 9)
            let scratch = Plane<UInt16>(width: size.0 * factor, height: 1, filledWith: 0)
            bytes.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                Shrink.area(base + 1, stride: stride, factor: factor, into: fast, scratch: scratch)
                Shrink.areaReference(base + 1, stride: stride, factor: factor, into: plain)
            }
            for row in 0..<size.1 {
                for column in 0..<size.0 where fast[column, row] != plain[column, row] {
                    Issue.record("\(size) factor \(factor) seed \(seed) at \(column),\(row)")
                    return
                }
            }
        }
    }

    @Test func `the factor brings every width to 640 or less`() {
        #expect([320, 640, 641, 1280, 1920, 3840].map(Shrink.factor(forWidth:)) == [1, 1, 2, 2, 4, 8])
    }
}

@Suite struct ExtremesTests {
    @Test(arguments: awkward) func `the extremes around equal their plain form`(size: (Int, Int)) {
        var random = SeededRandom(seed: 5)
        func plane() -> Plane<Float> { Plane(width: size.0, height: size.1, filledWith: 0) }
        let (source, low, high) = (plane(), plane(), plane())
        source.withMemory { memory in
            for index in memory.indices { memory[index] = Float.random(in: 0...255, using: &random) }
        }
        Extremes.around(source, lowest: low, highest: high, scratch: (plane(), plane()))
        for row in 0..<size.1 {
            for column in 0..<size.0 {
                let plain = Extremes.reference(source, column: column, row: row)
                #expect(low[column, row] == plain.lowest && high[column, row] == plain.highest)
            }
        }
    }
}

@Suite struct MorphologyTests {
    @Test(arguments: awkward, [true, false])
    func `growing and shrinking equal their plain form`(size: (Int, Int), growing: Bool) {
        var random = SeededRandom(seed: 6)
        let mask = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
        let share = growing ? 12 : 2
        mask.withMemory { memory in
            for index in memory.indices { memory[index] = Int.random(in: 0..<share, using: &random) == 0 ? 255 : 0 }
        }
        if !growing { mask.withMemory { memory in for index in memory.indices { memory[index] = ~memory[index] } } }
        let before = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
        before.copy(from: mask)
        let scratch = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
        if growing {
            Morphology.grow(mask, across: 2, down: 1, scratch: scratch)
        } else {
            Morphology.shrink(mask, across: 2, down: 1, scratch: scratch)
        }
        for row in 0..<size.1 {
            for column in 0..<size.0 {
                let plain = Morphology.reference(
                    before, column: column, row: row, across: 2, down: 1, growing: growing)
                #expect(mask[column, row] == plain, "\(size) at \(column),\(row)")
            }
        }
    }
}

@Suite struct ComponentsTests {
    @Test(arguments: awkward) func `pieces equal a flood fill`(size: (Int, Int)) {
        for seed in 1...6 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            let mask = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
            mask.withMemory { memory in
                for index in memory.indices { memory[index] = Int.random(in: 0..<5, using: &random) < 2 ? 255 : 0 }
            }
            var components = Components(width: size.0, height: size.1)
            components.find(in: mask, smallest: 1)
            let areas = components.pieces.map(\.area).sorted()
            #expect(areas == flood(mask), "size \(size) seed \(seed)")
        }
    }

    @Test func `small pieces are left out and have no label`() {
        let mask = Plane<UInt8>(width: 40, height: 20, filledWith: 0)
        mask[3, 3] = 255
        for column in 10..<20 { mask[column, 8] = 255 }
        var components = Components(width: 40, height: 20)
        components.find(in: mask, smallest: 5)
        #expect(components.pieces.map(\.area) == [10])
        #expect(components.labels[3, 3] == -1 && components.labels[12, 8] == 0)
    }

    private func flood(_ mask: Plane<UInt8>) -> [Int] {
        var seen = Set<Int>()
        var areas: [Int] = []
        for start in 0..<mask.count where mask[start % mask.width, start / mask.width] != 0 && !seen.contains(start) {
            var (stack, area) = ([start], 0)
            seen.insert(start)
            while let at = stack.popLast() {
                area += 1
                let (x, y) = (at % mask.width, at / mask.width)
                for ny in max(y - 1, 0)...min(y + 1, mask.height - 1) {
                    for nx in max(x - 1, 0)...min(x + 1, mask.width - 1)
                    where mask[nx, ny] != 0 && seen.insert(ny * mask.width + nx).inserted {
                        stack.append(ny * mask.width + nx)
                    }
                }
            }
            areas.append(area)
        }
        return areas.sorted()
    }
}

@Suite struct TilesTests {
    @Test func `tile sums equal sums by hand`() {
        var random = SeededRandom(seed: 8)
        let (look, back) = (
            Plane<Float>(width: 37, height: 25, filledWith: 0), Plane<Float>(width: 37, height: 25, filledWith: 0)
        )
        let mask = Plane<UInt8>(width: 37, height: 25, filledWith: 0)
        for row in 0..<25 {
            for column in 0..<37 {
                look[column, row] = Float(Int.random(in: 0...255, using: &random))
                back[column, row] = Float(Int.random(in: 0...255, using: &random))
                mask[column, row] = Bool.random(using: &random) ? 255 : 0
            }
        }
        let sums = Plane(width: 4, height: 3, filledWith: Tiles.Sums())
        Tiles.sumAroundForeground(look, background: back, foreground: mask, into: sums)
        for (tileColumn, tileRow) in [(0, 0), (3, 2), (2, 1)] {
            var (y, yb, marked): (Float, Float, Float) = (0, 0, 0)
            for row in tileRow * 8..<tileRow * 8 + 8 {
                for column in tileColumn * 8..<tileColumn * 8 + 8 {
                    y += look[column, row]
                    yb += look[column, row] * back[column, row]
                    marked += mask[column, row] != 0 ? 1 : 0
                }
            }
            let tile = sums[tileColumn, tileRow]
            #expect(tile.y == y && tile.yb == yb && tile.foreground == marked)
            let levels = Plane(width: 4, height: 3, filledWith: Tiles.Sums())
            Tiles.sumLevels(look, background: back, into: levels)
            let same = levels[tileColumn, tileRow]
            #expect(same.y == y && same.b == tile.b && same.yy == 0 && same.foreground == 0)
        }
    }
}

@Suite struct BackgroundTests {
    private func random(_ size: (Int, Int), _ range: ClosedRange<Float>, _ random: inout SeededRandom) -> Plane<Float> {
        let plane = Plane<Float>(width: size.0, height: size.1, filledWith: 0)
        plane.withMemory { memory in
            for index in memory.indices { memory[index] = Float.random(in: range, using: &random) }
        }
        return plane
    }

    private func copy(_ plane: Plane<Float>) -> Plane<Float> {
        let made = Plane<Float>(width: plane.width, height: plane.height, filledWith: 0)
        made.copy(from: plane)
        return made
    }

    @Test(arguments: awkward) func `following motion equals its plain form`(size: (Int, Int)) {
        for seed in 1...4 as ClosedRange<UInt64> {
            var numbers = SeededRandom(seed: seed)
            let look = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
            look.withMemory { memory in
                for index in memory.indices { memory[index] = UInt8.random(in: 0...255, using: &numbers) }
            }
            let (short, noise, still) = (
                random(size, 0...255, &numbers), random(size, 0...30, &numbers), random(size, 0...9, &numbers)
            )
            let plain = (copy(short), copy(noise), copy(still))
            let rates = Background.Rates(elapsed: 0.04, short: 0.04, noise: 0.005)
            Background.followMotion(look, short: short, noise: noise, still: still, rates: rates)
            Background.followMotionReference(look, short: plain.0, noise: plain.1, still: plain.2, rates: rates)
            for row in 0..<size.1 {
                for column in 0..<size.0 {
                    let near =
                        abs(short[column, row] - plain.0[column, row]) < 1e-3
                        && abs(noise[column, row] - plain.1[column, row]) < 1e-3
                    #expect(near && still[column, row] == plain.2[column, row], "\(size) seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: awkward) func `learning keeps things, follows light and rest`(size: (Int, Int)) {
        var numbers = SeededRandom(seed: 9)
        let (look, before) = (random(size, 0...255, &numbers), random(size, 0...255, &numbers))
        let (long, present) = (copy(before), random(size, 0...5, &numbers))
        let was = copy(present)
        let still = Plane<Float>(width: size.0, height: size.1, filledWith: 0)
        let foreground = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
        let light = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
        for row in 0..<size.1 {
            for column in 0..<size.0 {
                still[column, row] = Bool.random(using: &numbers) ? 1 : 0
                foreground[column, row] = Bool.random(using: &numbers) ? 255 : 0
                light[column, row] = Bool.random(using: &numbers) ? 255 : 0
            }
        }
        let marked = Plane<UInt8>(width: size.0, height: size.1, filledWith: 0)
        marked.copy(from: foreground)
        Background.learn(
            look, long: long, still: still, present: present, foreground: foreground, light: light, rate: 0.1,
            lightRate: 0.5, elapsed: 0.5)
        for row in 0..<size.1 {
            for column in 0..<size.0 {
                let (isDifferent, isLight) = (marked[column, row] != 0, light[column, row] != 0)
                let rate: Float = isDifferent ? (isLight ? 0.5 : 0) : (still[column, row] > 0 ? 0.1 : 0)
                let expected = before[column, row] + rate * (look[column, row] - before[column, row])
                #expect(abs(long[column, row] - expected) < 1e-3)
                let stays = isDifferent && !isLight
                #expect(foreground[column, row] == (stays ? 255 : 0))
                let time = stays ? was[column, row] + 0.5 : max(was[column, row] - 1, 0)
                #expect(abs(present[column, row] - time) < 1e-4)
            }
        }
    }
}

@Suite struct PackingTests {
    @Test(arguments: awkward, [Float(16), 256]) func `packing rounds, holds back and keeps`(
        size: (Int, Int), scale: Float
    ) {
        var random = SeededRandom(seed: 11)
        let floats = Plane<Float>(width: size.0, height: size.1, filledWith: 0)
        let values = (0..<floats.count).map { index -> Float in
            index % 7 == 0 ? 0 : index % 11 == 0 ? 1e6 : Float.random(in: 0...65535 / scale, using: &random)
        }
        floats.withMemory { memory in for index in memory.indices { memory[index] = values[index] } }
        let words = Plane<UInt16>(width: size.0, height: size.1, filledWith: 9)
        Packing.pack(floats, into: words, scale: scale)
        Packing.unpack(words, into: floats, scale: scale)
        for index in values.indices {
            let wanted = min((values[index] * scale).rounded(.toNearestOrEven), 65535) / scale
            #expect(floats[index % size.0, index / size.0] == wanted, "\(values[index])")
        }
        // What was packed once stays as it is.
        Packing.pack(floats, into: words, scale: scale)
        let again = Plane<Float>(width: size.0, height: size.1, filledWith: 0)
        Packing.unpack(words, into: again, scale: scale)
        #expect((0..<values.count).allSatisfy { again[$0 % size.0, $0 / size.0] == floats[$0 % size.0, $0 / size.0] })
    }
}
