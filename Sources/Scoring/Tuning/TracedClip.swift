import CityAlgorithms
import Foundation
import Media
import Pipeline

/// What is kept of a labelled clip once it was replayed, to judge one algorithm under other terms: what was seen in each
/// zone at each look, and the truth.
package struct TracedClip: Sendable {
    package struct Look: Sendable {
        package let at: MediaTime
        /// Since local midnight, for schedules and permits.
        package let timeOfDay: Duration
        package let observations: [Observation]
        /// The largest amount that was seen; 0: nothing was.
        package let most: Double

        package init(at: MediaTime, timeOfDay: Duration, observations: [Observation]) {
            (self.at, self.timeOfDay, self.observations) = (at, timeOfDay, observations)
            most = observations.reduce(0) { $1.measure > $0 ? $1.measure : $0 }
        }
    }

    package struct WatchedZone: Sendable {
        package let id: String
        /// Under which it was replayed.
        package let terms: HitRule.Terms
        /// The camera's zones that allow the algorithm.
        package let permits: [Zone]
        package let looks: [Look]

        package init(id: String, terms: HitRule.Terms, permits: [Zone], looks: [Look]) {
            (self.id, self.terms, self.permits, self.looks) = (id, terms, permits, looks)
        }
    }

    package let name: String
    package let camera: String
    /// What happened there that the algorithm should see.
    package let events: [TrueEvent]
    /// Of the last look.
    package let end: MediaTime
    /// The wall time of media zero.
    package let start: WallTime
    /// Detections are in the zones of the labels; false: the whole picture was watched as one.
    package let byZone: Bool
    /// In the order in which the camera judges them.
    package let zones: [WatchedZone]

    package init(
        name: String, camera: String, events: [TrueEvent], end: MediaTime, start: WallTime, byZone: Bool,
        zones: [WatchedZone]
    ) {
        (self.name, self.camera, self.events, self.end) = (name, camera, events, end)
        (self.start, self.byZone, self.zones) = (start, byZone, zones)
    }

    package var hours: Double { max((end - .zero).inSeconds, 0) / 3600 }
}

extension TracedClip {
    /// - Parameters:
    ///   - start: the wall time of the replay's media zero.
    ///   - timeZone: in which it was replayed.
    /// - Returns: nil where the labels do not tell the algorithm's truth: there is nothing to learn from the clip.
    package init?(_ result: ClipResult, algorithm: String, start: WallTime, timeZone: TimeZone) {
        guard result.findings.judged.contains(algorithm) else { return nil }
        let setup = result.job.setup
        let looks = Dictionary(grouping: result.trace.filter { $0.algorithm == algorithm }, by: \.zone)
        let permits = setup.zones.filter { $0.kind == .permit && $0.allows.contains(algorithm) }
        self.init(
            name: result.job.truth.name, camera: result.job.truth.camera,
            events: result.job.truth.events.filter { $0.algorithm == algorithm },
            end: .zero + result.findings.length, start: start, byZone: result.job.byZone,
            zones: setup.watches.filter { $0.algorithm.id == algorithm }.map { watch in
                WatchedZone(
                    id: watch.zone.id, terms: watch.terms, permits: permits,
                    looks: (looks[watch.zone.id] ?? []).map { look in
                        Look(
                            at: look.at, timeOfDay: (start + (look.at - .zero)).timeOfDay(in: timeZone),
                            observations: look.observations)
                    })
            })
    }
}
