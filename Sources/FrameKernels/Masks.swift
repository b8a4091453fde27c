/// Pixel-wise arithmetic on masks (0 or 255); times in ticks of 1/16 s.
package enum Masks {
    /// Sets the target where the mask is set and the time at least `least`.
    package static func select(
        _ mask: Plane<UInt8>, where times: Plane<UInt16>, atLeast least: UInt16, into target: Plane<UInt8>
    ) {
        Kernels.chosen.select(mask.base, where: times.base, atLeast: least, into: target.base, count: mask.count)
    }

    /// Clears the target where the mask is set and the time above `limit`.
    package static func clear(
        _ target: Plane<UInt8>, under mask: Plane<UInt8>, where times: Plane<UInt16>, above limit: UInt16
    ) {
        Kernels.chosen.clear(target.base, under: mask.base, where: times.base, above: limit, count: mask.count)
    }

    /// Clears the target where the mask is set.
    package static func clear(_ target: Plane<UInt8>, under mask: Plane<UInt8>) {
        Kernels.chosen.remove(mask.base, from: target.base, count: mask.count)
    }

    /// Sets the target where a mask of half its size is set, tile by tile of 8 x 8 pixels of the target: only where the
    /// tile and the eight around it have at least `least` pixels of the target set already.
    ///
    /// - Parameter counts: a number for each whole tile of the target, overwritten.
    package static func join(half mask: Plane<UInt8>, into target: Plane<UInt8>, near least: Int, counts: Plane<Int32>)
    {
        Tiles.count(target, into: counts)
        let side = Tiles.side / 2
        for row in 0..<mask.height {
            let from = mask.base + row * mask.width
            let to = target.base + 2 * row * target.width
            let tileRow = min(row / side, counts.height - 1)
            for tile in 0..<counts.width where Tiles.sum(counts, around: tile, tileRow) >= least {
                let end = tile == counts.width - 1 ? mask.width : (tile + 1) * side
                for column in tile * side..<end where from[column] != 0 {
                    (to[2 * column], to[2 * column + 1]) = (255, 255)
                    (to[target.width + 2 * column], to[target.width + 2 * column + 1]) = (255, 255)
                }
            }
        }
    }
}
