/// The colour of a place, at half the analysis size: words in 8.8 for blue and red difference.
package enum Colour {
    /// Marks where the colour left the background's by more than `threshold`, |du| + |dv| in levels.
    ///
    /// - Parameter threshold: 0...255; what differs by no more is summed up in lanes that hold 256 times 255.
    /// - Returns: how many pixels are marked, and the mean distance of the others in levels.
    package static func mark(
        u: Plane<UInt8>, v: Plane<UInt8>, knownU: Plane<UInt16>, knownV: Plane<UInt16>, threshold: Int,
        into mask: Plane<UInt8>, with loops: Kernels.Build = Kernels.chosen
    ) -> (marked: Int, noise: Double) {
        precondition((0...255).contains(threshold), "a threshold of 0 to 255 levels")
        let rest = loops.markColour(
            u.base, v.base, knownU: knownU.base, knownV: knownV.base, threshold: UInt16(threshold), into: mask.base,
            count: u.count)
        var marked = 0
        for index in 0..<mask.count where mask.base[index] != 0 { marked += 1 }
        return (marked, Double(rest) / Double(max(mask.count - marked, 1)))
    }

    /// Gives each pixel of half size the rate at which it learns, from the four it lies under: `rate` where none is
    /// foreground and all rest, `lightRate` where one is lit or the colour alone changed, else 0.
    ///
    /// - Parameters:
    ///   - foreground: what is foreground after light was taken out.
    ///   - held: where nothing is learnt.
    ///   - adopting: where foreground has rested for longer than so many ticks its colour is taken at once; nil: never.
    package static func rates(
        foreground: Plane<UInt8>, light: Plane<UInt8>, held: Plane<UInt8>, coloured: Plane<UInt8>, still: Plane<UInt16>,
        rate: UInt16, lightRate: UInt16, adopting ticks: UInt16?, into rates: Plane<UInt16>
    ) {
        let width = foreground.width
        for row in 0..<rates.height {
            for column in 0..<rates.width {
                let at = 2 * row * width + 2 * column
                let isForeground = any(foreground.base, at, width)
                let rests = min(
                    min(still.base[at], still.base[at + 1]), min(still.base[at + width], still.base[at + width + 1]))
                var chosen: UInt16 = 0
                if any(held.base, at, width) {
                    chosen = 0
                } else if isForeground {
                    if let ticks, rests > ticks { chosen = 65535 }
                } else if coloured.base[row * rates.width + column] != 0 || any(light.base, at, width) {
                    chosen = lightRate
                } else if rests > 0 {
                    chosen = rate
                }
                rates.base[row * rates.width + column] = chosen
            }
        }
    }

    /// Moves a memory towards a look, each pixel by its own rate of 65,536.
    package static func follow(
        _ look: Plane<UInt8>, memory: Plane<UInt16>, rates: Plane<UInt16>, with loops: Kernels.Build = Kernels.chosen
    ) {
        loops.follow(look.base, memory: memory.base, rates: rates.base, count: look.count)
    }

    private static func any(_ mask: UnsafePointer<UInt8>, _ at: Int, _ width: Int) -> Bool {
        mask[at] | mask[at + 1] | mask[at + width] | mask[at + width + 1] != 0
    }
}
