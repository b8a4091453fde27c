import Media

/// What happened before a camera, as somebody who looked at the footage wrote it down.
package struct TrueEvent: Hashable, Sendable {
    package let algorithm: String
    package let zone: String
    package let from: MediaTime
    package let to: MediaTime
    /// How far off its beginning may be.
    package let tolerance: Duration
    /// Where in the picture, for people: what was detected is held to the zone and the time alone. nil: not said.
    package let box: Box?
    package let note: String

    package init(
        algorithm: String, zone: String, from: MediaTime, to: MediaTime, tolerance: Duration, box: Box? = nil,
        note: String = ""
    ) {
        (self.algorithm, self.zone, self.from, self.to) = (algorithm, zone, from, to)
        (self.tolerance, self.box, self.note) = (tolerance, box, note)
    }
}
