import FrameKernels

/// The parts that a picture is cut into, each with the box of what it alone shows best.
struct PictureTiles {
    let parts: [PicturePart]
    private let width: Double
    private let height: Double

    init(_ tiles: NetworkManifest.Tiles, width: Int, height: Int) {
        (self.width, self.height) = (Double(width), Double(height))
        let across = Self.spans(tiles.columns, overlap: tiles.overlap, over: Double(width))
        let down = Self.spans(tiles.rows, overlap: tiles.overlap, over: Double(height))
        parts = down.flatMap { row in
            across.map { PicturePart(x: $0.from, y: row.from, width: $0.length, height: row.length) }
        }
    }

    /// Whole pixels.
    private static func spans(_ count: Int, overlap: Double, over length: Double) -> [(from: Double, length: Double)] {
        let each = (length / (Double(count) - Double(count - 1) * overlap)).rounded(.up)
        return (0..<count).map { index in
            let from = count == 1 ? 0 : ((length - each) * Double(index) / Double(count - 1)).rounded()
            return (from, min(each, length - from))
        }
    }

    /// Joins what was found in all parts, in pixels of the picture: a thing that a part's inner edge cut is told by the part
    /// that shows it whole.
    func joined(_ found: [[PixelBox]], overlap: Float, atMost count: Int) -> [PixelBox] {
        let all = found.flatMap(\.self)
        guard parts.count > 1 else { return Suppression.kept(all, overlap: overlap, atMost: count) }
        let whole = zip(parts, found).flatMap { part, its in its.filter { !isCut($0, by: part) } }
        let pieces = zip(parts, found).flatMap { part, its in its.filter { isCut($0, by: part) } }
        let kept = Suppression.kept(whole, overlap: overlap, atMost: count)
        let lone = Suppression.kept(pieces, overlap: overlap, atMost: count).filter { piece in
            !kept.contains { $0.label == piece.label && $0.covered(of: piece) > Self.piece }
        }
        return Array((kept + lone).prefix(count))
    }

    /// A piece of a thing lies within it by this share.
    private static let piece: Float = 0.5

    private func isCut(_ box: PixelBox, by part: PicturePart) -> Bool {
        let near = Float(0.01)
        let (left, top) = (Float(part.x), Float(part.y))
        let (right, bottom) = (Float(part.x + part.width), Float(part.y + part.height))
        let (wide, high) = (near * Float(part.width), near * Float(part.height))
        return part.x > 0 && box.left < left + wide || part.y > 0 && box.top < top + high
            || part.x + part.width < width && box.right > right - wide
            || part.y + part.height < height && box.bottom > bottom - high
    }
}

extension PixelBox {
    /// How much of another it covers, 0..1.
    fileprivate func covered(of other: PixelBox) -> Float {
        let width = min(right, other.right) - max(left, other.left)
        let height = min(bottom, other.bottom) - max(top, other.top)
        return width > 0 && height > 0 && other.area > 0 ? width * height / other.area : 0
    }
}
