import CityAlgorithms
import Media
import Scene

/// What a camera knows of its place, to be kept over a restart.
package struct CameraMemory: Sendable {
    /// nil: the place is still learnt.
    package let scene: SceneMemory?
    package let usual: [Usual]

    /// What an algorithm has learned of a zone.
    package struct Usual: Hashable, Sendable, Codable {
        package let algorithm: String
        package let zone: String
        /// As the zone was drawn then.
        package let polygon: Polygon
        package let look: UsualLook

        package init(algorithm: String, zone: String, polygon: Polygon, look: UsualLook) {
            (self.algorithm, self.zone, self.polygon, self.look) = (algorithm, zone, polygon, look)
        }
    }

    package init(scene: SceneMemory?, usual: [Usual]) { (self.scene, self.usual) = (scene, usual) }

    /// Nothing is known.
    package var isEmpty: Bool { scene == nil && usual.isEmpty }

    package static let none = CameraMemory(scene: nil, usual: [])
}
