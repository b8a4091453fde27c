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

    package init(
        camera: String, algorithm: String, zone: String, startedAt: WallTime, hitAt: WallTime, box: Box,
        measure: Double, score: Double
    ) {
        (self.camera, self.algorithm, self.zone) = (camera, algorithm, zone)
        (self.startedAt, self.hitAt, self.box) = (startedAt, hitAt, box)
        (self.measure, self.score) = (measure, score)
    }
}
