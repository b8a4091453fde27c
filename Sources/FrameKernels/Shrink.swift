/// Shrinks 8-bit pictures by whole factors, averaging the area each new pixel covers.
package enum Shrink {
    /// The factor that brings a width down to what scenes work on: the smallest power of two that reaches 640.
    package static func factor(forWidth width: Int) -> Int {
        var factor = 1
        while width / factor > 640 { factor *= 2 }
        return factor
    }

    /// Averages blocks of `across` x `down` pixels, rounding to nearest; columns and rows that fill no block are left.
    ///
    /// - Parameters:
    ///   - source: rows of at least `across * target.width` bytes, `stride` apart, at least `down * target.height`.
    ///   - across: 1, 2, 4, 8, 16 or 32.
    ///   - down: the same, or 1.
    ///   - scratch: at least `across * target.width / 2` words, overwritten.
    package static func area(
        _ source: UnsafePointer<UInt8>, stride: Int, across: Int, down: Int, into target: Plane<UInt8>,
        scratch: Plane<UInt16>, with loops: Kernels.Build = Kernels.chosen
    ) {
        precondition(across.nonzeroBitCount == 1 && across <= 32, "a factor of 1, 2, 4, 8, 16 or 32")
        precondition(down == across || down == 1, "the same factor downwards, or none")
        let wide = target.width * across
        precondition(scratch.count * 2 >= wide, "the scratch holds a word for two columns of the source")
        if across == 1 {
            for row in 0..<target.height {
                (target.base + row * wide).update(from: source + row * stride, count: wide)
            }
            return
        }
        let shift = (across * down).trailingZeroBitCount
        for row in 0..<target.height {
            loops.addColumnPairs(
                source + row * down * stride, stride: stride, rows: down, count: wide, into: scratch.base)
            loops.averagePairs(
                scratch.base, group: across / 2, count: target.width, shift: shift,
                into: target.base + row * target.width)
        }
    }

    /// Shrinks a plane by a factor each way.
    ///
    /// - Parameter scratch: at least `factor * target.width / 2` words, overwritten.
    package static func plane(
        _ source: Plane<UInt8>, factor: Int, into target: Plane<UInt8>, scratch: Plane<UInt16>
    ) {
        precondition(source.width >= factor * target.width && source.height >= factor * target.height, "it fits")
        area(source.base, stride: source.width, across: factor, down: factor, into: target, scratch: scratch)
    }
}
