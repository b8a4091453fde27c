import Media
import Scene

/// What an algorithm judges beside the scene, which every look has.
package struct LookNeeds: Hashable, Sendable {
    /// By name: every object that each of these networks finds in the picture.
    package let networks: Set<String>

    package init(networks: Set<String>) { self.networks = networks }

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
    private let lookedAt: [String: MediaTime]

    /// - Parameters:
    ///   - found: by network.
    ///   - lookedAt: by network, in which look it found that; one that has not looked is left out.
    package init(
        _ scene: SceneLook, found: [String: [FoundObject]] = [:], lookedAt: [String: MediaTime] = [:]
    ) {
        (self.scene, self.found, self.lookedAt) = (scene, found, lookedAt)
    }

    package var at: MediaTime { scene.at }

    /// What a network found, in this picture or in one shortly before; none where nothing asked it to look. For an
    /// algorithm whose entry names the network.
    package func objects(of network: String) -> [FoundObject] {
        guard let objects = found[network] else {
            preconditionFailure("an algorithm asks for objects of '\(network)', which its entry does not name")
        }
        return objects
    }

    /// When a network found what `objects` gives; nil: nothing asked it to look, or it was too long ago.
    package func lookedAt(_ network: String) -> MediaTime? { lookedAt[network] }

    /// Whether everything that an algorithm needs is there.
    package func meets(_ needs: LookNeeds) -> Bool { needs.networks.allSatisfy { found[$0] != nil } }
}
