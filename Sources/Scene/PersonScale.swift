import Media

/// How tall a person appears, as a share of the picture's height, for one who stands at the lower edge of the picture
/// and one who stands at its upper edge; between them the height changes evenly with the row of the feet, as it does
/// on flat ground.
package struct PersonScale: Hashable, Sendable {
    package let near: Double
    package let far: Double

    /// A street camera some five metres up that looks along a street or a square.
    package static let streetCamera = PersonScale(near: 0.22, far: 0.08)

    package init(near: Double, far: Double) { (self.near, self.far) = (near, far) }

    /// The one that follows from sizes on the ground, down the middle of the picture.
    package init(_ scale: GroundScale) {
        self.init(
            near: scale.personHeight(at: Point(x: 0.5, y: 1)), far: scale.personHeight(at: Point(x: 0.5, y: 0)))
    }

    /// Nobody is told from the street who appears smaller, and above the horizon nobody stands.
    private static let smallest = 0.01

    /// The height of a person whose feet are at a row, both 0..1 of the picture's height; 0.01 at least.
    package func height(atFoot row: Double) -> Double { max(far + (near - far) * row, Self.smallest) }
}
