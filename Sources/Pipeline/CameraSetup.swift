import Cases
import CityAlgorithms
import Media
import Scene

/// What the pipeline needs to know of a camera.
package struct CameraSetup: Sendable, Equatable {
    /// One algorithm on one zone. Two are equal where they do the same.
    package struct Watch: Sendable, Equatable {
        package let algorithm: AlgorithmEntry
        package let zone: Zone
        package let terms: HitRule.Terms
        /// What its measure is multiplied by, above 0: a camera's own scale for what is counted.
        package let scale: Double

        package init(algorithm: AlgorithmEntry, zone: Zone, terms: HitRule.Terms, scale: Double = 1) {
            precondition(scale > 0, "a scale leaves something")
            (self.algorithm, self.zone, self.terms, self.scale) = (algorithm, zone, terms, scale)
        }

        package static func == (left: Watch, right: Watch) -> Bool {
            left.algorithm.isSame(as: right.algorithm) && left.zone == right.zone && left.terms == right.terms
                && left.scale == right.scale
        }
    }

    package let id: String
    package let name: String
    package let ownership: Ownership
    package let zones: [Zone]
    package let watches: [Watch]
    /// What holds where the ground gives none.
    package let personScale: PersonScale
    package let ground: CameraGround
    package let policy: DecodePolicy

    package init(
        id: String, name: String, ownership: Ownership, zones: [Zone], watches: [Watch],
        personScale: PersonScale, ground: CameraGround = .unknown, policy: DecodePolicy
    ) {
        (self.id, self.name, self.ownership, self.zones) = (id, name, ownership, zones)
        (self.watches, self.personScale, self.ground, self.policy) = (watches, personScale, ground, policy)
    }
}
