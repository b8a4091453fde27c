/// Keeps planes in half the memory while nobody works on them: fixed-point words of 16 bits instead of Float.
package enum Packing {
    /// Rounds each value to the nearest `1 / scale`; what is larger than `65535 / scale` becomes that.
    ///
    /// - Parameters:
    ///   - floats: 0 or more each.
    ///   - words: of the same size.
    package static func pack(_ floats: Plane<Float>, into words: Plane<UInt16>, scale: Float) {
        precondition(floats.width == words.width && floats.height == words.height, "planes of one size")
        let (f, w) = (floats.base, words.base)
        // Added to a whole number below 2^23 it leaves that number in the low bits, rounded.
        let magic: Float = 8_388_608
        var i = 0
        let count = floats.count
        while i < count {
            let scaled = f[i] * scale
            let held: Float = scaled > 65535 ? 65535 : scaled
            w[i] = UInt16(truncatingIfNeeded: (held + magic).bitPattern)
            i &+= 1
        }
    }

    /// The values that were packed.
    package static func unpack(_ words: Plane<UInt16>, into floats: Plane<Float>, scale: Float) {
        precondition(floats.width == words.width && floats.height == words.height, "planes of one size")
        let (f, w) = (floats.base, words.base)
        let step = 1 / scale
        var i = 0
        let count = floats.count
        while i < count {
            f[i] = Float(Int32(w[i])) * step
            i &+= 1
        }
    }
}
