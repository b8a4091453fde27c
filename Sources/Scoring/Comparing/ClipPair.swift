import Measures
import Media

/// One clip under one policy, in both scores.
struct ClipPair {
    let clip: ScoreFile.Clip
    /// Those that both scores judged here.
    let algorithms: Set<String>
    /// What is compared: without the events of `unshared`, and without what was told of them.
    let before: [EventLine]
    let now: [EventLine]
    let changes: [EventChange]
    /// Events that only one of the two was asked for.
    let unshared: [EventChange]

    /// False alarms of two runs within so long of each other are the same.
    private static let near = Duration.seconds(10)

    init(
        _ clip: ScoreFile.Clip, _ policy: String, _ algorithms: Set<String>, _ earlier: [EventLine],
        _ later: [EventLine]
    ) {
        func its(_ lines: [EventLine]) -> [EventLine] {
            lines.filter { $0.clip == clip.name && $0.policy == policy && algorithms.contains($0.algorithm) }
        }
        (self.clip, self.algorithms) = (clip, algorithms)
        let (before, now) = (its(earlier), its(later))
        let asked = Set(before.filter(\.isEvent).map(\.id)).intersection(now.filter(\.isEvent).map(\.id))
        let gone = before.filter { $0.isEvent && !asked.contains($0.id) }
        let new = now.filter { $0.isEvent && !asked.contains($0.id) }
        // What was told of such an event is false in the other score for the sake of its labels alone.
        func compared(_ lines: [EventLine], but others: [EventLine]) -> [EventLine] {
            lines.filter { line in
                line.isEvent ? asked.contains(line.id) : !others.contains { Self.apart($0, line) != nil }
            }
        }
        self.before = compared(before, but: new)
        self.now = compared(now, but: gone)
        unshared =
            gone.map { EventChange(kind: .onlyBefore, before: $0, now: nil) }
            + new.map { EventChange(kind: .onlyNow, before: nil, now: $0) }
        changes = Self.events(self.before, self.now) + Self.falseAlarms(self.before, self.now)
    }

    private static func events(_ before: [EventLine], _ now: [EventLine]) -> [EventChange] {
        let earlier = Dictionary(before.filter(\.isEvent).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return now.filter(\.isEvent).compactMap { line in
            guard let then = earlier[line.id], then.isFound != line.isFound else { return nil }
            return EventChange(kind: line.isFound ? .gained : .lost, before: then, now: line)
        }
    }

    /// False alarms of one run are paired with those of the other, as detections are with events.
    private static func falseAlarms(_ before: [EventLine], _ now: [EventLine]) -> [EventChange] {
        let (then, later) = (before.filter { !$0.isEvent }, now.filter { !$0.isEvent })
        let costs = then.map { one in later.map { apart(one, $0) } }
        let pairs = Assignment(costs: costs).columns
        let taken = Set(pairs.compactMap(\.self))
        return zip(then, pairs).filter { $0.1 == nil }.map { EventChange(kind: .goneFalse, before: $0.0, now: nil) }
            + later.enumerated().filter { !taken.contains($0.offset) }
            .map { EventChange(kind: .newFalse, before: nil, now: $0.element) }
    }

    /// Seconds between what two runs told; nil: it cannot be the same.
    private static func apart(_ one: EventLine, _ other: EventLine) -> Double? {
        guard one.algorithm == other.algorithm, one.zone == other.zone, let then = one.detection,
            let now = other.detection
        else { return nil }
        let off = abs(then.hitS - now.hitS)
        let overlaps = then.startedS < now.lastSeenS && now.startedS < then.lastSeenS
        return overlaps || off <= near.inSeconds ? off : nil
    }

    /// Days of footage that tell an algorithm's truth; nil: any algorithm's.
    func days(of algorithm: String?) -> Double {
        algorithm.map(algorithms.contains) ?? !algorithms.isEmpty ? clip.seconds / 86400 : 0
    }
}

extension EventLine {
    /// It is about a true event, found or not.
    var isEvent: Bool { truth != nil }
    var isFound: Bool { truth != nil && detection != nil }
}
