/// Shrinks 8-bit pictures by a whole factor, averaging the area each new pixel covers.
package enum Shrink {
    /// The factor that brings a width down to what scenes work on: the smallest power of two that reaches 640.
    package static func factor(forWidth width: Int) -> Int {
        var factor = 1
        while width / factor > 640 { factor *= 2 }
        return factor
    }

    /// Averages blocks of factor x factor pixels, rounding to nearest; columns and rows that fill no block are left.
    ///
    /// - Parameters:
    ///   - source: rows of at least `factor * target.width` bytes, `stride` apart, at least `factor * target.height`.
    ///   - factor: 1, 2, 4, 8 or 16.
    package static func area(
        _ source: UnsafePointer<UInt8>, stride: Int, factor: Int, into target: Plane<UInt8>, scratch: Plane<UInt16>
    ) {
        precondition([1, 2, 4, 8, 16].contains(factor), "a factor of 1, 2, 4, 8 or 16")
        let wide = target.width * factor
        precondition(scratch.count * 2 >= wide, "the scratch holds a word for two columns of the source")
        if factor == 1 {
            for row in 0..<target.height {
                (target.base + row * wide).update(from: source + row * stride, count: wide)
            }
            return
        }
        let shift = UInt16(factor.trailingZeroBitCount * 2)
        for row in 0..<target.height {
            let pairs = scratch.base
            addRows(source + row * factor * stride, stride: stride, rows: factor, count: wide, into: pairs)
            let out = target.base + row * target.width
            switch factor {
            case 2: addPairs2(pairs, count: target.width, shift: shift, into: out)
            case 4: addPairs4(pairs, count: target.width, shift: shift, into: out)
            default: finish(pairs, factor: factor, from: 0, count: target.width, shift: UInt32(shift), into: out)
            }
        }
    }

    /// The plain form of `area`.
    package static func areaReference(
        _ source: UnsafePointer<UInt8>, stride: Int, factor: Int, into target: Plane<UInt8>
    ) {
        for row in 0..<target.height {
            for column in 0..<target.width {
                var sum = 0
                for y in 0..<factor {
                    for x in 0..<factor { sum += Int(source[(row * factor + y) * stride + column * factor + x]) }
                }
                target.base[row * target.width + column] = UInt8((sum + factor * factor / 2) / (factor * factor))
            }
        }
    }

    /// Sums of two columns over up to 16 rows: at most 8,160. Each two bytes are taken as one word, its halves added.
    ///
    /// - Parameter count: even.
    private static func addRows(
        _ source: UnsafePointer<UInt8>, stride: Int, rows: Int, count: Int, into pairs: UnsafeMutablePointer<UInt16>
    ) {
        var column = 0
        while column + 32 <= count {
            var sum = SIMD16<UInt16>(repeating: 0)
            var row = 0
            while row < rows {
                let words = UnsafeRawPointer(source + row * stride + column).loadUnaligned(as: SIMD16<UInt16>.self)
                sum = sum &+ (words & 0x00FF) &+ (words &>> 8)
                row += 1
            }
            UnsafeMutableRawPointer(pairs + column / 2).storeBytes(of: sum, as: SIMD16<UInt16>.self)
            column += 32
        }
        while column < count {
            var sum: UInt16 = 0
            for row in 0..<rows {
                let at = row * stride + column
                sum &+= UInt16(source[at]) &+ UInt16(source[at + 1])
            }
            pairs[column / 2] = sum
            column += 2
        }
    }

    private static func addPairs2(
        _ pairs: UnsafePointer<UInt16>, count: Int, shift: UInt16, into out: UnsafeMutablePointer<UInt8>
    ) {
        var column = 0
        let half = SIMD16<UInt16>(repeating: 1 << (shift - 1))
        while column + 16 <= count {
            let sum = UnsafeRawPointer(pairs + column).loadUnaligned(as: SIMD16<UInt16>.self) &+ half
            let bytes = SIMD16<UInt8>(truncatingIfNeeded: sum &>> shift)
            UnsafeMutableRawPointer(out + column).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
            column += 16
        }
        finish(pairs, factor: 2, from: column, count: count, shift: UInt32(shift), into: out)
    }

    private static func addPairs4(
        _ pairs: UnsafePointer<UInt16>, count: Int, shift: UInt16, into out: UnsafeMutablePointer<UInt8>
    ) {
        var column = 0
        let half = SIMD16<UInt32>(repeating: 1 << (UInt32(shift) - 1))
        while column + 16 <= count {
            let twos = UnsafeRawPointer(pairs + column * 2).loadUnaligned(as: SIMD16<UInt32>.self)
            let fours = (twos & 0xFFFF) &+ (twos &>> 16) &+ half
            let bytes = SIMD16<UInt8>(truncatingIfNeeded: fours &>> UInt32(shift))
            UnsafeMutableRawPointer(out + column).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
            column += 16
        }
        finish(pairs, factor: 4, from: column, count: count, shift: UInt32(shift), into: out)
    }

    /// Adds up the pairs from one column on, block by block: any factor, and what fills no vector.
    private static func finish(
        _ pairs: UnsafePointer<UInt16>, factor: Int, from: Int, count: Int, shift: UInt32,
        into out: UnsafeMutablePointer<UInt8>
    ) {
        var column = from
        while column < count {
            var sum: UInt32 = 1 << (shift - 1)
            for pair in 0..<factor / 2 { sum &+= UInt32(pairs[column * factor / 2 + pair]) }
            out[column] = UInt8(truncatingIfNeeded: sum >> shift)
            column += 1
        }
    }
}
