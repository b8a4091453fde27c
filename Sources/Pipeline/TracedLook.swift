import CityAlgorithms
import Media

/// What one algorithm saw in one zone at one look, and what its rule made of it.
package struct TracedLook: Sendable {
    package let at: MediaTime
    package let algorithm: String
    package let zone: String
    package let observations: [Observation]
    /// How long what no permit allows has lasted, of several the longest; nil: nothing is under way.
    package let lasting: Duration?
    package let outcomes: [HitRule.Outcome]

    package init(
        at: MediaTime, algorithm: String, zone: String, observations: [Observation], lasting: Duration?,
        outcomes: [HitRule.Outcome]
    ) {
        (self.at, self.algorithm, self.zone) = (at, algorithm, zone)
        (self.observations, self.lasting, self.outcomes) = (observations, lasting, outcomes)
    }

    /// The largest amount that was seen; 0: nothing was.
    package var measure: Double { observations.map(\.measure).max() ?? 0 }
}
