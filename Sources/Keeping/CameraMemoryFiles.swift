import Foundation
import Media
import Pipeline

/// Keeps what cameras know of their places, beside the store: scenes (of use for minutes) and what algorithms learned by
/// themselves (of use for ever).
package struct CameraMemoryFiles: Sendable {
    private let scenes: SceneMemoryFiles
    private let usual: UsualLookFiles

    package init(besides store: String) {
        (scenes, usual) = (SceneMemoryFiles(besides: store), UsualLookFiles(besides: store))
    }

    package func keep(_ memory: CameraMemory, of camera: String, at now: WallTime) {
        if let scene = memory.scene { scenes.keep(scene, of: camera, at: now) }
        usual.keep(memory.usual, of: camera)
    }

    package func recall(_ camera: String, at now: WallTime) -> CameraMemory {
        CameraMemory(scene: scenes.recall(camera, at: now), usual: usual.recall(camera))
    }

    /// What was learned from another address is of another place.
    package func settle(_ camera: String, at address: String) { usual.settle(camera, at: address) }

    /// The picture may come another way now; the place is as it was.
    package func forget(scene camera: String) { scenes.forget(camera) }

    package func forget(_ camera: String) {
        scenes.forget(camera)
        usual.forget(camera)
    }
}
