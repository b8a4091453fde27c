import FrameKernels
import TestSupport
import Testing

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
                let plain = Reference.spread(
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
