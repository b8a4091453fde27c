import FrameKernels

/// Tells changes of light from things: a shadow or a lamp keeps the texture of what it falls on.
///
/// Works on tiles of 8 x 8 pixels, each seen with its neighbours.
struct LightGuard {
    private let sums: Plane<Tiles.Sums>
    /// How many tiles have each ratio, in steps of `1 / step` up to 16: the median without sorting, which allocates.
    private var ratios = [Int32](repeating: 0, count: 16 * step)
    private static let step = 1024

    init(width: Int, height: Int) {
        sums = Plane(width: max(width / Tiles.side, 1), height: max(height / Tiles.side, 1), filledWith: Tiles.Sums())
    }

    /// The gain by which the whole picture changed (exposure, a cloud), if one gain explains a good part of the change.
    ///
    /// The median of the tiles' ratios; taken only if it leaves less than three quarters of the difference.
    mutating func globalGain(of look: Plane<UInt8>, over memory: Plane<UInt16>) -> Float? {
        Tiles.sumLevels(look, memory: memory, into: sums)
        for index in ratios.indices { ratios[index] = 0 }
        var counted: Int32 = 0
        let pixels = Float(Tiles.pixels)
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                let tile = sums[column, row]
                guard tile.all.b > 20 * pixels, tile.all.y > 8 * pixels else { continue }
                ratios[min(Int(tile.all.y / tile.all.b * Float(Self.step)), ratios.count - 1)] += 1
                counted += 1
            }
        }
        guard Int(counted) * 5 > sums.count * 2 else { return nil }
        var (bin, below) = (0, ratios[0])
        while below <= counted / 2 {
            bin += 1
            below += ratios[bin]
        }
        let gain = (Float(bin) + 0.5) / Float(Self.step)
        guard abs(gain - 1) > 0.01 else { return nil }
        var (before, after): (Float, Float) = (0, 0)
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                let tile = sums[column, row].all
                before += abs(tile.y - tile.b)
                after += abs(tile.y - min(tile.b * gain, 255 * pixels))
            }
        }
        return after < 0.75 * before ? gain : nil
    }

    /// Sets the pixels of tiles where only the light changed.
    ///
    /// A tile with texture (with its neighbours: deviation above 6 levels before, 3 now) whose texture is kept
    /// (correlation above 0.82) is light. Where most of the changed textured tiles are light and much of the picture
    /// changed, flat tiles are taken for light too.
    func markLight(
        of look: Plane<UInt8>, over background: Plane<UInt8>, foreground: Plane<UInt8>, in mask: Plane<UInt8>
    ) {
        Tiles.sumAroundForeground(look, background: background, foreground: foreground, into: sums)
        mask.fill(0)
        var (changed, changedTextured, changedLight): (Float, Float, Float) = (0, 0, 0)
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                let tile = sums[column, row]
                changed += tile.marked
                guard tile.marked > 0 else { continue }
                let kind = judge(column, row)
                if kind != .flat { changedTextured += tile.marked }
                if kind == .light { changedLight += tile.marked }
            }
        }
        let pixels = Float(sums.count * Tiles.pixels)
        let everywhere = changed > 0.15 * pixels && changedLight > 0.6 * max(changedTextured, 1)
        for row in 0..<sums.height {
            for column in 0..<sums.width where sums[column, row].marked > 0 {
                let kind = judge(column, row)
                guard kind == .light || (everywhere && kind == .flat) else { continue }
                for y in 0..<Tiles.side {
                    for x in 0..<Tiles.side { mask[column * Tiles.side + x, row * Tiles.side + y] = 255 }
                }
            }
        }
    }

    private enum Kind { case light, thing, flat }

    private func judge(_ column: Int, _ row: Int) -> Kind {
        var around = Tiles.Sums()
        var tiles: Float = 0
        for y in max(row - 1, 0)...min(row + 1, sums.height - 1) {
            for x in max(column - 1, 0)...min(column + 1, sums.width - 1) {
                around = around + sums[x, y]
                tiles += 1
            }
        }
        let texture = Tiles.Variance(around.all, pixels: tiles * Float(Tiles.pixels))
        guard texture.before > 36, texture.now > 9 else {
            return texture.before < 60 && texture.now < 60 ? .flat : .thing
        }
        guard texture.correlation > 0.82 else { return .thing }
        // What stands out beside the changed pixels may be all that is kept.
        let changed = Tiles.Variance(around.foreground, pixels: around.marked)
        let isReplaced = around.marked >= 64 && max(changed.now, changed.before) > 64 && changed.correlation < 0.6
        return isReplaced ? .thing : .light
    }
}
