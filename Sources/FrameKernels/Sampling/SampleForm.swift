/// What a network wants to be given: a picture's size, order and levels.
package struct SampleForm: Hashable, Sendable {
    package enum Order: String, Hashable, Sendable, CaseIterable { case rgb, bgr }

    /// How a picture is brought to the size.
    package enum Fit: Hashable, Sendable {
        /// Each side by its own factor.
        case stretched
        /// Both sides by the same, at the top left; what is left has this level (0...255) in all three colours.
        case padded(level: Double)
    }

    package let width: Int
    package let height: Int
    package let fit: Fit
    package let order: Order
    /// In the network's order: what is taken from a level (0...255), and what the rest is divided by.
    package let mean: SIMD3<Double>
    package let deviation: SIMD3<Double>
    /// Averages what a new pixel covers where the picture becomes smaller; else mixes four neighbours.
    package let isArea: Bool
    /// The three numbers of a pixel lie together; else each colour is a plane of its own.
    package let isInterleaved: Bool

    package init(
        width: Int, height: Int, fit: Fit, order: Order, mean: SIMD3<Double> = .zero,
        deviation: SIMD3<Double> = .one, isArea: Bool = false, isInterleaved: Bool = false
    ) {
        precondition(width > 0 && height > 0, "a network sees a picture")
        precondition(deviation.x > 0 && deviation.y > 0 && deviation.z > 0, "what is divided by is above 0")
        (self.width, self.height, self.fit, self.order) = (width, height, fit, order)
        (self.mean, self.deviation, self.isArea, self.isInterleaved) = (mean, deviation, isArea, isInterleaved)
    }

    package var count: Int { 3 * width * height }
}

/// A part of a picture, in pixels; edges are whole numbers.
package struct PicturePart: Hashable, Sendable {
    package let x: Double
    package let y: Double
    package let width: Double
    package let height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        precondition(width > 0 && height > 0, "a part has a size")
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
}

extension SampleForm {
    /// How many of the new columns and rows show a part; the rest is padding.
    package func shown(of part: PicturePart) -> (columns: Int, rows: Int) {
        guard case .padded = fit else { return (width, height) }
        let factor = min(Double(width) / part.width, Double(height) / part.height)
        return (
            min(max(Int((part.width * factor).rounded(.down)), 1), width),
            min(max(Int((part.height * factor).rounded(.down)), 1), height)
        )
    }
}
