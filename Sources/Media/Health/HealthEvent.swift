/// One state of a camera with its duration.
package struct HealthEvent: Hashable, Sendable {
    package let camera: String
    package let state: HealthState
    package let from: WallTime
    /// nil while it lasts.
    package var to: WallTime?
    /// Why, without secrets; empty for a good state.
    package let reason: Words

    package init(
        camera: String, state: HealthState, from: WallTime, to: WallTime? = nil, reason: Words = .none
    ) {
        (self.camera, self.state, self.from, self.to, self.reason) = (camera, state, from, to, reason)
    }
}
