import Media

/// Joins the hits of one continuing cause at one place into one incident (疑似事件).
///
/// One value per camera, algorithm and zone. An incident fires while it is sustained, is quiet when it was not for
/// `pause`, and has ended when it stayed quiet for `quietAfter`. Media time decides: a step of the machine's clock
/// neither holds an incident open nor ends it. Wall times are recorded.
package struct IncidentTracker: Sendable {
    package enum Phase: String, Sendable, Codable { case firing, quiet, ended }

    /// One moment on both clocks.
    package struct Moment: Sendable {
        package let media: MediaTime
        package let wall: WallTime

        package init(media: MediaTime, wall: WallTime) { (self.media, self.wall) = (media, wall) }
    }

    package struct Incident: Sendable, Hashable {
        /// The same for the same cause in every replay: camera, algorithm, zone and start.
        package let key: String
        package let firstHit: Hit
        package fileprivate(set) var box: Box
        package fileprivate(set) var sustainedAt: WallTime
        package fileprivate(set) var phase: Phase
        package fileprivate(set) var hits: Int

        /// - Parameters: as they were kept, for going on after a restart.
        package init(key: String, firstHit: Hit, box: Box, sustainedAt: WallTime, phase: Phase, hits: Int) {
            (self.key, self.firstHit, self.box) = (key, firstHit, box)
            (self.sustainedAt, self.phase, self.hits) = (sustainedAt, phase, hits)
        }

        /// Where it was first seen and where it was seen last.
        package var places: [Box] { [firstHit.box, box] }

        /// How much of a box, or of itself, lies where it was first seen or was seen last; 0..1.
        fileprivate func shares(_ other: Box) -> Double { max(box.overlap(other), firstHit.box.overlap(other)) }
    }

    package enum Change: Sendable, Hashable {
        case opened(Incident)
        case joined(Incident, Hit)
        case turned(Incident)
    }

    /// Someone may stand in the way for so long.
    private static let pause = Duration.seconds(30)
    /// What lies so far at an incident's place belongs to it.
    private static let leastShare = 0.1

    /// An incident that has not ended, and when it was last sustained.
    private struct Open: Sendable {
        var incident: Incident
        var sustainedAt: MediaTime

        /// To the millisecond, as wall times are.
        func silence(at now: MediaTime) -> Duration {
            .milliseconds(now.microseconds / 1000 - sustainedAt.microseconds / 1000)
        }
    }

    private let quietAfter: Duration
    private let joinsHits: Bool
    private var open: [Open] = []

    package init(quietAfter: Duration) { (self.quietAfter, joinsHits) = (quietAfter, true) }

    /// - Parameters:
    ///   - joinsHits: whether a hit at the place of an open incident is of the same cause; what passes is not.
    ///   - resuming: incidents of this camera, algorithm and zone that had not ended before a restart.
    ///   - now: what was sustained later than that, by a clock that was wrong, was sustained now.
    package init(quietAfter: Duration, joinsHits: Bool = true, resuming: [Incident], at now: Moment) {
        (self.quietAfter, self.joinsHits) = (quietAfter, joinsHits)
        open = resuming.filter { $0.phase != .ended }.map {
            Open(incident: $0, sustainedAt: now.media - max(now.wall - $0.sustainedAt, .zero))
        }
    }

    /// Whether an incident has not ended.
    package var hasOpen: Bool { !open.isEmpty }

    /// A hit opens an incident, or joins one that is still open at its place, where hits join.
    ///
    /// - Parameter now: the moment of the hit; never earlier than the one before.
    package mutating func take(_ hit: Hit, at now: MediaTime) -> [Change] {
        let turned = advance(to: now)
        if joinsHits, let index = place(of: hit.box) {
            open[index].incident.hits += 1
            let changes = sustain(index, hit.box, at: Moment(media: now, wall: hit.hitAt))
            return turned + changes + [.joined(open[index].incident, hit)]
        }
        let key = "\(hit.camera)/\(hit.algorithm)/\(hit.zone)/\(hit.startedAt.milliseconds)"
        let unique = open.contains { $0.incident.key == key } ? "\(key)+\(open.count)" : key
        let incident = Incident(
            key: unique, firstHit: hit, box: hit.box, sustainedAt: hit.hitAt, phase: .firing, hits: 1)
        open.append(Open(incident: incident, sustainedAt: now))
        return turned + [.opened(incident)]
    }

    /// The cause of a hit goes on.
    ///
    /// What passes is over with its hit: its place says nothing of which incident it is.
    package mutating func sustained(_ box: Box, at now: Moment) -> [Change] {
        let turned = advance(to: now.media)
        guard joinsHits, let index = place(of: box) else { return turned }
        return turned + sustain(index, box, at: now)
    }

    /// Lets time pass: incidents turn quiet and end.
    package mutating func advance(to now: MediaTime) -> [Change] {
        var changes: [Change] = []
        for index in open.indices {
            let silence = open[index].silence(at: now)
            if open[index].incident.phase == .firing, silence > min(Self.pause, quietAfter) {
                changes.append(turn(index, .quiet))
            }
            if open[index].incident.phase == .quiet, silence > quietAfter {
                changes.append(turn(index, .ended))
            }
        }
        open.removeAll { $0.incident.phase == .ended }
        return changes
    }

    /// Ends an incident whose case is dealt with.
    ///
    /// - Returns: nil when it ended before.
    package mutating func end(_ key: String) -> Incident? {
        guard let index = open.firstIndex(where: { $0.incident.key == key }) else { return nil }
        _ = turn(index, .ended)
        return open.remove(at: index).incident
    }

    /// Ends the incident at a place: its cause is allowed from now on.
    ///
    /// - Parameter others: where other causes of hits go on; an incident that they sustain stays open.
    package mutating func end(at box: Box, unlessSustainedBy others: [Box]) -> [Change] {
        guard let index = place(of: box),
            !others.contains(where: { open[index].incident.shares($0) > Self.leastShare })
        else { return [] }
        defer { open.remove(at: index) }
        return [turn(index, .ended)]
    }

    private mutating func turn(_ index: Int, _ phase: Phase) -> Change {
        open[index].incident.phase = phase
        return .turned(open[index].incident)
    }

    private mutating func sustain(_ index: Int, _ box: Box, at now: Moment) -> [Change] {
        open[index].sustainedAt = now.media
        open[index].incident.sustainedAt = now.wall
        open[index].incident.box = box
        return open[index].incident.phase == .quiet ? [turn(index, .firing)] : []
    }

    private func place(of box: Box) -> Int? {
        open.indices
            .map { (index: $0, shared: open[$0].incident.shares(box)) }
            .filter { $0.shared > Self.leastShare }
            .max { $0.shared < $1.shared }?.index
    }
}
