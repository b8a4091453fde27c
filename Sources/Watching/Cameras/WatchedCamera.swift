import Media
import Pipeline

/// A camera that is watched, or set aside.
struct WatchedCamera {
    enum Part {
        case live(LiveCamera)
        case aside(HealthEvent)
    }

    let plan: CameraPlan
    let part: Part

    /// nil: set aside.
    var camera: LiveCamera? { if case .live(let camera) = part { camera } else { nil } }

    var health: HealthEvent {
        switch part {
        case .live(let camera): camera.currentHealth
        case .aside(let since): since
        }
    }
}
