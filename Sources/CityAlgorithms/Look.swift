import Media
import Scene

/// What an algorithm judges beside the scene, which every look has.
package struct LookNeeds: Hashable, Sendable {
    /// By name: every object that each of these networks finds in the picture.
    package let networks: Set<String>
    /// How often, at most: in between what a network found last stands for the look.
    package let every: Duration

    package init(networks: Set<String>, every: Duration = .zero) { (self.networks, self.every) = (networks, every) }

    package static let scene = LookNeeds(networks: [])
}

/// What a network found in a picture.
package struct FoundObject: Hashable, Sendable {
    /// As the network calls it.
    package let label: String
    package let box: Box
    /// How sure, 0..1.
    package let score: Double

    package init(label: String, box: Box, score: Double) { (self.label, self.box, self.score) = (label, box, score) }
}

/// One look as algorithms judge it: what the scene says, and what else they need.
package struct Look: Sendable {
    package let scene: SceneLook
    private let found: [String: [FoundObject]]

    /// - Parameter found: by network.
    package init(_ scene: SceneLook, found: [String: [FoundObject]] = [:]) {
        (self.scene, self.found) = (scene, found)
    }

    package var at: MediaTime { scene.at }

    /// What a network found, in this picture or in one of its pace before; none where nothing asked it to look. For an
    /// algorithm whose entry names the network.
    package func objects(of network: String) -> [FoundObject] {
        guard let objects = found[network] else {
            preconditionFailure("an algorithm asks for objects of '\(network)', which its entry does not name")
        }
        return objects
    }

    /// Whether everything that an algorithm needs is there.
    package func meets(_ needs: LookNeeds) -> Bool { needs.networks.allSatisfy { found[$0] != nil } }
}
