import Cases
import CityAlgorithms
import Foundation
import FrameKernels
import Media
import Scene

/// Everything that one camera's serial queue owns: its scene, its algorithms, their rules and incidents.
package final class CameraState {
    struct Watcher {
        var algorithm: any Algorithm
        var rule: HitRule
        var incidents: IncidentTracker
        let profile: AlgorithmProfile
        let needs: LookNeeds
        let zone: Zone
        /// What the camera's measures are multiplied by.
        let scale: Double
        /// A thing that stands has a width; one that passes is seen from any side.
        var tellsWidth: Bool { profile.measures == .presence && !profile.passes }
        /// Since when nothing is under way; nil: no look yet.
        var quietSince: MediaTime?
    }

    /// After a longer gap light and shadows are others: the place is learnt anew.
    package static let longestGap = Duration.seconds(5 * 60)
    /// Between two looks of a network that no algorithm asked for.
    private static let shortestInterval = Duration.seconds(2)

    private let setup: CameraSetup
    /// The wall time of media zero.
    private var start: WallTime
    private let zone: TimeZone
    private let scratches: ScratchPool
    private let supplier: (any LookSupplier)?
    /// All that its algorithms need.
    private var networks: NetworkLooks
    /// How often networks looked in the last look, and the CPU that took.
    private(set) var networkLooks = (count: 0, time: Duration.zero)
    /// Why a part of the last look could not be judged.
    package private(set) var fault: LookFault?
    /// Told of each look of each algorithm, for whoever wants to know why; nil: nobody does.
    var tracer: ((TracedLook) -> Void)?
    /// Told, before that, of what the scene says of each search; nil: nobody asks.
    var sceneTracer: ((SceneLook) -> Void)?
    private(set) var scene: Scene?
    private var recalled: SceneMemory?
    /// When a memory was last kept.
    var keptAt: MediaTime?
    var watchers: [Watcher]
    /// Of how many groups of pictures one is looked at, for want of time: then networks look so much more seldom, too, but
    /// where something is under way.
    package var stride = 1
    /// The camera looks elsewhere: nothing is judged, and the place is learnt anew when it looks back.
    package var isSuspended = false { didSet { if isSuspended != oldValue { cut() } } }
    private var moving = 0.0
    /// Of the algorithm that judges; kept between looks for its memory alone.
    private(set) var observations: [Observation] = []
    private(set) var looked = 0
    private(set) var last = MediaTime.zero

    /// - Parameters:
    ///   - start: the wall time of media zero.
    ///   - supplier: finds what algorithms need beside the scene; on the thread of whoever asks for a look.
    ///   - past: what was known before a restart.
    ///   - wait: the share of its interval that a network waits before it looks first, 0..<1. Cameras that begin together and
    ///     wait alike would ask for their networks together ever after.
    package init(
        _ setup: CameraSetup, start: WallTime, timeZone: TimeZone, scratches: ScratchPool,
        supplier: (any LookSupplier)? = nil, past: CameraPast = .none, wait: Double = 0
    ) {
        (self.setup, self.start, self.zone, self.scratches) = (setup, start, timeZone, scratches)
        self.supplier = supplier
        networks = NetworkLooks(setup.watches.map(\.algorithm.needs), wait: wait)
        precondition(supplier != nil || networks.names.isEmpty, "no algorithm is planned whose needs are not supplied")
        recalled = past.memory.scene
        watchers = setup.watches.map { watch in
            let profile = watch.algorithm.profile
            let permits = setup.zones.filter { $0.kind == .permit && $0.allows.contains(profile.id) }
            return Watcher(
                algorithm: watch.algorithm.make(watch.zone), rule: HitRule(terms: watch.terms, permits: permits),
                incidents: IncidentTracker(
                    quietAfter: profile.quietAfter, joinsHits: !profile.passes,
                    resuming: past.incidents.filter {
                        $0.firstHit.algorithm == profile.id && $0.firstHit.zone == watch.zone.id
                    }, at: .init(media: .zero, wall: start)), profile: profile, needs: watch.algorithm.needs,
                zone: watch.zone, scale: watch.scale)
        }
        recall(past.memory.usual)
    }

    /// Judges one look.
    ///
    /// - Parameter now: later than the last look's.
    package func look(
        _ seen: AnalysisPicture, _ depth: LookDepth, _ picture: any OriginalPicture, at now: MediaTime
    ) -> [CameraEvent] {
        if now - last > Self.longestGap { cut() }
        looked += 1
        last = now
        if isSuspended { return [] }
        let scene = scene(width: seen.width, height: seen.height)
        let sceneLook = scratches.lend(width: seen.width, height: seen.height) {
            scene.see(seen, depth, at: now, with: $0)
        }
        guard let sceneLook else { return [] }
        sceneTracer?(sceneLook)
        moving += 0.2 * (sceneLook.masses.reduce(0) { $0 + $1.area } - moving)
        let timeOfDay = wall(now).timeOfDay(in: zone)
        let look = supplied(sceneLook, picture)
        var events: [CameraEvent] = []
        for index in watchers.indices {
            if look.meets(watchers[index].needs) {
                observations.removeAll(keepingCapacity: true)
                watchers[index].algorithm.judge(look, into: &observations)
                let scale = watchers[index].scale
                if scale != 1 { for one in observations.indices { observations[one].multiply(by: scale) } }
                if let ground = sceneLook.groundScale, watchers[index].tellsWidth {
                    for one in observations.indices { observations[one].tellWidth(by: ground) }
                }
                let outcomes = watchers[index].rule.take(observations, at: now, timeOfDay: timeOfDay)
                tracer?(traced(index, outcomes, at: now))
                for outcome in outcomes { events += take(outcome, index, at: now, picture) }
                learn(index, look)
            }
            events += watchers[index].incidents.advance(to: now).map { event($0, now, picture) }
        }
        return events
    }

    private func traced(_ index: Int, _ outcomes: [HitRule.Outcome], at now: MediaTime) -> TracedLook {
        let watcher = watchers[index]
        return TracedLook(
            at: now, algorithm: watcher.profile.id, zone: watcher.zone.id, observations: observations,
            lasting: watcher.rule.longest(at: now), outcomes: outcomes)
    }

    private func supplied(_ scene: SceneLook, _ picture: any OriginalPicture) -> Look {
        fault = nil
        networkLooks = (0, .zero)
        guard let supplier, !networks.names.isEmpty else { return Look(scene) }
        for network in networks.names {
            let usual = lookInterval(of: network, scene).map { $0 * (isUnderWay(network) ? 1 : stride) }
            // A hit is judged, and shown, by what is in its own picture.
            let isHitNear = watchers.contains {
                $0.needs.networks.contains(network) && $0.rule.isAboutToHit(at: scene.at)
            }
            guard networks.isDue(network, every: isHitNear ? .zero : usual, at: scene.at) else { continue }
            let interval = usual ?? Self.shortestInterval
            var objects: [FoundObject]?
            let before = ThreadTime.now()
            defer { networkLooks = (networkLooks.count + 1, networkLooks.time + (ThreadTime.now() - before)) }
            do throws(LookFault) { objects = try supplier.objects(of: network, in: picture, scene) } catch {
                fault = error
            }
            networks.keep(objects, of: network, every: interval, at: scene.at)
        }
        return networks.look(scene)
    }

    private func isUnderWay(_ network: String) -> Bool {
        watchers.contains { $0.needs.networks.contains(network) && $0.rule.hasRuns }
    }

    /// Of several algorithms that need a network the one in the greatest hurry sets its pace; nil: none has something for it
    /// to look at.
    private func lookInterval(of network: String, _ scene: SceneLook) -> Duration? {
        var shortest: Duration?
        for watcher in watchers where watcher.needs.networks.contains(network) {
            guard let interval = watcher.algorithm.lookInterval(scene, enter: watcher.rule.terms.enter / watcher.scale)
            else {
                continue
            }
            shortest = min(shortest ?? interval, interval)
        }
        return shortest
    }

    /// The share of the picture that moves lately, and 1 more while something is under way.
    var activity: Double { moving + (watchers.contains { $0.rule.hasRuns } ? 1 : 0) }

    /// Whether one of its algorithms wants to see every picture for a while.
    package var asksForEveryPicture: Bool { watchers.contains { $0.algorithm.asksForEveryPicture } }

    private func scene(width: Int, height: Int) -> Scene {
        if let scene, scene.width == width, scene.height == height { return scene }
        let fitting = recalled.flatMap { $0.width == width && $0.height == height ? $0 : nil }
        recalled = nil
        let made = Scene(
            width: width, height: height, personScale: setup.personScale, ground: setup.ground,
            ignoring: setup.zones.filter { $0.kind == .ignore }.map(\.polygon), recalling: fitting)
        scene = made
        return made
    }

    /// What comes next does not continue what was before: the place is learnt anew and what was under way is
    /// forgotten. Incidents stay.
    func cut() {
        scene = nil
        recalled = nil
        networks.forget()
        for index in watchers.indices {
            watchers[index].rule.forgetRuns()
            watchers[index].quietSince = nil
        }
    }

    /// The case of an incident was closed: the incident ends, and what still stands there must last anew to be a hit.
    ///
    /// Not for a case that was rejected or void: what stood there would come back as another.
    ///
    /// - Parameters:
    ///   - incident: its key.
    ///   - now: not before the last look.
    package func caseClosed(_ incident: String, at now: MediaTime) -> [CameraEvent] {
        for index in watchers.indices {
            guard let ended = watchers[index].incidents.end(incident) else { continue }
            watchers[index].rule.startAnew(at: ended.places, now: now)
            return [.turned(ended, at: now)]
        }
        return []
    }

    /// Keeps wall time right where the two clocks part (a step of the machine's clock).
    package func follow(wall now: WallTime, at time: MediaTime) {
        let meant = now + (.zero - time)
        let apart = meant - start
        if apart > .seconds(2) || apart < .seconds(-2) { start = meant }
    }

    private func take(
        _ outcome: HitRule.Outcome, _ index: Int, at now: MediaTime, _ picture: any OriginalPicture
    ) -> [CameraEvent] {
        switch outcome {
        case .hit(let startedAt, let box, let measure, let score, let extent):
            let hit = Hit(
                camera: setup.id, algorithm: watchers[index].profile.id, zone: watchers[index].zone.id,
                startedAt: wall(startedAt), hitAt: wall(now), box: box, measure: measure, score: score,
                extent: extent)
            let changes = watchers[index].incidents.take(hit, at: now)
            return [.hit(hit, at: now, startedAt: startedAt)] + changes.map { event($0, now, picture) }
        case .sustained(let box):
            let moment = IncidentTracker.Moment(media: now, wall: wall(now))
            return watchers[index].incidents.sustained(box, at: moment).map { event($0, now, picture) }
        case .permitted(let permit, let box):
            return [
                .permitted(algorithm: watchers[index].profile.id, permit: permit, box: box, at: now)
            ]
        case .ended(let box, let others):
            return watchers[index].incidents.end(at: box, unlessSustainedBy: others).map { event($0, now, picture) }
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
                original: try picture.jpeg(box: nil, parts: []),
                marked: try picture.jpeg(box: incident.firstHit.box, parts: parts(of: incident.firstHit)))
        } catch {
            missing = "\(error)"
        }
        let owner = setup.ownership.assignment(on: CalendarDate(incident.firstHit.hitAt, in: zone))
        return CaseOpening(
            incident: incident,
            number: CaseNumber(incident: incident.key, date: incident.firstHit.startedAt.local(in: zone).date),
            cameraName: setup.name, assignment: owner, place: setup.ownership.place, pictures: pictures,
            missing: missing)
    }

    /// Of what is judged in this look.
    private func parts(of hit: Hit) -> [Box] { observations.first { $0.box == hit.box }?.parts ?? [] }

    private func wall(_ time: MediaTime) -> WallTime { start + (time - .zero) }
}
