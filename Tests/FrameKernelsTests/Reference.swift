import FrameKernels

/// The plain form of the kernels, one pixel at a time, in the numbers of the formulas and not in those of the loops.
enum Reference {
    static func shrink(
        _ source: [UInt8], from: Int, stride: Int, across: Int, down: Int, width: Int, height: Int
    ) -> [UInt8] {
        var target: [UInt8] = []
        for row in 0..<height {
            for column in 0..<width {
                var sum = 0
                for y in 0..<down {
                    for x in 0..<across {
                        sum += Int(source[from + (row * down + y) * stride + column * across + x])
                    }
                }
                target.append(UInt8((sum + across * down / 2) / (across * down)))
            }
        }
        return target
    }

    /// The next short memory, noise and rest of one pixel: levels as they are, seconds.
    static func motion(
        look: Double, short: Double, noise: Double, still: Double, seconds: Double, shortRate: Double,
        noiseRate: Double
    ) -> (short: Double, noise: Double, still: Double) {
        let distance = abs(look - short)
        let moves = distance > min(max(noise * 2.5 + 8, 12), 50)
        let seen = min(distance, noise * 2 + 3, 8191.0 / 256)
        return (
            moves ? look : short + (look - short) * shortRate, noise + (seen - noise) * noiseRate,
            moves ? 0 : min(still + seconds, 65535.0 / 16)
        )
    }

    static func isOutside(look: Int, lowest: Int, highest: Int, noise: Double) -> Bool {
        let threshold = Int(min(max(noise * 3 + 10, 16), 60))
        return look > highest + threshold || look < lowest - threshold
    }

    static func extremes(_ source: Plane<UInt8>, column: Int, row: Int) -> (lowest: UInt8, highest: UInt8) {
        var (low, high) = (UInt8.max, UInt8.min)
        for y in max(row - 1, 0)...min(row + 1, source.height - 1) {
            for x in max(column - 1, 0)...min(column + 1, source.width - 1) {
                low = min(low, source[x, y])
                high = max(high, source[x, y])
            }
        }
        return (low, high)
    }

    /// What growing or shrinking a mask makes of one pixel.
    static func spread(
        _ mask: Plane<UInt8>, column: Int, row: Int, across: Int, down: Int, growing: Bool
    ) -> UInt8 {
        for y in max(row - down, 0)...min(row + down, mask.height - 1) {
            for x in max(column - across, 0)...min(column + across, mask.width - 1)
            where (mask[x, y] != 0) == growing {
                return growing ? 255 : 0
            }
        }
        return growing ? 0 : 255
    }
}
