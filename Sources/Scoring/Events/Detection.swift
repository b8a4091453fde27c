import Cases
import Media
import Pipeline

/// An incident that a replay told, as it is compared with the truth: media times of one clip.
package struct Detection: Hashable, Sendable {
    package let algorithm: String
    package let zone: String
    /// The first observation of its first hit.
    package let startedAt: MediaTime
    /// When the rule was satisfied: when somebody would have been told.
    package let hitAt: MediaTime
    /// When what caused it was last seen; the clip's end where it went on.
    package let lastSeenAt: MediaTime
    package let box: Box
    package let measure: Double
    /// How sure, 0..1.
    package let score: Double

    package init(
        algorithm: String, zone: String, startedAt: MediaTime, hitAt: MediaTime, lastSeenAt: MediaTime, box: Box,
        measure: Double, score: Double
    ) {
        (self.algorithm, self.zone, self.startedAt, self.hitAt) = (algorithm, zone, startedAt, hitAt)
        (self.lastSeenAt, self.box, self.measure, self.score) = (lastSeenAt, box, measure, score)
    }
}

extension Detection {
    /// The incidents of a replayed clip, in the order in which they opened.
    ///
    /// - Parameters:
    ///   - start: the wall time of media zero.
    ///   - end: of the clip.
    package static func all(in events: [ReplayEvent], start: WallTime, end: MediaTime) -> [Detection] {
        var last: [String: IncidentTracker.Incident] = [:]
        var order: [String] = []
        var hits: [Hit: (at: MediaTime, startedAt: MediaTime)] = [:]
        for event in events {
            switch event {
            case .hit(let hit, let at, let startedAt): hits[hit] = (at, startedAt)
            case .incident(let incident, _):
                if last.updateValue(incident, forKey: incident.key) == nil { order.append(incident.key) }
            case .permitted, .opened: break
            }
        }
        return order.compactMap { key in
            guard let incident = last[key], let times = hits[incident.firstHit] else { return nil }
            let hit = incident.firstHit
            let seen = incident.phase == .firing ? end : MediaTime.zero + (incident.sustainedAt - start)
            return Detection(
                algorithm: hit.algorithm, zone: hit.zone, startedAt: times.startedAt, hitAt: times.at,
                lastSeenAt: max(seen, times.at), box: hit.box, measure: hit.measure, score: hit.score)
        }
    }
}
