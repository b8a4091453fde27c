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
        of piece: Components.Piece, in components: Components, look: Plane<Float>, background: Plane<Float>
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
                    let (y, b) = (look.base[at], background.base[at])
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
    private static func gradient(_ at: UnsafePointer<Float>, _ stride: Int) -> Float {
        (abs(at[1] - at[-1]) + abs(at[stride] - at[-stride])) / 2
    }

    /// Moves a memory towards another one inside a piece, by a rate 0..1 (1 copies).
    package static func absorb(
        _ piece: Components.Piece, in components: Components, source: Plane<Float>, into memory: Plane<Float>,
        rate: Float
    ) {
        forEachPixel(of: piece, in: components) { at in
            memory.base[at] += rate * (source.base[at] - memory.base[at])
        }
    }

    /// Sets a mask inside a piece.
    package static func mark(_ piece: Components.Piece, in components: Components, mask: Plane<UInt8>) {
        forEachPixel(of: piece, in: components) { at in mask.base[at] = 255 }
    }

    /// How many pixels of a piece a mask has set.
    package static func overlap(
        of piece: Components.Piece, in components: Components, with mask: Plane<UInt8>
    ) -> Int {
        var count = 0
        forEachPixel(of: piece, in: components) { at in count += mask.base[at] != 0 ? 1 : 0 }
        return count
    }

    /// The value below which the given share (0..1) of a piece's pixels lie, to a tenth; values are cut at 600.
    package static func percentile(
        _ share: Double, of values: Plane<Float>, piece: Components.Piece, in components: Components
    ) -> Float {
        var counts = [Int](repeating: 0, count: 6001)
        var total = 0
        forEachPixel(of: piece, in: components) { at in
            counts[min(Int(values.base[at] * 10), 6000)] += 1
            total += 1
        }
        var below = 0
        for (bin, count) in counts.enumerated() {
            below += count
            if Double(below) >= share * Double(total) { return Float(bin) / 10 }
        }
        return 600
    }

    /// How a piece's pixels came and stay, for telling people from vehicles and lamps.
    package struct Activity: Sendable {
        /// Pixels that changed within the last `recently` seconds.
        package var active = 0
        /// Active pixels that have been foreground for `established` seconds or more.
        package var established = 0
        /// The largest share of pixels, 0..1, that became foreground within one second.
        package var sudden: Float = 0
    }

    package static func activity(
        of piece: Components.Piece, in components: Components, still: Plane<Float>, present: Plane<Float>,
        recently: Float, established: Float
    ) -> Activity {
        var activity = Activity()
        // Half seconds up to two minutes.
        var onsets = [Int32](repeating: 0, count: 241)
        var total: Int32 = 0
        forEachPixel(of: piece, in: components) { at in
            let isActive = still.base[at] < recently
            if isActive { activity.active += 1 }
            if isActive, present.base[at] >= established { activity.established += 1 }
            onsets[min(Int(present.base[at] * 2), 240)] += 1
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
