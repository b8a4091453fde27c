import FrameKernels
import TestSupport
import Testing

/// What networks are given, held to a plain computation.
@Suite struct SampleTests {
    private static let codings = [false, true].flatMap { isBT709 in
        [false, true].map { ColourCoding(isBT709: isBT709, isFullRange: $0) }
    }

    private static let forms: [SampleForm] = [
        SampleForm(width: 40, height: 24, fit: .stretched, order: .rgb),
        SampleForm(width: 41, height: 41, fit: .padded(level: 114), order: .bgr),
        SampleForm(width: 40, height: 24, fit: .stretched, order: .bgr, isArea: true),
        SampleForm(width: 37, height: 50, fit: .padded(level: 0), order: .rgb, isArea: true, isInterleaved: true),
    ]

    @Test(arguments: forms.indices, Kernels.builds.indices)
    func `a sampled picture is within a level of the plain reference`(form: Int, build: Int) {
        var random = SeededRandom(seed: 7)
        let form = Self.forms[form]
        for (index, size) in [(64, 36), (97, 55), (130, 201), (16, 16)].enumerated() {
            for scale in [1, 2] {
                let picture = Drawn(size, colourScale: scale, &random)
                let whole = PicturePart(x: 0, y: 0, width: Double(size.0), height: Double(size.1))
                for part in [whole, PicturePart(x: 3, y: 2, width: 10, height: 11)] {
                    let coding = Self.codings[index]
                    let given = picture.sampled(part, form, coding, Kernels.builds[build].loops)
                    let wanted = picture.reference(part, form, coding)
                    let apart = zip(given, wanted).map { abs(Double($0) - $1) }.max() ?? .infinity
                    #expect(given.count == wanted.count && apart <= 1, "\(size), \(part): \(apart) levels apart")
                }
            }
        }
    }

    @Test func `both builds give the same numbers`() {
        var random = SeededRandom(seed: 9)
        let picture = Drawn((130, 73), colourScale: 2, &random)
        let part = PicturePart(x: 0, y: 0, width: 130, height: 73)
        for form in Self.forms {
            let given = Kernels.builds.map { picture.sampled(part, form, Self.codings[0], $0.loops) }
            #expect(given.allSatisfy { $0 == given[0] })
        }
    }

    @Test func `white, black and red are what they are in every coding`() {
        // Red in limited BT.601: Y 81, U 90, V 240; in full BT.709: Y 54, U 99, V 255 (ITU-R BT.601-7, BT.709-6).
        let form = SampleForm(width: 4, height: 4, fit: .stretched, order: .rgb)
        let part = PicturePart(x: 0, y: 0, width: 16, height: 16)
        let cases: [(levels: (UInt8, UInt8, UInt8), coding: ColourCoding, wanted: [Double])] = [
            ((235, 128, 128), Self.codings[0], [255, 255, 255]), ((16, 128, 128), Self.codings[2], [0, 0, 0]),
            ((255, 128, 128), Self.codings[1], [255, 255, 255]), ((81, 90, 240), Self.codings[0], [255, 0, 0]),
            ((54, 99, 255), Self.codings[3], [255, 0, 0]),
        ]
        for (levels, coding, wanted) in cases {
            let given = Drawn((16, 16), levels).sampled(part, form, coding, Kernels.chosen)
            let its = [0, 16, 32].map { Double(given[$0]) }
            #expect(zip(its, wanted).allSatisfy { abs($0 - $1) <= 1.5 }, "\(levels): \(its)")
        }
    }

    @Test func `levels are centred and scaled in the network's own order`() {
        let form = SampleForm(
            width: 2, height: 2, fit: .stretched, order: .bgr, mean: [10, 20, 30], deviation: [2, 4, 8])
        let part = PicturePart(x: 0, y: 0, width: 16, height: 16)
        // Full range red: the network's first plane is blue.
        let given = Drawn((16, 16), (76, 85, 255)).sampled(part, form, Self.codings[1], Kernels.chosen)
        let wanted: [Float] = [(0 - 10) / 2, (0 - 20) / 4, (255 - 30) / 8]
        for (index, want) in wanted.enumerated() { #expect(abs(given[4 * index] - want) < 0.6) }
    }
}

/// A picture of 8-bit planes.
private struct Drawn {
    let y: Plane<UInt8>
    let u: Plane<UInt8>
    let v: Plane<UInt8>

    init(_ size: (Int, Int), colourScale: Int, _ random: inout SeededRandom) {
        let small = ((size.0 + colourScale - 1) / colourScale, (size.1 + colourScale - 1) / colourScale)
        y = .filled(size, .random, &random)
        u = .filled(small, .random, &random)
        v = .filled(small, .random, &random)
    }

    init(_ size: (Int, Int), _ levels: (UInt8, UInt8, UInt8)) {
        y = Plane(width: size.0, height: size.1, filledWith: levels.0)
        u = Plane(width: size.0 / 2, height: size.1 / 2, filledWith: levels.1)
        v = Plane(width: size.0 / 2, height: size.1 / 2, filledWith: levels.2)
    }

    func sampled(_ part: PicturePart, _ form: SampleForm, _ coding: ColourCoding, _ loops: Kernels.Build) -> [Float] {
        var numbers = [Float](repeating: -1, count: form.count)
        rows(y) { y in
            rows(u) { u in
                rows(v) { v in
                    let planes = PicturePlanes(y: y, colour: (u, v), coding: coding)
                    numbers.withUnsafeMutableBufferPointer {
                        guard let base = $0.baseAddress else { return }
                        PictureSampler(with: loops).sample(planes, part, as: form, into: base)
                    }
                }
            }
        }
        return numbers
    }

    private func rows(_ plane: Plane<UInt8>, _ body: (PicturePlanes.Rows) -> Void) {
        plane.withMemory { memory in
            guard let base = memory.baseAddress else { return }
            body(.init(base: base, stride: plane.width, width: plane.width, height: plane.height))
        }
    }

    func reference(_ part: PicturePart, _ form: SampleForm, _ coding: ColourCoding) -> [Double] {
        var numbers = [Double](repeating: -1, count: form.count)
        let shown = form.shown(of: part)
        for row in 0..<form.height {
            for column in 0..<form.width {
                var levels = [0.0, 0, 0]
                if row < shown.rows, column < shown.columns {
                    let (light, blueness, redness) = (
                        level(y, column, row, part, form), level(u, column, row, part, form),
                        level(v, column, row, part, form)
                    )
                    levels = colours(light, blueness, redness, coding)
                } else if case .padded(let level) = form.fit {
                    levels = [level, level, level]
                }
                if form.order == .bgr { levels.reverse() }
                for index in 0..<3 {
                    let place =
                        form.isInterleaved
                        ? 3 * (row * form.width + column) + index : (index * form.height + row) * form.width + column
                    numbers[place] = (levels[index] - form.mean[index]) / form.deviation[index]
                }
            }
        }
        return numbers
    }

    private func colours(_ y: Double, _ u: Double, _ v: Double, _ coding: ColourCoding) -> [Double] {
        let (kr, kb) = coding.shares
        let light = coding.isFullRange ? y / 255 : (y - 16) / 219
        let span = coding.isFullRange ? 255.0 : 224
        let (cb, cr) = ((u - 128) / span, (v - 128) / span)
        let (red, blue) = (light + 2 * (1 - kr) * cr, light + 2 * (1 - kb) * cb)
        let green = (light - kr * red - kb * blue) / (1 - kr - kb)
        return [red, green, blue].map { min(max(255 * $0, 0), 255) }
    }

    /// One level, from the pixels around or under a new one.
    private func level(
        _ plane: Plane<UInt8>, _ column: Int, _ row: Int, _ part: PicturePart, _ form: SampleForm
    ) -> Double {
        let shown = form.shown(of: part)
        let (x, y) = (Double(plane.width) / Double(self.y.width), Double(plane.height) / Double(self.y.height))
        let across = shares(part.x * x, part.width * x, column, of: shown.columns, form.isArea)
        let down = shares(part.y * y, part.height * y, row, of: shown.rows, form.isArea)
        var sum = 0.0
        for (line, high) in down {
            for (pixel, wide) in across {
                let at = (min(max(pixel, 0), plane.width - 1), min(max(line, 0), plane.height - 1))
                sum += high * wide * Double(plane[at.0, at.1])
            }
        }
        return sum
    }

    private func shares(
        _ origin: Double, _ length: Double, _ index: Int, of count: Int, _ isArea: Bool
    ) -> [(pixel: Int, share: Double)] {
        let step = length / Double(count)
        guard isArea, step > 1 else {
            let middle = origin + (Double(index) + 0.5) * step - 0.5
            let first = middle.rounded(.down)
            return [(Int(first), 1 - (middle - first)), (Int(first) + 1, middle - first)]
        }
        let (from, to) = (origin + Double(index) * step, origin + Double(index + 1) * step)
        return (Int(from.rounded(.down))...Int(to.rounded(.up))).map { pixel in
            (pixel, max(min(to, Double(pixel + 1)) - max(from, Double(pixel)), 0) / step)
        }
    }
}
