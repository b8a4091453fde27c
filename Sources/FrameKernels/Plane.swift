/// A rectangle of numbers, the memory that kernels work on: row follows row without padding, and behind the last one
/// there is room up to a multiple of 32 numbers, so that kernels may take whole vectors to the end.
///
/// Its memory is taken once and kept; kernels write into planes that already exist, so a look allocates nothing.
/// One thread at a time: whoever owns the scene owns its planes.
package final class Plane<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Sendable: a plane is handed from one queue to the next and never used by two at once.
    package let width: Int
    package let height: Int
    @usableFromInline let base: UnsafeMutablePointer<Element>

    package var count: Int { width * height }

    /// - Parameters:
    ///   - width: columns, at least 1.
    ///   - height: rows, at least 1.
    package init(width: Int, height: Int, filledWith value: Element) {
        precondition(width > 0 && height > 0, "a plane has at least one column and one row")
        (self.width, self.height) = (width, height)
        let capacity = (width * height + 31) / 32 * 32
        base = .allocate(capacity: capacity)
        base.initialize(repeating: value, count: capacity)
    }

    deinit { base.deallocate() }

    @inlinable package subscript(column: Int, row: Int) -> Element {
        get {
            precondition(column >= 0 && column < width && row >= 0 && row < height, "outside the plane")
            return base[row * width + column]
        }
        set {
            precondition(column >= 0 && column < width && row >= 0 && row < height, "outside the plane")
            base[row * width + column] = newValue
        }
    }

    /// Copies bytes: a plane's elements are plain values, and a generic element-wise copy is many times slower.
    package func copy(from other: Plane<Element>) {
        precondition(other.width == width && other.height == height, "planes of one size")
        UnsafeMutableRawPointer(base).copyMemory(
            from: UnsafeRawPointer(other.base), byteCount: count * MemoryLayout<Element>.stride)
    }

    /// The memory itself, for whoever fills a plane from outside (the decoder).
    package func withMemory<Result>(_ body: (UnsafeMutableBufferPointer<Element>) -> Result) -> Result {
        body(UnsafeMutableBufferPointer(start: base, count: count))
    }
}

extension Plane where Element == UInt8 {
    package func fill(_ value: UInt8) { base.update(repeating: value, count: count) }
}

extension Plane where Element == Int32 {
    package func fill(_ value: Int32) { base.update(repeating: value, count: count) }
}

extension Plane where Element == UInt16 {
    package func fill(_ value: UInt16) { base.update(repeating: value, count: count) }
}
