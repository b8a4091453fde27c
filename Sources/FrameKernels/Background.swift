/// The per-pixel memories of a scene and how one look changes them. All values are luma levels 0..255 as Float,
/// times are seconds; the planes of one call have one size.
package enum Background {
    /// What the pixel-wise steps of one look need to know, computed once.
    package struct Rates: Sendable {
        /// Seconds since the last look.
        package var elapsed: Float
        /// How far the short memory follows, 0..1.
        package var short: Float
        /// How far the noise memory follows, 0..1.
        package var noise: Float

        package init(elapsed: Float, short: Float, noise: Float) {
            (self.elapsed, self.short, self.noise) = (elapsed, short, noise)
        }
    }

    /// Compares a look with the short memory: finds what moves, measures noise, counts how long a pixel kept its level.
    ///
    /// A pixel moves when it left its short memory by more than 2.5 times its noise plus 8 levels (12..50); the short
    /// memory then takes the new level at once and the pixel's time of stillness begins anew.
    package static func followMotion(
        _ look: Plane<UInt8>, short: Plane<Float>, noise: Plane<Float>, still: Plane<Float>, rates: Rates
    ) {
        let (y, s, n, q) = (look.base, short.base, noise.base, still.base)
        let (elapsed, follow, learn) = (rates.elapsed, rates.short, rates.noise)
        // Plain on purpose: the compiler makes minps and maxps of it, by hand it was twice as slow.
        var i = 0
        let count = look.count
        while i < count {
            let now = Float(Int32(y[i]))
            let (before, level) = (s[i], n[i])
            let change = now - before
            let distance = change < 0 ? -change : change
            let wanted = level * 2.5 + 8
            let least: Float = wanted < 12 ? 12 : wanted
            let threshold: Float = least > 50 ? 50 : least
            let most = level * 2 + 3
            let seen = distance < most ? distance : most
            let moves = distance > threshold
            n[i] = level + (seen - level) * learn
            let followed = before + change * follow
            let rested = q[i] + elapsed
            s[i] = moves ? now : followed
            q[i] = moves ? 0 : rested
            i &+= 1
        }
    }

    /// The plain form of `followMotion`, pixel by pixel.
    package static func followMotionReference(
        _ look: Plane<UInt8>, short: Plane<Float>, noise: Plane<Float>, still: Plane<Float>, rates: Rates
    ) {
        for row in 0..<look.height {
            for column in 0..<look.width {
                let now = Float(look[column, row])
                let (before, level) = (short[column, row], noise[column, row])
                let distance = abs(now - before)
                let moves = distance > min(max(level * 2.5 + 8, 12), 50)
                noise[column, row] = level + (min(distance, level * 2 + 3) - level) * rates.noise
                short[column, row] = moves ? now : before + (now - before) * rates.short
                still[column, row] = moves ? 0 : still[column, row] + rates.elapsed
            }
        }
    }

    /// Marks the pixels that left the background: outside what the background shows within one pixel around, by more
    /// than 3 times the noise plus 10 levels (16..60). The neighbourhood forgives a camera that trembles.
    ///
    /// - Parameter foreground: becomes 255 where the look differs, else 0.
    package static func markForeground(
        _ look: Plane<Float>, lowest: Plane<Float>, highest: Plane<Float>, noise: Plane<Float>,
        foreground: Plane<UInt8>
    ) {
        let (y, lo, hi, n, out) = (look.base, lowest.base, highest.base, noise.base, foreground.base)
        var i = 0
        let count = look.count
        while i < count {
            let wanted = 3 * n[i] + 10
            let low: Float = wanted < 16 ? 16 : wanted
            let threshold: Float = low > 60 ? 60 : low
            let above = y[i] > hi[i] + threshold
            let below = y[i] < lo[i] - threshold
            out[i] = (above || below) ? 255 : 0
            i &+= 1
        }
    }

    /// Lets the background follow the look: by `rate` where it is background and at rest, by `lightRate` where only
    /// the light changed, not at all under foreground.
    ///
    /// - Parameters:
    ///   - still: seconds at rest; 0 means the pixel moves and teaches nothing.
    ///   - light: 255 where a change was judged to be light.
    ///   - present: seconds that a pixel has been foreground; falls twice as fast as it rises.
    package static func learn(
        _ look: Plane<Float>, long: Plane<Float>, still: Plane<Float>, present: Plane<Float>,
        foreground: Plane<UInt8>, light: Plane<UInt8>, rate: Float, lightRate: Float, elapsed: Float
    ) {
        let (y, l, q, p) = (look.base, long.base, still.base, present.base)
        let (f, t) = (foreground.base, light.base)
        var i = 0
        let count = look.count
        // Plain on purpose: the compiler vectorises it better than widening the byte masks by hand does.
        while i < count {
            let different = f[i] != 0
            let lit = t[i] != 0
            let quiet: Float = q[i] > 0 ? rate : 0
            let changed: Float = lit ? lightRate : 0
            let follow = different ? changed : quiet
            l[i] = l[i] + follow * (y[i] - l[i])
            let stays = different && !lit
            let less = p[i] - 2 * elapsed
            let fallen: Float = less < 0 ? 0 : less
            p[i] = stays ? p[i] + elapsed : fallen
            f[i] = stays ? 255 : 0
            i &+= 1
        }
    }

    /// Takes what has been at rest for a second as background: for the first moments of a camera, when whatever was
    /// there at first must not stay in the background for ever.
    package static func adoptResting(
        short: Plane<Float>, long: Plane<Float>, still: Plane<Float>, foreground: Plane<UInt8>, seconds: Float
    ) {
        let (s, l, q, f) = (short.base, long.base, still.base, foreground.base)
        var i = 0
        let count = short.count
        while i < count {
            let adopt = f[i] != 0 && q[i] > seconds
            l[i] = adopt ? s[i] : l[i]
            i &+= 1
        }
    }

    /// Multiplies a memory by a gain, within 0..255.
    package static func scale(_ memory: Plane<Float>, by gain: Float) {
        let m = memory.base
        var i = 0
        let count = memory.count
        while i < count {
            let value = m[i] * gain
            m[i] = value > 255 ? 255 : value
            i &+= 1
        }
    }

    /// A background as bytes, rounded, to be kept.
    package static func narrow(_ plane: Plane<Float>) -> [UInt8] {
        (0..<plane.count).map { UInt8(max(0, min(255, plane.base[$0].rounded()))) }
    }

    /// A background that was kept.
    ///
    /// - Parameter bytes: as many as the plane has pixels.
    package static func widen(_ bytes: [UInt8], into plane: Plane<Float>) {
        precondition(bytes.count == plane.count, "a byte for each pixel")
        for index in bytes.indices { plane.base[index] = Float(bytes[index]) }
    }

    /// Widens bytes to Float.
    package static func widen(_ bytes: Plane<UInt8>, into floats: Plane<Float>) {
        let (b, f) = (bytes.base, floats.base)
        var i = 0
        let count = bytes.count
        while i < count {
            f[i] = Float(b[i])
            i &+= 1
        }
    }
}
