/// A box that a network found, in pixels of its input.
package struct PixelBox: Hashable, Sendable {
    /// The number of its class.
    package let label: Int
    /// How sure, 0..1.
    package let score: Float
    package let left: Float
    package let top: Float
    package let right: Float
    package let bottom: Float

    package init(label: Int, score: Float, left: Float, top: Float, right: Float, bottom: Float) {
        (self.label, self.score) = (label, score)
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    package init(label: Int, score: Float, middle: (x: Float, y: Float), width: Float, height: Float) {
        self.init(
            label: label, score: score, left: middle.x - width / 2, top: middle.y - height / 2,
            right: middle.x + width / 2, bottom: middle.y + height / 2)
    }

    package var area: Float { max(right - left, 0) * max(bottom - top, 0) }

    /// The area that both cover over the area that either covers, 0..1.
    package func overlap(_ other: PixelBox) -> Float {
        let width = min(right, other.right) - max(left, other.left)
        let height = min(bottom, other.bottom) - max(top, other.top)
        guard width > 0, height > 0 else { return 0 }
        let both = width * height
        return both / (area + other.area - both)
    }
}
