import Inference
import Media
import Scene

extension NetworkManifest.Crops {
    /// Where things are to be cut out: what another network found, and what moves where it found less. What the picture's
    /// edge cuts shows a part, and is left out.
    ///
    /// - Parameter objects: all that the other network found; none where none is asked.
    package func things(_ objects: [NetworkObject], _ scene: SceneLook) -> [Box] {
        let named = objects.filter { object in found.map { $0.takes(object, scene) } ?? false }.map(\.box)
        return (named + (moving.map { large(scene, least: $0, unless: named) } ?? [])).filter { !$0.isCutByEdge }
    }

    private func large(_ scene: SceneLook, least: Double, unless named: [Box]) -> [Box] {
        scene.masses.map(\.box).filter { mass in
            scene.persons(across: mass) >= least
                && !named.contains { $0.intersection(mass) >= Self.explained * mass.area }
        }
    }

    /// What moves is one of the things found where that covers this share of it.
    private static let explained = 0.7
}

extension NetworkManifest.Crops.Found {
    fileprivate func takes(_ object: NetworkObject, _ scene: SceneLook) -> Bool {
        classes.contains(object.label) && object.score >= least && scene.persons(across: object.box) >= size
            && (!isMoving || scene.isMoving(object.box))
    }
}
