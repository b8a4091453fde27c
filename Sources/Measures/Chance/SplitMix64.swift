/// Random numbers that a seed brings back on every machine: figures of a report must not change from run to run.
///
/// SplitMix64 of G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Good
/// for drawing samples, not for secrets.
package struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of 0 ..< count, a number above 0: the upper half of the product with the next 64 bits (D. Lemire, "Fast random
    /// integer generation in an interval", 2019, without its second draw, which changes one draw in 2^64 / count).
    ///
    /// Swift's own `Int.random(in:using:)` may draw in another way in its next version.
    mutating func index(below count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
