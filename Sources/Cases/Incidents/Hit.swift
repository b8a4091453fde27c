import Media

/// Observations that satisfied the rule (检出).
package struct Hit: Hashable, Sendable {
    package let camera: String
    package let algorithm: String
    package let zone: String
    /// The first observation of the run.
    package let startedAt: WallTime
    /// When the rule was satisfied.
    package let hitAt: WallTime
    package let box: Box
    package let measure: Double
    package let score: Double
    /// How large it is on the ground; nil: nobody asked, or the camera cannot tell.
    package let extent: Extent?

    package init(
        camera: String, algorithm: String, zone: String, startedAt: WallTime, hitAt: WallTime, box: Box,
        measure: Double, score: Double, extent: Extent? = nil
    ) {
        (self.camera, self.algorithm, self.zone) = (camera, algorithm, zone)
        (self.startedAt, self.hitAt, self.box) = (startedAt, hitAt, box)
        (self.measure, self.score, self.extent) = (measure, score, extent)
    }
}
