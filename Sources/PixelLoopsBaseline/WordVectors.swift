/// Sixteen pixels' words. Only what is one instruction is used here: comparisons, bits, wrapping sums (see
/// `docs/decisions.md` on why neither plain loops nor the generic operations of SIMD types do).
typealias Words = SIMD16<UInt16>

extension Words {
    static let pixels = 16

    @inline(__always) init(_ memory: UnsafePointer<UInt16>) {
        self = UnsafeRawPointer(memory).loadUnaligned(as: Words.self)
    }

    /// Bytes, as words. Spelt out: the initialiser that widens a whole vector is called, not inlined, in long loops.
    @inline(__always) init(bytes: UnsafePointer<UInt8>) {
        self = Words(
            UInt16(bytes[0]), UInt16(bytes[1]), UInt16(bytes[2]), UInt16(bytes[3]),
            UInt16(bytes[4]), UInt16(bytes[5]), UInt16(bytes[6]), UInt16(bytes[7]),
            UInt16(bytes[8]), UInt16(bytes[9]), UInt16(bytes[10]), UInt16(bytes[11]),
            UInt16(bytes[12]), UInt16(bytes[13]), UInt16(bytes[14]), UInt16(bytes[15]))
    }

    @inline(__always) func store(to memory: UnsafeMutablePointer<UInt16>) {
        UnsafeMutableRawPointer(memory).storeBytes(of: self, as: Words.self)
    }

    /// Stores the low byte of each.
    @inline(__always) func store(bytesTo memory: UnsafeMutablePointer<UInt8>) {
        let bytes = SIMD16<UInt8>(
            Self.low(self[0]), Self.low(self[1]), Self.low(self[2]), Self.low(self[3]),
            Self.low(self[4]), Self.low(self[5]), Self.low(self[6]), Self.low(self[7]),
            Self.low(self[8]), Self.low(self[9]), Self.low(self[10]), Self.low(self[11]),
            Self.low(self[12]), Self.low(self[13]), Self.low(self[14]), Self.low(self[15]))
        UnsafeMutableRawPointer(memory).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
    }

    @inline(__always) private static func low(_ word: UInt16) -> UInt8 { UInt8(truncatingIfNeeded: word) }

    /// All bits where it is greater, else none.
    @inline(__always) func isAbove(_ other: Words) -> Words { unsafeBitCast(self .> other, to: Words.self) }

    @inline(__always) func isSame(_ other: Words) -> Words { unsafeBitCast(self .== other, to: Words.self) }

    /// `self - other`, at least 0.
    @inline(__always) func less(_ other: Words) -> Words { (self &- other) & isAbove(other) }

    /// `self + other`, at most 65,535.
    @inline(__always) func more(_ other: Words) -> Words {
        let sum = self &+ other
        return sum | isAbove(sum)
    }

    @inline(__always) func atMost(_ other: Words) -> Words { self &- less(other) }

    @inline(__always) func atLeast(_ other: Words) -> Words { other &+ less(other) }

    @inline(__always) func distance(_ other: Words) -> Words { less(other) | other.less(self) }

    /// `rate / 65536` of it, or up to 2 less: the product of the high bytes and the high bytes of the mixed ones.
    @inline(__always) func share(_ rate: Words) -> Words {
        let low = Words(repeating: 255)
        let (high, rest) = (self &>> 8, self & low)
        let (rateHigh, rateRest) = (rate &>> 8, rate & low)
        return high &* rateHigh &+ ((high &* rateRest) &>> 8) &+ ((rest &* rateHigh) &>> 8)
    }

    /// A share of its way to another.
    @inline(__always) func moved(towards goal: Words, _ rate: Words) -> Words {
        self &+ goal.less(self).share(rate) &- less(goal).share(rate)
    }

    var total: Int {
        var sum = 0
        for lane in 0..<Self.pixels { sum += Int(self[lane]) }
        return sum
    }

    /// Lanes of the one where the mask has all bits, else of the other.
    @inline(__always) static func choose(_ mask: Words, _ one: Words, _ other: Words) -> Words {
        (one & mask) | (other & ~mask)
    }
}
