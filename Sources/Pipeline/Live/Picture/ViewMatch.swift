import FrameKernels
import Media

/// Tells whether a camera still looks where it looked: its edges, at a quarter of the analysis size, are held against
/// those that stayed over its first 20 seconds. Edges stay where light and weather change; people and vehicles hide a part of them.
final class ViewMatch {
    private static let factor = 4
    /// Over how many seconds the reference follows what still matches: leaves fall, snow comes.
    private static let memory = 600.0
    /// A tile of the reference with less variance has no edges to hold on to.
    private static let least: UInt32 = 12
    /// So many textured tiles are needed for a judgement.
    private static let fewest = 6

    private let ignored: [Polygon]
    private let small: Plane<UInt8>
    private let scratch: Plane<UInt16>
    private let edges: Plane<UInt8>
    private let reference: Plane<UInt8>
    /// In 8.8.
    private let memory: Plane<UInt16>
    private let rates: Plane<UInt16>
    private let sums: Plane<Tiles.Sums>
    private var learnt = 0.0
    /// People and vehicles come and go meanwhile: what stays of the edges is the place.
    private static let learning = 20.0
    private var isLost = false

    init?(width: Int, height: Int, ignoring: [Polygon]) {
        let (columns, rows) = (width / Self.factor, height / Self.factor)
        guard columns >= 2 * Tiles.side, rows >= 2 * Tiles.side else { return nil }
        ignored = ignoring
        small = Plane(width: columns, height: rows, filledWith: 0)
        edges = Plane(width: columns, height: rows, filledWith: 0)
        reference = Plane(width: columns, height: rows, filledWith: 0)
        memory = Plane(width: columns, height: rows, filledWith: 0)
        rates = Plane(width: columns, height: rows, filledWith: 0)
        sums = Plane(width: columns / Tiles.side, height: rows / Tiles.side, filledWith: Tiles.Sums())
        scratch = Plane(width: columns * Self.factor, height: 1, filledWith: 0)
    }

    /// - Parameter seconds: since the last look that was judged.
    func hasMoved(_ look: Plane<UInt8>, seconds: Double) -> Bool {
        Shrink.plane(look, factor: Self.factor, into: small, scratch: scratch)
        drawEdges()
        guard learnt >= Self.learning else {
            learn(seconds, memory: Self.learning / 2)
            return false
        }
        Background.round(memory, into: reference)
        guard let matched = matchedShare() else { return false }
        // Lost below a quarter, found above a half: between them it is as it was.
        isLost = isLost ? matched < 0.5 : matched < 0.25
        if matched >= 0.5 { learn(seconds, memory: Self.memory) }
        return isLost
    }

    /// How strong the edge is at each pixel: |dx| + |dy|, the border left at 0.
    private func drawEdges() {
        for row in 1..<small.height - 1 {
            for column in 1..<small.width - 1 {
                let across = Int(small[column + 1, row]) - Int(small[column - 1, row])
                let down = Int(small[column, row + 1]) - Int(small[column, row - 1])
                edges[column, row] = UInt8(min(abs(across) + abs(down), 255))
            }
        }
    }

    private func learn(_ seconds: Double, memory time: Double) {
        if learnt == 0 {
            Background.widen(edges, into: memory)
        } else {
            let rate = FixedPoint.rate(min(seconds / time, 1))
            rates.fill(rate)
            Colour.follow(edges, memory: memory, rates: rates)
        }
        learnt += seconds
    }

    /// The share of the reference's textured tiles whose edges are found again in their place; nil: it has too few.
    private func matchedShare() -> Double? {
        Tiles.sum(edges, background: reference, into: sums)
        var (textured, matched) = (0, 0)
        for row in 0..<sums.height {
            for column in 0..<sums.width {
                let place = Point(ofCell: column, row, columns: sums.width, rows: sums.height)
                guard !ignored.hold(place) else { continue }
                let tile = Tiles.Variance(sums[column, row].all, pixels: Float(Tiles.pixels))
                guard tile.before > Float(Self.least) else { continue }
                textured += 1
                if tile.now > 1, tile.correlation > 0.5 { matched += 1 }
            }
        }
        return textured >= Self.fewest ? Double(matched) / Double(textured) : nil
    }
}
