/// How much two pictures differ.
package enum Difference {
    /// The share of pixels, 0...1, that differ by more than `threshold` levels.
    package static func share(
        of one: Plane<UInt8>, _ other: Plane<UInt8>, threshold: UInt8, with loops: Kernels.Build = Kernels.chosen
    ) -> Double {
        precondition(one.width == other.width && one.height == other.height, "planes of one size")
        let count = loops.countDifferent(one.base, other.base, threshold: threshold, count: one.count)
        return Double(count) / Double(one.count)
    }
}
