import Algorithms
import Cases
import Foundation
import FrameKernels
import Media
import Scene

/// Everything that one camera's serial queue owns: its scene, its algorithms, their rules and incidents.
final class CameraState {
    private struct Watcher {
        var algorithm: any Algorithm
        var rule: HitRule
        var incidents: IncidentTracker
        let profile: AlgorithmProfile
        let zone: Zone
    }

    private let setup: CameraSetup
    private let start: WallTime
    private let zone: TimeZone
    private var scene: Scene?
    private var watchers: [Watcher]
    private(set) var looked = 0
    private(set) var last = MediaTime.zero

    init(_ setup: CameraSetup, start: WallTime, timeZone: TimeZone) {
        (self.setup, self.start, self.zone) = (setup, start, timeZone)
        watchers = setup.watches.map { watch in
            let profile = watch.algorithm.profile
            let permits = setup.zones.filter { $0.kind == .permit && $0.allows.contains(profile.id) }
            return Watcher(
                algorithm: watch.algorithm.init(zone: watch.zone), rule: HitRule(terms: watch.terms, permits: permits),
                incidents: IncidentTracker(quietAfter: profile.quietAfter), profile: profile, zone: watch.zone)
        }
    }

    /// Judges one look.
    func look(_ plane: Plane<UInt8>, _ picture: any OriginalPicture) -> [CameraEvent] {
        let now = picture.time
        looked += 1
        last = now
        if scene?.width != plane.width || scene?.height != plane.height {
            scene = Scene(
                width: plane.width, height: plane.height, personScale: setup.personScale,
                ignoring: setup.zones.filter { $0.kind == .ignore }.map(\.polygon))
        }
        guard let look = scene?.see(plane, at: now) else { return [] }
        let minute = wall(now).minuteOfDay(in: zone)
        var events: [CameraEvent] = []
        for index in watchers.indices {
            let observations = watchers[index].algorithm.judge(look)
            for outcome in watchers[index].rule.take(observations, at: now, minuteOfDay: minute) {
                events += take(outcome, index, at: now, picture)
            }
            events += watchers[index].incidents.advance(to: wall(now)).map { event($0, now, picture) }
        }
        return events
    }

    private func take(
        _ outcome: HitRule.Outcome, _ index: Int, at now: MediaTime, _ picture: any OriginalPicture
    ) -> [CameraEvent] {
        switch outcome {
        case .hit(let startedAt, let box, let measure, let score):
            let hit = Hit(
                camera: setup.id, algorithm: watchers[index].profile.id, zone: watchers[index].zone.id,
                startedAt: wall(startedAt), hitAt: wall(now), box: box, measure: measure, score: score)
            let changes = watchers[index].incidents.take(hit)
            return [.hit(hit, at: now, startedAt: startedAt)] + changes.map { event($0, now, picture) }
        case .sustained(let box):
            return watchers[index].incidents.sustained(box, at: wall(now)).map { event($0, now, picture) }
        case .permitted(let permit, let box):
            return [
                .permitted(algorithm: watchers[index].profile.id, permit: permit, box: box, at: now)
            ]
        }
    }

    private func event(
        _ change: IncidentTracker.Change, _ now: MediaTime, _ picture: any OriginalPicture
    ) -> CameraEvent {
        switch change {
        case .opened(let incident): .opened(opening(incident, picture), at: now)
        case .joined(let incident, let hit): .joined(incident, hit, at: now)
        case .turned(let incident): .turned(incident, at: now)
        }
    }

    private func opening(_ incident: IncidentTracker.Incident, _ picture: any OriginalPicture) -> CaseOpening {
        var pictures: CaseOpening.Pictures?
        var missing: String?
        do {
            pictures = .init(
                original: try picture.jpeg(box: nil), marked: try picture.jpeg(box: incident.firstHit.box))
        } catch {
            missing = "\(error)"
        }
        return CaseOpening(
            incident: incident,
            number: CaseNumber(incident: incident.key, date: incident.firstHit.startedAt.local(in: zone).date),
            cameraName: setup.name, assignment: setup.assignment, pictures: pictures, missing: missing)
    }

    private func wall(_ time: MediaTime) -> WallTime { start + (time - .zero) }
}

/// What came of one look.
enum CameraEvent: Sendable {
    case hit(Hit, at: MediaTime, startedAt: MediaTime)
    case permitted(algorithm: String, permit: String, box: Box, at: MediaTime)
    case opened(CaseOpening, at: MediaTime)
    case joined(IncidentTracker.Incident, Hit, at: MediaTime)
    case turned(IncidentTracker.Incident, at: MediaTime)
}
