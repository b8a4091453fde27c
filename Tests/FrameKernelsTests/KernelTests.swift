import FrameKernels
import PixelLoops
import TestSupport
import Testing

@Suite struct BuildTests {
    @Test func `the fastest build that this processor runs is chosen`() {
        #expect(Kernels.builds.first?.name == "baseline")
        #expect(Kernels.chosenName == Kernels.builds.last?.name)
    }
}

@Suite struct ShrinkTests {
    @Test(arguments: awkward, [1, 2, 4, 8, 16, 32])
    func `shrinking equals its plain form`(size: (Int, Int), factor: Int) {
        for (name, loops) in Kernels.builds {
            for (seed, fill, down) in [(1, nil, factor), (2, UInt8(0), 1), (3, UInt8(255), factor)]
                as [(UInt64, UInt8?, Int)]
            {
                var random = SeededRandom(seed: seed)
                // One byte off alignment, a stride with padding.
                let stride = size.0 * factor + 13
                let bytes = (0..<stride * size.1 * down + 1).map { _ in
                    fill ?? UInt8.random(in: 0...255, using: &random)
                }
                let fast = Plane<UInt8>(width: size.0, height: size.1, filledWith: 7)
                let scratch = Plane<UInt16>(width: size.0 * factor, height: 1, filledWith: 0)
                bytes.withUnsafeBufferPointer { buffer in
                    guard let base = buffer.baseAddress else { return }
                    Shrink.area(
                        base + 1, stride: stride, across: factor, down: down, into: fast, scratch: scratch, with: loops)
                }
                let plain = Reference.shrink(
                    bytes, from: 1, stride: stride, across: factor, down: down, width: size.0, height: size.1)
                #expect(fast.numbers == plain, "\(name) \(size) factor \(factor) seed \(seed)")
            }
        }
    }

    @Test func `the factor brings every width to 640 or less`() {
        #expect([320, 640, 641, 1280, 1920, 3840].map(Shrink.factor(forWidth:)) == [1, 1, 2, 2, 4, 8])
    }
}

@Suite struct ExtremesTests {
    @Test(arguments: awkward + [(1, 5), (2, 3)], Filling.allCases)
    func `the extremes around equal their plain form`(size: (Int, Int), filling: Filling) {
        var random = SeededRandom(seed: 5)
        func plane() -> Plane<UInt8> { Plane(width: size.0, height: size.1, filledWith: 9) }
        let source = Plane<UInt8>.filled(size, filling, &random)
        for (name, loops) in Kernels.builds {
            let (low, high) = (plane(), plane())
            Extremes.around(source, lowest: low, highest: high, scratch: (plane(), plane()), with: loops)
            for row in 0..<size.1 {
                for column in 0..<size.0 {
                    let plain = Reference.extremes(source, column: column, row: row)
                    #expect(low[column, row] == plain.lowest && high[column, row] == plain.highest, "\(name)")
                }
            }
        }
    }
}

@Suite struct BackgroundTests {
    @Test(arguments: awkward, Filling.allCases)
    func `following motion equals its plain form`(size: (Int, Int), filling: Filling) {
        for (name, loops) in Kernels.builds {
            var random = SeededRandom(seed: 3)
            let look = Plane<UInt8>.filled(size, .random, &random)
            let short = Plane<UInt16>.filled(size, filling, &random)
            let noise = Plane<UInt16>.filled(size, filling, &random)
            let still = Plane<UInt16>.filled(size, filling, &random)
            // Half of the pixels near their memory, so that both branches are taken.
            for row in 0..<size.1 where row % 2 == 0 {
                for column in 0..<size.0 { short[column, row] = UInt16(look[column, row]) << 8 | UInt16(column % 256) }
            }
            let before = (short.copied, noise.copied, still.copied)
            Background.followMotion(
                look, short: short, noise: noise, still: still, ticks: 3, shortRate: FixedPoint.rate(0.04),
                noiseRate: FixedPoint.rate(0.005), with: loops)
            for row in 0..<size.1 {
                for column in 0..<size.0 {
                    let plain = Reference.motion(
                        look: Double(look[column, row]), short: Double(before.0[column, row]) / 256,
                        noise: Double(before.1[column, row]) / 2048, still: Double(before.2[column, row]) / 16,
                        seconds: 3.0 / 16, shortRate: 0.04, noiseRate: 0.005)
                    let isNear =
                        abs(Double(short[column, row]) / 256 - plain.short) <= 4.0 / 256
                        && abs(Double(noise[column, row]) / 2048 - plain.noise) <= 4.0 / 2048
                    #expect(isNear && Double(still[column, row]) / 16 == plain.still, "\(name) \(size) \(filling)")
                }
            }
        }
    }

    @Test(arguments: awkward, Filling.allCases)
    func `foreground is what left the neighbourhood by more than the noise allows`(
        size: (Int, Int), filling: Filling
    ) {
        for (name, loops) in Kernels.builds {
            var random = SeededRandom(seed: 4)
            let look = Plane<UInt8>.filled(size, .random, &random)
            let (low, high) = (Plane<UInt8>.filled(size, .random, &random), Plane<UInt8>.filled(size, filling, &random))
            let noise = Plane<UInt16>.filled(size, filling, &random)
            let marked = Plane<UInt8>(width: size.0, height: size.1, filledWith: 9)
            Background.markForeground(look, lowest: low, highest: high, noise: noise, foreground: marked, with: loops)
            for row in 0..<size.1 {
                for column in 0..<size.0 {
                    // In 8.8, as the loop rounds it.
                    let level = Double(noise[column, row] >> 3) / 256
                    let plain = Reference.isOutside(
                        look: Int(look[column, row]), lowest: Int(low[column, row]), highest: Int(high[column, row]),
                        noise: level)
                    #expect(marked[column, row] == (plain ? 255 : 0), "\(name) \(size) \(filling)")
                }
            }
        }
    }

    @Test(arguments: awkward, Filling.allCases)
    func `learning keeps things, follows light and rest`(size: (Int, Int), filling: Filling) {
        for (name, loops) in Kernels.builds {
            var random = SeededRandom(seed: 9)
            let look = Plane<UInt8>.filled(size, .random, &random)
            let before = Plane<UInt16>.filled(size, filling, &random)
            let (long, still) = (before.copied, Plane<UInt16>.filled(size, .checkered, &random))
            let present = Plane<UInt16>.filled(size, filling, &random)
            let (was, foreground, light) = (present.copied, mask(size, &random), mask(size, &random))
            let held = mask(size, &random)
            let marked = foreground.copied
            Background.learn(
                look, long: long, still: still, present: present, foreground: foreground, light: light, held: held,
                ticks: 8, rate: FixedPoint.rate(0.1), lightRate: FixedPoint.rate(0.5), with: loops)
            for row in 0..<size.1 {
                for column in 0..<size.0 {
                    let isFree = held[column, row] == 0
                    let (isDifferent, isLight) = (marked[column, row] != 0, light[column, row] != 0 && isFree)
                    let rate = isDifferent ? (isLight ? 0.5 : 0) : (still[column, row] > 0 && isFree ? 0.1 : 0)
                    let known = Double(before[column, row]) / 256
                    let expected = known + rate * (Double(look[column, row]) - known)
                    #expect(abs(Double(long[column, row]) / 256 - expected) <= 4.0 / 256, "\(name)")
                    let stays = isDifferent && !isLight
                    #expect(foreground[column, row] == (stays ? 255 : 0))
                    let old = Int(was[column, row])
                    #expect(
                        Int(present[column, row]) == (stays ? min(old + (old == 0 ? 4 : 8), 65535) : max(old - 16, 0)),
                        "\(name)")
                }
            }
        }
    }

    @Test func `a gain scales and stops at white`() {
        let memory = Plane<UInt16>(width: 4, height: 1, filledWith: 0)
        for (column, level) in [0.0, 10, 100, 255].enumerated() { memory[column, 0] = FixedPoint.level(level) }
        Background.scale(memory, by: 2.5)
        #expect(memory.numbers.map { $0 >> 8 } == [0, 25, 250, 255])
    }

    @Test(arguments: awkward) func `levels survive being kept`(size: (Int, Int)) {
        var random = SeededRandom(seed: 12)
        let levels = Plane<UInt8>.filled(size, .random, &random)
        let memory = Plane<UInt16>(width: size.0, height: size.1, filledWith: 1)
        Background.widen(levels.numbers, into: memory)
        #expect(Background.bytes(of: memory) == levels.numbers)
    }
}

@Suite struct ColourTests {
    @Test(arguments: awkward, Filling.allCases)
    func `colours that differ are marked, the rest is noise`(size: (Int, Int), filling: Filling) {
        for (name, loops) in Kernels.builds {
            var random = SeededRandom(seed: 6)
            let (u, v) = (Plane<UInt8>.filled(size, .random, &random), Plane<UInt8>.filled(size, filling, &random))
            let (knownU, knownV) = (u.copied, v.copied)
            for row in 0..<size.1 {
                for column in 0..<size.0 where column % 3 == 0 {
                    knownU[column, row] = u[column, row] > 100 ? u[column, row] - UInt8(column % 40) : 0
                }
            }
            let words = (widened(knownU), widened(knownV))
            let marked = Plane<UInt8>(width: size.0, height: size.1, filledWith: 9)
            let seen = Colour.mark(
                u: u, v: v, knownU: words.0, knownV: words.1, threshold: 12, into: marked, with: loops)
            var (count, rest) = (0, 0)
            for row in 0..<size.1 {
                for column in 0..<size.0 {
                    let by =
                        abs(Int(u[column, row]) - Int(knownU[column, row]))
                        + abs(Int(v[column, row]) - Int(knownV[column, row]))
                    #expect(marked[column, row] == (by > 12 ? 255 : 0), "\(name) \(size) \(filling)")
                    if by > 12 { count += 1 } else { rest += by }
                }
            }
            #expect(seen.marked == count)
            #expect(abs(seen.noise - Double(rest) / Double(max(size.0 * size.1 - count, 1))) < 1e-9)
        }
    }

    @Test func `the noise is right up to the largest threshold`() {
        let size = (640, 64)
        for (name, loops) in Kernels.builds {
            let (dark, bright) = (
                Plane<UInt8>(width: size.0, height: size.1, filledWith: 0),
                Plane<UInt8>(width: size.0, height: size.1, filledWith: 255)
            )
            let marked = Plane<UInt8>(width: size.0, height: size.1, filledWith: 9)
            let seen = Colour.mark(
                u: bright, v: dark, knownU: widened(dark), knownV: widened(dark), threshold: 255, into: marked,
                with: loops)
            #expect(seen.marked == 0 && seen.noise == 255, "\(name)")
        }
    }

    private func widened(_ plane: Plane<UInt8>) -> Plane<UInt16> {
        let words = Plane<UInt16>(width: plane.width, height: plane.height, filledWith: 0)
        Background.widen(plane, into: words)
        return words
    }

    @Test func `colour is learnt where all four pixels are ground, taken over where foreground rests`() {
        let size = (8, 4)
        func words(_ value: UInt16) -> Plane<UInt16> { Plane(width: size.0, height: size.1, filledWith: value) }
        func bytes() -> Plane<UInt8> { Plane(width: size.0, height: size.1, filledWith: 0) }
        let (foreground, light, still) = (bytes(), bytes(), words(40))
        foreground[1, 1] = 255
        light[2, 0] = 255
        still[5, 1] = 0
        let rates = Plane<UInt16>(width: 4, height: 2, filledWith: 1)
        let coloured = Plane<UInt8>(width: 4, height: 2, filledWith: 0)
        coloured[3, 1] = 255
        let held = bytes()
        Colour.rates(
            foreground: foreground, light: light, held: held, coloured: coloured, still: still, rate: 7, lightRate: 9,
            adopting: nil, into: rates)
        #expect(rates.numbers == [0, 9, 0, 7, 7, 7, 7, 9])
        Colour.rates(
            foreground: foreground, light: light, held: held, coloured: coloured, still: still, rate: 7, lightRate: 9,
            adopting: 16, into: rates)
        #expect(rates.numbers == [65535, 9, 0, 7, 7, 7, 7, 9])
        let holding = bytes()
        (holding[0, 0], holding[7, 3]) = (255, 255)
        let less = Plane<UInt16>(width: 4, height: 2, filledWith: 1)
        Colour.rates(
            foreground: foreground, light: light, held: holding, coloured: coloured, still: still, rate: 7,
            lightRate: 9, adopting: 16, into: less)
        #expect(less.numbers == [0, 9, 0, 7, 7, 7, 7, 0])
        let look = Plane<UInt8>(width: 4, height: 2, filledWith: 200)
        let memory = Plane<UInt16>(width: 4, height: 2, filledWith: FixedPoint.level(100))
        Colour.follow(look, memory: memory, rates: rates)
        #expect(memory[0, 0] >> 8 >= 199 && memory[2, 0] == FixedPoint.level(100))
    }
}
