/// Grows and shrinks masks (0 or 255) by a rectangle; outside the picture nothing is set.
package enum Morphology {
    /// Sets what lies within `across` columns and `down` rows of a set pixel.
    package static func grow(_ mask: Plane<UInt8>, across: Int, down: Int, scratch: Plane<UInt8>) {
        rows(mask, across, scratch, or: true)
        columns(scratch, down, mask, or: true)
    }

    /// Keeps what has only set pixels within `across` columns and `down` rows (outside counts as set).
    package static func shrink(_ mask: Plane<UInt8>, across: Int, down: Int, scratch: Plane<UInt8>) {
        rows(mask, across, scratch, or: false)
        columns(scratch, down, mask, or: false)
    }

    private static func rows(_ source: Plane<UInt8>, _ reach: Int, _ target: Plane<UInt8>, or: Bool) {
        let width = source.width
        for row in 0..<source.height {
            let (from, to) = (source.base + row * width, target.base + row * width)
            to.update(from: from, count: width)
            guard reach > 0 else { continue }
            for step in 1...reach where step < width {
                combine(from + step, into: to, count: width - step, or: or)
                combine(from, into: to + step, count: width - step, or: or)
            }
        }
    }

    private static func columns(_ source: Plane<UInt8>, _ reach: Int, _ target: Plane<UInt8>, or: Bool) {
        let (width, height) = (source.width, source.height)
        for row in 0..<height {
            let to = target.base + row * width
            to.update(from: source.base + row * width, count: width)
            for other in max(row - reach, 0)...min(row + reach, height - 1) where other != row {
                combine(source.base + other * width, into: to, count: width, or: or)
            }
        }
    }

    private static func combine(
        _ from: UnsafePointer<UInt8>, into to: UnsafeMutablePointer<UInt8>, count: Int, or: Bool
    ) {
        if or {
            Kernels.chosen.join(from, into: to, count: count)
        } else {
            Kernels.chosen.meet(from, into: to, count: count)
        }
    }
}
