/// Eight pixels at a time, as Float.
///
/// The library's own `replacing`, `pointwiseMin` and `pointwiseMax` run element by element; these choose by bits, which
/// the compiler turns into single instructions.
typealias Lanes = SIMD8<Float>

extension SIMD8<Float> {
    typealias Mask = SIMDMask<SIMD8<Int32>>

    @inline(__always) init(at pointer: UnsafeMutablePointer<Float>) {
        self = UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
    }

    /// Eight bytes, widened: a whole number below 2^23 in the low bits of 2^23 is that number more.
    @inline(__always) init(bytesAt pointer: UnsafeMutablePointer<UInt8>) {
        let bytes = UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<UInt8>.self)
        let bits = SIMD8<UInt32>(truncatingIfNeeded: bytes) | 0x4B00_0000
        self = unsafeBitCast(bits, to: SIMD8<Float>.self) - 8_388_608
    }

    @inline(__always) func store(at pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: SIMD8<Float>.self)
    }

    /// The first where the mask is set, else the second.
    @inline(__always) static func choose(_ mask: Mask, _ first: Self, _ second: Self) -> Self {
        let bits = unsafeBitCast(mask, to: SIMD8<UInt32>.self)
        let (a, b) = (unsafeBitCast(first, to: SIMD8<UInt32>.self), unsafeBitCast(second, to: SIMD8<UInt32>.self))
        return unsafeBitCast((a & bits) | (b & ~bits), to: Self.self)
    }

    @inline(__always) static func least(_ a: Self, _ b: Self) -> Self { choose(a .< b, a, b) }

    @inline(__always) static func most(_ a: Self, _ b: Self) -> Self { choose(a .> b, a, b) }

    /// Without the sign bit.
    @inline(__always) static func magnitude(_ a: Self) -> Self {
        unsafeBitCast(unsafeBitCast(a, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF, to: Self.self)
    }
}
