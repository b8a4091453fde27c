/// The lowest and highest value within one pixel around each pixel.
package enum Extremes {
    /// - Parameter scratch: two planes of the same size, overwritten.
    package static func around(
        _ source: Plane<UInt8>, lowest: Plane<UInt8>, highest: Plane<UInt8>, scratch: (Plane<UInt8>, Plane<UInt8>),
        with loops: Kernels.Build = Kernels.chosen
    ) {
        let (width, height) = (source.width, source.height)
        for row in 0..<height {
            let (low, high) = (scratch.0.base + row * width, scratch.1.base + row * width)
            loops.extremes(
                source.base + max(row - 1, 0) * width, source.base + row * width,
                source.base + min(row + 1, height - 1) * width, lowest: low, highest: high, count: width)
            let (outLow, outHigh) = (lowest.base + row * width, highest.base + row * width)
            let last = width - 1
            (outLow[0], outHigh[0]) = (min(low[0], low[min(1, last)]), max(high[0], high[min(1, last)]))
            guard last > 0 else { continue }
            (outLow[last], outHigh[last]) = (min(low[last - 1], low[last]), max(high[last - 1], high[last]))
            loops.extremesAcross(
                low: low, high: high, lowest: outLow + 1, highest: outHigh + 1, count: max(width - 2, 0))
        }
    }
}
