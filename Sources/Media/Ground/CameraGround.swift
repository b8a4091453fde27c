/// What is known of the ground that a camera looks at.
package struct CameraGround: Hashable, Sendable {
    /// nil: picture sizes alone are known.
    package let reference: GroundReference?
    package let depths: [DepthMark]

    package init(reference: GroundReference?, depths: [DepthMark] = []) {
        (self.reference, self.depths) = (reference, depths)
    }

    package static let unknown = CameraGround(reference: nil)
}

/// A kerb, a step or a line of a gauge whose height above the lowest place is known: water that covers it is so deep.
package struct DepthMark: Hashable, Sendable {
    package let at: Point
    package let centimetres: Double

    package init(at: Point, centimetres: Double) { (self.at, self.centimetres) = (at, centimetres) }
}
