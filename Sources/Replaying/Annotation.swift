import Cases
import CityAlgorithms
import Media
import Pipeline

/// What a film's looks have told so far, as it is drawn over its pictures: taken look by look, a value that knows no video.
package struct Annotation: Sendable {
    /// What is known of one algorithm in one zone.
    package struct Rule: Sendable, Equatable {
        package let algorithm: String
        package let zone: String
        package let terms: HitRule.Terms
        /// The largest amount of its last look; nil: it has not looked yet.
        package fileprivate(set) var measure: Double?
        package fileprivate(set) var lasting: Duration?
        /// What was there at its last look, and how far it got.
        package fileprivate(set) var observations: [Seen] = []
        package fileprivate(set) var hits = 0
        package fileprivate(set) var hitAt: MediaTime?
        package fileprivate(set) var phase: IncidentTracker.Phase?
        /// When its incident ended.
        fileprivate var endedAt: MediaTime?
        package fileprivate(set) var permit: String?

        /// Whether what it saw at its last look is a hit.
        package var isHit: Bool { observations.contains { $0.standing == .hit } }
    }

    package struct Seen: Sendable, Equatable {
        package enum Standing: Sendable {
            /// Not enough of it for the rule.
            case below
            /// Enough: its time runs.
            case counts
            case hit
        }

        package let observation: Observation
        package let standing: Standing
    }

    /// An incident that ended is shown for so long.
    private static let afterwards = Duration.seconds(10)

    package let camera: String
    package let zones: [Zone]
    package let policy: DecodePolicy
    let start: WallTime
    let timeZone: LocalZone
    package private(set) var rules: [Rule]
    package private(set) var still: [WatchedLook.Still] = []
    package private(set) var moving: [Box] = []
    package private(set) var at = MediaTime.zero
    private var incidents: [String: IncidentTracker.Incident] = [:]

    /// - Parameter start: the wall time of media zero.
    package init(_ setup: CameraSetup, start: WallTime, timeZone: LocalZone) {
        (camera, zones, policy) = (setup.id, setup.zones, setup.policy)
        (self.start, self.timeZone) = (start, timeZone)
        rules = setup.watches.map { Rule(algorithm: $0.algorithm.id, zone: $0.zone.id, terms: $0.terms) }
    }

    /// Takes the next look. What was found stays until the next search.
    package mutating func take(_ look: WatchedLook) {
        at = look.at
        if let found = look.found {
            (still, moving) = (found.still, found.moving)
            for traced in found.traced { take(traced) }
        }
        for event in look.events { take(event) }
        for index in rules.indices {
            if let ended = rules[index].endedAt, at - ended > Self.afterwards {
                (rules[index].phase, rules[index].endedAt) = (nil, nil)
            }
        }
    }

    /// Moments after a hit, which are shown as such.
    package var isHitNow: Bool { !hitNow.isEmpty }

    /// The rules that were hit a moment ago.
    var hitNow: [Rule] { rules.filter { rule in rule.hitAt.map { at - $0 < .seconds(2) } ?? false } }

    private mutating func take(_ traced: TracedLook) {
        guard let index = index(traced.algorithm, traced.zone) else { return }
        let hits = traced.outcomes.compactMap(\.hitBox)
        let leave = rules[index].terms.leave
        rules[index].observations = traced.observations.map { seen in
            let isHit = hits.contains(seen.box)
            return Seen(observation: seen, standing: isHit ? .hit : seen.measure < leave ? .below : .counts)
        }
        rules[index].measure = traced.measure
        rules[index].lasting = traced.lasting
        if let permit = traced.outcomes.compactMap(\.permit).last {
            rules[index].permit = permit
        } else if traced.lasting != nil || traced.observations.isEmpty {
            rules[index].permit = nil
        }
    }

    private mutating func take(_ event: CameraEvent) {
        switch event {
        case .hit(let hit, let time, _):
            guard let index = index(hit.algorithm, hit.zone) else { return }
            rules[index].hits += 1
            rules[index].hitAt = time
        case .opened(let opening, let time): take(opening.incident, at: time)
        case .joined(let incident, _, let time), .turned(let incident, let time): take(incident, at: time)
        case .permitted: break
        }
    }

    private mutating func take(_ incident: IncidentTracker.Incident, at time: MediaTime) {
        guard let index = index(incident.firstHit.algorithm, incident.firstHit.zone) else { return }
        incidents[incident.key] = incident.phase == .ended ? nil : incident
        let open = incidents.values.filter {
            $0.firstHit.algorithm == rules[index].algorithm && $0.firstHit.zone == rules[index].zone
        }
        rules[index].phase = open.isEmpty ? .ended : open.contains { $0.phase == .firing } ? .firing : .quiet
        rules[index].endedAt = open.isEmpty ? time : nil
    }

    private func index(_ algorithm: String, _ zone: String) -> Int? {
        rules.firstIndex { $0.algorithm == algorithm && $0.zone == zone }
    }
}

extension HitRule.Outcome {
    /// Where a hit is, the first or a lasting one.
    fileprivate var hitBox: Box? {
        switch self {
        case .hit(_, let box, _, _, _), .sustained(let box): box
        case .permitted, .ended: nil
        }
    }

    fileprivate var permit: String? {
        if case .permitted(let zone, _) = self { zone } else { nil }
    }
}
