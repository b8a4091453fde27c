/// Measures of one connected piece, read pixel by pixel; pieces are few and small beside the picture.
package enum Regions {
    /// How a piece looks now and in the background.
    package struct Texture: Sendable {
        /// Mean gradient over the piece and one pixel around it, in levels a pixel.
        package var edgesNow: Float = 0
        package var edgesBefore: Float = 0
        /// The same along its rim only: two pixels wide.
        package var rimNow: Float = 0
        package var rimBefore: Float = 0
        /// Standard deviation of the levels inside.
        package var spreadNow: Float = 0
        package var spreadBefore: Float = 0
        /// Correlation of the levels now and before, -1..1; 0 where one of them is flat.
        package var correlation: Float = 0
    }

    package static func texture(
        of piece: Components.Piece, in components: Components, look: Plane<UInt8>, background: Plane<UInt8>
    ) -> Texture {
        let (width, height) = (look.width, look.height)
        let labels = components.labels.base
        let name = piece.label
        var (area, rim): (Float, Float) = (0, 0)
        var texture = Texture()
        var (n, sy, sb, syy, sbb, syb): (Float, Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0, 0)
        for row in max(piece.top - 1, 1)...max(min(piece.bottom + 1, height - 2), max(piece.top - 1, 1)) {
            guard row < height - 1 else { continue }
            for column in max(piece.left - 1, 1)...max(min(piece.right + 1, width - 2), max(piece.left - 1, 1)) {
                guard column < width - 1 else { continue }
                let at = row * width + column
                let inside = labels[at] == name
                let (l, r, u, d) = (
                    labels[at - 1] == name, labels[at + 1] == name, labels[at - width] == name,
                    labels[at + width] == name
                )
                guard inside || l || r || u || d else { continue }
                let now = gradient(look.base + at, width)
                let before = gradient(background.base + at, width)
                texture.edgesNow += now
                texture.edgesBefore += before
                area += 1
                if !(inside && l && r && u && d) {
                    texture.rimNow += now
                    texture.rimBefore += before
                    rim += 1
                }
                if inside {
                    let (y, b) = (Float(look.base[at]), Float(background.base[at]))
                    n += 1
                    sy += y
                    sb += b
                    syy += y * y
                    sbb += b * b
                    syb += y * b
                }
            }
        }
        guard n > 0 else { return texture }
        texture.edgesNow /= max(area, 1)
        texture.edgesBefore /= max(area, 1)
        texture.rimNow /= max(rim, 1)
        texture.rimBefore /= max(rim, 1)
        texture.spreadNow = max(syy / n - (sy / n) * (sy / n), 0).squareRoot()
        texture.spreadBefore = max(sbb / n - (sb / n) * (sb / n), 0).squareRoot()
        if texture.spreadNow > 4, texture.spreadBefore > 4 {
            texture.correlation = (syb / n - sy / n * sb / n) / (texture.spreadNow * texture.spreadBefore)
        }
        return texture
    }

    /// Central differences, |dx| + |dy|, in levels a pixel.
    private static func gradient(_ at: UnsafePointer<UInt8>, _ stride: Int) -> Float {
        let across = Int(at[1]) - Int(at[-1])
        let down = Int(at[stride]) - Int(at[-stride])
        return Float(abs(across) + abs(down)) / 2
    }

    /// Moves a memory towards another one inside a piece, by a rate of 65,536 (65,535 copies).
    package static func absorb(
        _ piece: Components.Piece, in components: Components, source: Plane<UInt16>, into memory: Plane<UInt16>,
        rate: UInt16
    ) {
        if rate == 65535 {
            forEachPixel(of: piece, in: components) { at in memory.base[at] = source.base[at] }
            return
        }
        forEachPixel(of: piece, in: components) { at in
            let way = Int32(source.base[at]) - Int32(memory.base[at])
            memory.base[at] = UInt16(truncatingIfNeeded: Int32(memory.base[at]) + (way * Int32(rate / 2)) / 32768)
        }
    }

    /// The same for a memory of half the size, towards levels.
    package static func absorbHalf(
        _ piece: Components.Piece, in components: Components, source: Plane<UInt8>, into memory: Plane<UInt16>,
        rate: UInt16
    ) {
        for row in piece.top / 2..<min(piece.bottom / 2 + 1, memory.height) {
            for column in piece.left / 2..<min(piece.right / 2 + 1, memory.width)
            where components.labels.base[2 * row * components.labels.width + 2 * column] == piece.label {
                let at = row * memory.width + column
                let way = Int32(source.base[at]) * 256 - Int32(memory.base[at])
                memory.base[at] = UInt16(truncatingIfNeeded: Int32(memory.base[at]) + (way * Int32(rate / 2)) / 32768)
            }
        }
    }

    /// Writes a mark into a plane inside a piece.
    package static func mark(
        _ piece: Components.Piece, in components: Components, plane: Plane<UInt8>, with mark: UInt8
    ) {
        forEachPixel(of: piece, in: components) { at in plane.base[at] = mark }
    }

    /// How many pixels of a piece have a mark of at least `least` in a plane.
    package static func overlap(
        of piece: Components.Piece, in components: Components, with plane: Plane<UInt8>, atLeast least: UInt8
    ) -> Int {
        var count = 0
        forEachPixel(of: piece, in: components) { at in count += plane.base[at] >= least ? 1 : 0 }
        return count
    }

    /// Whether a pixel of the picture belongs to a piece.
    package static func isPart(_ x: Int, _ y: Int, of piece: Components.Piece, in components: Components) -> Bool {
        components.labels.base[y * components.labels.width + x] == piece.label
    }

    /// How many foreground pixels within two pixels around a piece's box have rested for less than `least` ticks.
    package static func living(
        around piece: Components.Piece, foreground: Plane<UInt8>, still: Plane<UInt16>, least: UInt16
    ) -> Int {
        var living = 0
        for row in max(piece.top - 2, 0)...min(piece.bottom + 2, foreground.height - 1) {
            for column in max(piece.left - 2, 0)...min(piece.right + 2, foreground.width - 1) {
                let at = row * foreground.width + column
                if foreground.base[at] != 0, still.base[at] < least { living += 1 }
            }
        }
        return living
    }

    /// The time below which the given share (0...1) of a piece's pixels lie, in seconds; times are cut at 600 s.
    ///
    /// - Parameter counts: overwritten; taken along so that a look allocates nothing.
    package static func percentile(
        _ share: Double, of times: Plane<UInt16>, piece: Components.Piece, in components: Components,
        counts: inout [Int32]
    ) -> Double {
        let most = 600 * Int(FixedPoint.ticks)
        clear(&counts, most + 1)
        var total = 0
        forEachPixel(of: piece, in: components) { at in
            counts[min(Int(times.base[at]), most)] += 1
            total += 1
        }
        var below = 0
        for bin in 0...most {
            below += Int(counts[bin])
            if Double(below) >= share * Double(total) { return Double(bin) / FixedPoint.ticks }
        }
        return 600
    }

    private static func clear(_ counts: inout [Int32], _ wanted: Int) {
        if counts.count != wanted {
            counts = [Int32](repeating: 0, count: wanted)
        } else {
            for index in counts.indices { counts[index] = 0 }
        }
    }

    /// How a piece's pixels came and stay, for telling people from vehicles and lamps.
    package struct Activity: Sendable {
        /// Pixels that changed within the last `recently` seconds.
        package var active = 0
        /// Active pixels that have been foreground for longer than `established`.
        package var established = 0
        /// The largest share of pixels, 0..1, that became foreground within one second.
        package var sudden: Float = 0
    }

    /// - Parameters:
    ///   - still, present: in ticks.
    ///   - recently, established: in ticks.
    ///   - onsets: overwritten.
    package static func activity(
        of piece: Components.Piece, in components: Components, still: Plane<UInt16>, present: Plane<UInt16>,
        recently: UInt16, established: UInt16, onsets: inout [Int32]
    ) -> Activity {
        var activity = Activity()
        // Half seconds up to two minutes.
        clear(&onsets, 241)
        let half = Int(FixedPoint.ticks / 2)
        var total: Int32 = 0
        forEachPixel(of: piece, in: components) { at in
            let isActive = still.base[at] < recently
            if isActive { activity.active += 1 }
            if isActive, present.base[at] > established { activity.established += 1 }
            onsets[min(Int(present.base[at]) / half, 240)] += 1
            total += 1
        }
        var most: Int32 = 0
        for bin in 0..<240 { most = max(most, onsets[bin] + onsets[bin + 1]) }
        activity.sudden = Float(most) / Float(max(total, 1))
        return activity
    }

    private static func forEachPixel(
        of piece: Components.Piece, in components: Components, _ body: (Int) -> Void
    ) {
        let width = components.labels.width
        for row in piece.top...piece.bottom {
            var at = row * width + piece.left
            for _ in piece.left...piece.right {
                if components.labels.base[at] == piece.label { body(at) }
                at += 1
            }
        }
    }
}
