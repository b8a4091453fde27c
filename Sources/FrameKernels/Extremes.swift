/// The lowest and highest value within one pixel around each pixel.
package enum Extremes {
    /// - Parameter scratch: two planes of the same size, overwritten.
    package static func around(
        _ source: Plane<Float>, lowest: Plane<Float>, highest: Plane<Float>, scratch: (Plane<Float>, Plane<Float>)
    ) {
        let (width, height) = (source.width, source.height)
        for row in 0..<height {
            let here = source.base + row * width
            let above = source.base + max(row - 1, 0) * width
            let below = source.base + min(row + 1, height - 1) * width
            let (low, high) = (scratch.0.base + row * width, scratch.1.base + row * width)
            var i = 0
            while i < width {
                let (a, b, c) = (above[i], here[i], below[i])
                let least = a < b ? a : b
                let most = a > b ? a : b
                low[i] = least < c ? least : c
                high[i] = most > c ? most : c
                i &+= 1
            }
        }
        for row in 0..<height {
            let (low, high) = (scratch.0.base + row * width, scratch.1.base + row * width)
            let (outLow, outHigh) = (lowest.base + row * width, highest.base + row * width)
            for edge in Set([0, width - 1]) {
                let (left, right) = (max(edge - 1, 0), min(edge + 1, width - 1))
                outLow[edge] = min(low[left], low[edge], low[right])
                outHigh[edge] = max(high[left], high[edge], high[right])
            }
            var i = 1
            while i < width - 1 {
                let least = low[i - 1] < low[i] ? low[i - 1] : low[i]
                outLow[i] = least < low[i + 1] ? least : low[i + 1]
                let most = high[i - 1] > high[i] ? high[i - 1] : high[i]
                outHigh[i] = most > high[i + 1] ? most : high[i + 1]
                i &+= 1
            }
        }
    }

    /// The plain form of `around` for one pixel.
    package static func reference(_ source: Plane<Float>, column: Int, row: Int) -> (lowest: Float, highest: Float) {
        var (low, high) = (Float.infinity, -Float.infinity)
        for y in max(row - 1, 0)...min(row + 1, source.height - 1) {
            for x in max(column - 1, 0)...min(column + 1, source.width - 1) {
                low = min(low, source[x, y])
                high = max(high, source[x, y])
            }
        }
        return (low, high)
    }
}
