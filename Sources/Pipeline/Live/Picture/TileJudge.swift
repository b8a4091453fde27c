import FrameKernels
import Media

/// Tells a covered, a dazzled and a blurred lens by the tiles of a look, against what the camera usually shows.
struct TileJudge {
    /// Over how many seconds the usual is learnt.
    private static let memory = 120.0
    /// Levels squared: a tile with less shows nothing.
    private static let flat: Float = 8
    /// The usual must have been seen for so long before a picture is called blurred.
    private static let learning = 8.0

    private var tiles: TileStatistics
    /// Indices of the tiles that count.
    private let counted: [Int]
    private var learnt = 0.0
    /// What is usual: fine texture and coarse, as sums over the tiles, and the share of tiles that show nothing.
    private var gradient = 0.0
    private var variance = 0.0
    private var flatShare = 0.0

    init?(width: Int, height: Int, ignoring: [Polygon]) {
        guard width >= 2 * Tiles.side, height >= 2 * Tiles.side else { return nil }
        let tiles = TileStatistics(width: width, height: height)
        let counted = (0..<tiles.rows * tiles.columns).filter { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: tiles.columns)
            return !ignoring.hold(Point(ofCell: column, row, columns: tiles.columns, rows: tiles.rows))
        }
        guard !counted.isEmpty else { return nil }
        (self.tiles, self.counted) = (tiles, counted)
    }

    struct Judged {
        var isBlinded = false
        var isBlurred = false
    }

    /// - Parameter seconds: since the last look that was judged.
    mutating func take(_ look: Plane<UInt8>, seconds: Double) -> Judged {
        tiles.take(look, before: look)
        var (fine, coarse, level) = (0.0, 0.0, 0.0)
        var (flat, dazzled) = (0, 0)
        for index in counted {
            fine += Double(tiles.gradient[index])
            coarse += Double(tiles.variance[index])
            level += Double(tiles.mean[index])
            if tiles.variance[index] < Self.flat { flat += 1 }
            if tiles.bright[index] > 0.9 { dazzled += 1 }
        }
        let count = Double(counted.count)
        let share = Double(flat) / count
        var judged = Judged()
        // Half the picture is white; or nearly all of it shows nothing, where usually something is to be seen.
        judged.isBlinded =
            Double(dazzled) > 0.5 * count
            || share > 0.96 && level > 20 * count && (learnt < Self.learning || flatShare < 0.8)
        // The coarse is still there and the fine is gone: at night, in fog, both fade.
        let isKnown = learnt >= Self.learning
        judged.isBlurred = isKnown && !judged.isBlinded && fine < 0.25 * gradient && coarse > 0.4 * variance
        if !judged.isBlinded, !judged.isBlurred { learn(fine, coarse, share, seconds) }
        return judged
    }

    private mutating func learn(_ fine: Double, _ coarse: Double, _ share: Double, _ seconds: Double) {
        learnt += seconds
        let part = min(seconds / min(learnt, Self.memory), 1)
        gradient += part * (fine - gradient)
        variance += part * (coarse - variance)
        flatShare += part * (share - flatShare)
    }
}
