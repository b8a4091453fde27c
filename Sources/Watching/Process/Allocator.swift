import CProcess

/// How the C library keeps memory, for a process that runs for months.
package enum Allocator {
    /// From this size on a block is taken from the system and given back when it is freed.
    private static let largeBlock: Int32 = 128 * 1024

    /// Before anything large is taken. By itself glibc raises the limit with each decoded picture that is freed; planes
    /// and keyframes then lie among small packets and their holes are never given back (docs/decisions.md).
    package static func settle() { _ = allocator_set_large_block(largeBlock) }
}
