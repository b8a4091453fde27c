/// The per-pixel memories of a scene and how one look changes them. Levels are words in 8.8, noise in 5.11, times in ticks
/// of 1/16 s (see `FixedPoint`); the planes of one call have one size.
package enum Background {
    /// Compares a look with the short memory: finds what moves, measures noise, counts how long a pixel kept its level.
    ///
    /// A pixel moves when it left its short memory by more than 2.5 times its noise plus 8 levels (12...50); the short
    /// memory then takes the new level at once and the pixel's time of stillness begins anew. Its noise follows the
    /// distance, held at twice the noise plus 3 levels, so that what moves does not count as noise.
    ///
    /// - Parameters:
    ///   - ticks: since the last look.
    ///   - shortRate: how far the short memory follows, of 65,536.
    ///   - noiseRate: how far the noise follows, of 65,536.
    package static func followMotion(
        _ look: Plane<UInt8>, short: Plane<UInt16>, noise: Plane<UInt16>, still: Plane<UInt16>, ticks: UInt16,
        shortRate: UInt16, noiseRate: UInt16, with loops: Kernels.Build = Kernels.chosen
    ) {
        loops.followMotion(
            look.base, short: short.base, noise: noise.base, still: still.base, count: look.count, ticks: ticks,
            shortRate: shortRate, noiseRate: noiseRate)
    }

    /// Marks the pixels that left the background: outside what the background shows within one pixel around, by more
    /// than 3 times the noise plus 10 levels (16...60). The neighbourhood forgives a camera that trembles.
    ///
    /// - Parameter foreground: becomes 255 where the look differs, else 0.
    package static func markForeground(
        _ look: Plane<UInt8>, lowest: Plane<UInt8>, highest: Plane<UInt8>, noise: Plane<UInt16>,
        foreground: Plane<UInt8>, with loops: Kernels.Build = Kernels.chosen
    ) {
        loops.markOutside(
            look.base, lowest: lowest.base, highest: highest.base, noise: noise.base, into: foreground.base,
            count: look.count)
    }

    /// Lets the background follow the look: by `rate` where it is background and at rest, by `lightRate` where only
    /// the light changed, not at all under foreground and where it is held.
    ///
    /// - Parameters:
    ///   - still: ticks at rest; 0 means the pixel moves and teaches nothing.
    ///   - light: 255 where a change was judged to be light; there the foreground is cleared.
    ///   - held: 255 where nothing is learnt, and foreground is no light: a thing is there, or its rim.
    ///   - present: ticks that a pixel has been foreground; falls twice as fast as it rises. One that
    ///     was none at the last look became it half-way between.
    package static func learn(
        _ look: Plane<UInt8>, long: Plane<UInt16>, still: Plane<UInt16>, present: Plane<UInt16>,
        foreground: Plane<UInt8>, light: Plane<UInt8>, held: Plane<UInt8>, ticks: UInt16, rate: UInt16,
        lightRate: UInt16, with loops: Kernels.Build = Kernels.chosen
    ) {
        loops.learn(
            look.base, long: long.base, still: still.base, present: present.base, foreground: foreground.base,
            light: light.base, held: held.base, count: look.count, ticks: ticks, rate: rate, lightRate: lightRate)
    }

    /// Takes what has been at rest for longer than some ticks as background: for the first moments of a camera, when
    /// whatever was there at first must not stay in the background for ever.
    package static func adoptResting(
        short: Plane<UInt16>, long: Plane<UInt16>, still: Plane<UInt16>, foreground: Plane<UInt8>, ticks: UInt16
    ) {
        Kernels.chosen.adopt(
            short.base, into: long.base, still: still.base, mask: foreground.base, ticks: ticks, count: short.count)
    }

    /// Multiplies a memory by a gain of 0...15, within 0...255 levels.
    package static func scale(_ memory: Plane<UInt16>, by gain: Double) {
        precondition(gain >= 0 && gain <= 15, "a gain of 0 to 15")
        Kernels.chosen.scale(memory.base, gain: UInt32(gain * 4096), count: memory.count)
    }

    /// The levels of a memory, rounded.
    package static func round(_ memory: Plane<UInt16>, into levels: Plane<UInt8>) {
        Kernels.chosen.roundLevels(memory.base, into: levels.base, count: memory.count)
    }

    /// A memory of these levels.
    package static func widen(_ levels: Plane<UInt8>, into memory: Plane<UInt16>) {
        Kernels.chosen.widenLevels(levels.base, into: memory.base, count: levels.count)
    }

    /// A memory's levels, to be kept.
    package static func bytes(of memory: Plane<UInt16>) -> [UInt8] {
        let levels = Plane<UInt8>(width: memory.width, height: memory.height, filledWith: 0)
        round(memory, into: levels)
        return levels.withMemory { Array($0) }
    }

    /// A memory that was kept.
    ///
    /// - Parameter bytes: as many as the plane has pixels.
    package static func widen(_ bytes: [UInt8], into memory: Plane<UInt16>) {
        precondition(bytes.count == memory.count, "a byte for each pixel")
        for index in bytes.indices { memory.base[index] = UInt16(bytes[index]) << 8 }
    }
}
