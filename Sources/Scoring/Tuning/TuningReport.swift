import CityAlgorithms
import Measures
import Media

/// What a search for better terms came to, and how sure it is.
package struct TuningReport: Sendable {
    /// What there was to learn from.
    package struct Data: Hashable, Sendable {
        package let clips: Int
        package let cameras: Int
        package let camerasWithEvents: Int
        package let events: Int
        package let hours: Double

        init(_ clips: [TracedClip]) {
            self.clips = clips.count
            cameras = Set(clips.map(\.camera)).count
            camerasWithEvents = Set(clips.filter { !$0.events.isEmpty }.map(\.camera)).count
            events = clips.reduce(0) { $0 + $1.events.count }
            hours = clips.reduce(0) { $0 + $1.hours }
        }
    }

    /// Cameras that were judged together, with what all others taught.
    package struct Fold: Hashable, Sendable {
        package let cameras: Set<String>
        /// nil: the others could teach nothing, and the present terms stayed.
        package let setting: Setting?
    }

    package let profile: AlgorithmProfile
    package let present: Setting
    /// The best on all cameras; nil: none can be chosen, and the present one stays.
    package let tuned: Setting?
    /// The fewest false alarms a day of a setting that finds anything; nil: none does.
    package let fewest: Double?
    package let limit: Double
    /// Settings, on all cameras.
    package let tried: Int
    package let data: Data
    package let folds: [Fold]
    /// Under the terms that each camera has now.
    package let before: SettingOutcome
    /// On cameras from which nothing was learned; nil: there is one camera alone.
    package let after: SettingOutcome?
    /// Events that only the tuned terms found, and that only the present ones found.
    package let found: McNemar
    /// Cameras with fewer false alarms under the tuned terms, and with more.
    package let quieter: McNemar

    /// What to write down: the tuned setting, or the present one where none can be chosen.
    package var written: Setting { tuned ?? present }

    /// A difference that chance alone makes one time in twenty is none.
    private static let surely = 0.05

    package enum Difference: Hashable, Sendable { case better, worse, notShown }

    package static func difference(_ test: McNemar) -> Difference {
        guard test.p < surely else { return .notShown }
        return test.gained > test.lost ? .better : .worse
    }
}
