/// How tall a person appears, as a share of the picture's height, for one who stands at the lower edge of the picture
/// and one who stands at its upper edge; between them the height changes evenly with the row of the feet, as it does
/// on flat ground.
package struct PersonScale: Hashable, Sendable {
    package let near: Double
    package let far: Double

    /// A street camera some five metres up that looks along a street or a square.
    package static let streetCamera = PersonScale(near: 0.22, far: 0.08)

    package init(near: Double, far: Double) { (self.near, self.far) = (near, far) }

    /// The height of a person whose feet are at a row, both 0..1 of the picture's height.
    package func height(atFoot row: Double) -> Double { far + (near - far) * row }
}
