import Inference
import Media
import Scene

extension NetworkManifest.Crops {
    /// Where things are to be cut out: what another network found, and what moves where it found less. What the picture's
    /// edge cuts shows a part, and is left out.
    ///
    /// - Parameter objects: all that the other network found; none where none is asked.
    package func things(_ objects: [NetworkObject], _ scene: SceneLook) -> [Box] {
        // What is left out for it stands still or is small explains what moves before it all the same.
        let known = objects.filter { found?.knows($0) ?? false }.map(\.box)
        let taken = known.filter { found?.takes($0, scene) ?? false }
        return (taken + (moving.map { large(scene, least: $0, unless: known) } ?? [])).filter { !$0.isCutByEdge }
    }

    private func large(_ scene: SceneLook, least: Double, unless known: [Box]) -> [Box] {
        scene.masses.map(\.box).filter { mass in
            scene.persons(across: mass) >= least
                && !known.contains { $0.intersection(mass) >= Self.explained * mass.area }
        }
    }

    /// What moves is one of the things found where that covers this share of it.
    private static let explained = 0.7
}

extension NetworkManifest.Crops.Found {
    fileprivate func knows(_ object: NetworkObject) -> Bool { classes.contains(object.label) && object.score >= least }

    fileprivate func takes(_ box: Box, _ scene: SceneLook) -> Bool {
        scene.persons(across: box) >= size && (!isMoving || scene.isMoving(box))
    }
}
