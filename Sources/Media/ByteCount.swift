/// An amount of memory or disk.
package struct ByteCount: Comparable, Hashable, Sendable, CustomStringConvertible {
    package let bytes: Int64

    package init(bytes: Int64) { self.bytes = bytes }

    /// Reads what the configuration writes: `50GB`, `500MB`, `64KB`; powers of 1000, as disks are sold.
    package init?(configured text: String) {
        let units: [(suffix: String, bytes: Double)] = [("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3)]
        for unit in units where text.hasSuffix(unit.suffix) {
            guard let amount = Double(text.dropLast(2)), amount.isFinite, amount > 0, amount * unit.bytes < 1e18 else {
                return nil
            }
            bytes = Int64(amount * unit.bytes)
            return
        }
        return nil
    }

    package static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    package var description: String {
        for (suffix, unit) in [("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3)] where Double(bytes) >= unit {
            return "\((Double(bytes) / unit * 10).rounded() / 10) \(suffix)"
        }
        return "\(bytes) bytes"
    }
}
