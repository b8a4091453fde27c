import Inference
import Media
import Scene

extension NetworkManifest.Crops {
    /// Where things are to be cut out: what another network found, and what moves where it found less. What the picture's
    /// edge cuts shows a part, and is left out.
    ///
    /// - Parameter objects: all that the other network found; none where none is asked.
    package func things(_ objects: [NetworkObject], _ scene: SceneLook) -> [Box] {
        let named = objects.filter { object in
            found.map { $0.classes.contains(object.label) && object.score >= $0.least } ?? false
        }.map(\.box)
        return (named + (moving.map { large(scene, least: $0, unless: named) } ?? [])).filter(\.isWhole)
    }

    private func large(_ scene: SceneLook, least: Double, unless named: [Box]) -> [Box] {
        scene.masses.map(\.box).filter { mass in
            let person = scene.personHeight(at: mass)
            guard min(mass.width * scene.aspect, mass.height) >= least * person else { return false }
            return !named.contains { $0.intersection(mass) >= Self.explained * mass.area }
        }
    }

    /// What moves is one of the things found where that covers this share of it.
    private static let explained = 0.7
}

extension Box {
    /// Whether the picture's edge cuts it, as near as a network or the scene tells.
    fileprivate var isWhole: Bool {
        let near = 0.005
        return x > near && y > near && x + width < 1 - near && y + height < 1 - near
    }
}
