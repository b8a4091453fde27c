import Measures
import Media

/// Says which detection is of which event, one to one.
///
/// Within an algorithm and a zone a detection may be of an event where the two overlap in time, or where it begins within
/// the event's tolerance. What was told before that, though, is of something else, however long it goes on: whoever was told
/// came, and there was nothing yet. An event that is there from the first picture cannot be told too early.
///
/// Of all ways to pair them the one with the most pairs is taken, and of those the one whose beginnings lie nearest to each
/// other in sum: an optimal assignment, as the scorer of NIST's ActEV has it.
package enum EventMatching {
    /// - Parameter byZone: whether a detection must be in the event's zone; false where the whole picture was watched as one.
    /// - Returns: in the order in which they began.
    package static func findings(of events: [TrueEvent], _ detections: [Detection], byZone: Bool = true) -> [Finding] {
        let costs = events.map { event in detections.map { cost(event, $0, byZone: byZone) } }
        let pairs = Assignment(costs: costs).columns
        var findings: [Finding] = []
        for (event, pair) in zip(events, pairs) {
            findings.append(pair.map { .found(event, detections[$0]) } ?? .missed(event))
        }
        let taken = Set(pairs.compactMap(\.self))
        for (index, detection) in detections.enumerated() where !taken.contains(index) {
            findings.append(.falseAlarm(detection))
        }
        return findings.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(
            \.element)
    }

    /// How far apart the beginnings are, in seconds; nil: the two cannot be the same.
    private static func cost(_ event: TrueEvent, _ detection: Detection, byZone: Bool) -> Double? {
        guard event.algorithm == detection.algorithm, !byZone || event.zone == detection.zone else { return nil }
        guard detection.hitAt >= event.from - event.tolerance else { return nil }
        let apart = detection.startedAt - event.from
        let off = apart < .zero ? .zero - apart : apart
        let overlaps = detection.startedAt < event.to && detection.lastSeenAt > event.from
        return overlaps || off <= event.tolerance ? off.inSeconds : nil
    }
}
