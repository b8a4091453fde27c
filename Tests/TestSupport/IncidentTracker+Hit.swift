import Cases
import Media

extension IncidentTracker {
    /// Takes a hit where one clock is enough: media time is wall time.
    package mutating func take(_ hit: Hit) -> [Change] {
        take(hit, at: MediaTime(microseconds: hit.hitAt.milliseconds * 1000))
    }
}
