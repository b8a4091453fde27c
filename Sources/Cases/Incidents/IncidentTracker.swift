import Media

/// Joins the hits of one continuing cause at one place into one incident (疑似事件).
///
/// One value per camera, algorithm and zone. An incident fires while it is sustained, is quiet when it was not for
/// `pause`, and has ended when it stayed quiet for `quietAfter`.
package struct IncidentTracker: Sendable {
    package enum Phase: String, Sendable, Codable { case firing, quiet, ended }

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

        /// How much of a box, or of itself, lies where it was first seen or was seen last; 0..1.
        fileprivate func shares(_ other: Box) -> Double {
            let home = firstHit.box
            return max(
                box.intersection(other) / min(box.area, other.area),
                home.intersection(other) / min(home.area, other.area))
        }
    }

    package enum Change: Sendable, Hashable {
        case opened(Incident)
        case joined(Incident, Hit)
        case turned(Incident)
    }

    /// Someone may stand in the way for so long.
    private static let pause = Duration.seconds(30)

    private let quietAfter: Duration
    private var open: [Incident]

    /// - Parameter resuming: incidents of this camera, algorithm and zone that had not ended before a restart.
    package init(quietAfter: Duration, resuming: [Incident] = []) {
        self.quietAfter = quietAfter
        open = resuming.filter { $0.phase != .ended }
    }

    /// A hit opens an incident, or joins one that is still open at its place.
    package mutating func take(_ hit: Hit) -> [Change] {
        let turned = advance(to: hit.hitAt)
        if let index = place(of: hit.box) {
            open[index].hits += 1
            let changes = sustain(index, hit.box, at: hit.hitAt)
            return turned + changes + [.joined(open[index], hit)]
        }
        let key = "\(hit.camera)/\(hit.algorithm)/\(hit.zone)/\(hit.startedAt.milliseconds)"
        let unique = open.contains { $0.key == key } ? "\(key)+\(open.count)" : key
        let incident = Incident(
            key: unique, firstHit: hit, box: hit.box, sustainedAt: hit.hitAt, phase: .firing, hits: 1)
        open.append(incident)
        return turned + [.opened(incident)]
    }

    /// The cause of a hit goes on.
    package mutating func sustained(_ box: Box, at now: WallTime) -> [Change] {
        let turned = advance(to: now)
        guard let index = place(of: box) else { return turned }
        return turned + sustain(index, box, at: now)
    }

    /// Lets time pass: incidents turn quiet and end.
    package mutating func advance(to now: WallTime) -> [Change] {
        var changes: [Change] = []
        for index in open.indices {
            let silence = now - open[index].sustainedAt
            if open[index].phase == .firing, silence > Self.pause {
                open[index].phase = .quiet
                changes.append(.turned(open[index]))
            }
            if open[index].phase == .quiet, silence > quietAfter {
                open[index].phase = .ended
                changes.append(.turned(open[index]))
            }
        }
        open.removeAll { $0.phase == .ended }
        return changes
    }

    private mutating func sustain(_ index: Int, _ box: Box, at now: WallTime) -> [Change] {
        open[index].sustainedAt = max(open[index].sustainedAt, now)
        open[index].box = box
        guard open[index].phase == .quiet else { return [] }
        open[index].phase = .firing
        return [.turned(open[index])]
    }

    private func place(of box: Box) -> Int? {
        open.indices
            .map { (index: $0, shared: open[$0].shares(box)) }
            .filter { $0.shared > 0.1 }
            .max { $0.shared < $1.shared }?.index
    }
}
