import Media

/// The size of a picture in pixels.
package struct PixelSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    /// Pixels of a side.
    package static let sides = 1...100_000

    /// nil: a side is out of `sides`.
    package init?(width: Int, height: Int) {
        guard Self.sides.contains(width), Self.sides.contains(height) else { return nil }
        (self.width, self.height) = (width, height)
    }

    /// Of formats whose boxes are 0..1 already.
    static let one = PixelSize(side: 1)

    private init(side: Int) { (width, height) = (side, side) }

    /// What a box in pixels is of the picture, 0..1: cut off at the picture's edges, as tools let boxes hang over them.
    package func share(of pixels: Box) throws(BoxMistake) -> Box {
        let (right, bottom) = (pixels.x + pixels.width, pixels.y + pixels.height)
        guard pixels.x.isFinite, pixels.y.isFinite, pixels.width > 0, pixels.height > 0 else {
            throw BoxMistake.empty
        }
        let (wide, high) = (Double(width), Double(height))
        let (left, top) = (max(pixels.x, 0), max(pixels.y, 0))
        guard left < min(right, wide), top < min(bottom, high) else { throw BoxMistake.outside(self) }
        let cut = Box(x: left, y: top, width: min(right, wide) - left, height: min(bottom, high) - top)
        let whole = pixels.x >= 0 && pixels.y >= 0 && right <= wide && bottom <= high
        let kept = whole ? pixels : cut
        return Box(x: kept.x / wide, y: kept.y / high, width: kept.width / wide, height: kept.height / high)
    }

    /// The pixels of a box 0..1.
    package func pixels(of share: Box) -> Box {
        let (wide, high) = (Double(width), Double(height))
        return Box(x: share.x * wide, y: share.y * high, width: share.width * wide, height: share.height * high)
    }
}

/// Why a box of a file cannot be taken.
package enum BoxMistake: Error, Hashable, Sendable, Worded {
    /// Its width or height is not above zero.
    case empty
    /// No part of it lies in the picture of this size.
    case outside(PixelSize)

    package var words: Words {
        switch self {
        case .empty:
            Words(zh: "框的宽和高须大于零", en: "the width and the height of a box are above zero")
        case .outside(.one):
            Words(zh: "框在画面之外；坐标须在 0 到 1 之间", en: "the box lies outside the picture; its places are 0 to 1")
        case .outside(let size):
            Words(
                zh: "框在 \(size.width)x\(size.height) 的画面之外；请检查画面尺寸",
                en: "the box lies outside the picture of \(size.width)x\(size.height); check the picture's size")
        }
    }
}
