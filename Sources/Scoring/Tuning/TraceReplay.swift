import Cases
import CityAlgorithms
import Media
import Pipeline

/// Replays what was seen in a clip, and not the clip: what would have been told under other terms.
///
/// It goes the way of `CameraState`, with the same rule and the same incidents, and gives what a replay of the film gives
/// with the same terms, to the last field. That holds for algorithms that judge each look of their camera.
package struct TraceReplay {
    private let algorithm: AlgorithmProfile

    package init(_ algorithm: AlgorithmProfile) { self.algorithm = algorithm }

    /// - Parameter terms: in all zones; nil: in each zone those under which it was replayed.
    /// - Returns: in the order in which they were told.
    package func detections(in clip: TracedClip, under terms: HitRule.Terms? = nil) -> [Detection] {
        var events = clip.zones.flatMap { replay($0, of: clip, under: terms ?? $0.terms) }
        if clip.zones.count > 1 {
            // Look by look, and within a look zone by zone.
            events = events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
                .map(\.element)
        }
        return Detection.all(in: events, start: clip.start, end: clip.end)
    }

    private func replay(
        _ zone: TracedClip.WatchedZone, of clip: TracedClip, under terms: HitRule.Terms
    ) -> [ReplayEvent] {
        var terms = terms
        terms.steady = algorithm.steady
        var rule = HitRule(terms: terms, permits: zone.permits)
        var incidents = IncidentTracker(quietAfter: algorithm.quietAfter)
        var events: [ReplayEvent] = []
        var last = MediaTime.zero
        for look in zone.looks {
            let now = look.at
            if now - last > CameraState.longestGap { rule.forgetRuns() }
            last = now
            // Where nothing goes on and nothing begins the rule has nothing to do: most looks of most clips.
            if look.most >= terms.leave || rule.hasRuns {
                let moment = IncidentTracker.Moment(media: now, wall: clip.start + (now - .zero))
                for outcome in rule.take(look.observations, at: now, timeOfDay: look.timeOfDay) {
                    switch outcome {
                    case .hit(let startedAt, let box, let measure, let score, let extent):
                        let hit = Hit(
                            camera: clip.name, algorithm: algorithm.id, zone: zone.id,
                            startedAt: clip.start + (startedAt - .zero), hitAt: moment.wall, box: box,
                            measure: measure, score: score, extent: extent)
                        events.append(.hit(hit, at: now, startedAt: startedAt))
                        events += incidents.take(hit, at: now).map { .incident($0.incident, at: now) }
                    case .sustained(let box):
                        events += incidents.sustained(box, at: moment).map { .incident($0.incident, at: now) }
                    case .permitted: break
                    case .ended(let box, let others):
                        events += incidents.end(at: box, unlessSustainedBy: others)
                            .map { .incident($0.incident, at: now) }
                    }
                }
            }
            events += incidents.advance(to: now).map { .incident($0.incident, at: now) }
        }
        return events
    }
}

extension IncidentTracker.Change {
    fileprivate var incident: IncidentTracker.Incident {
        switch self {
        case .opened(let incident), .joined(let incident, _), .turned(let incident): incident
        }
    }
}
