import Measures
import Media

extension Comparison {
    package init(from earlier: ScoreFile, to later: ScoreFile) {
        let (before, now) = (Set(earlier.clips.map(\.name)), Set(later.clips.map(\.name)))
        let common = before.intersection(now)
        let policies = later.run.policies.filter(earlier.run.policies.contains)
        let algorithms = later.run.algorithms.filter(earlier.run.algorithms.contains)
        var changes: [EventChange] = []
        let told = policies.map { policy in
            let pairs = later.clips.filter { common.contains($0.name) }.map { clip in
                ClipPair(clip, policy, algorithms, earlier.events, later.events)
            }
            changes += pairs.flatMap(\.changes)
            return PolicyChange(
                policy: policy, algorithms: ([nil] + algorithms).map { AlgorithmChange($0, over: pairs) })
        }
        self.init(
            earlierGeneratedAt: earlier.times.generatedAt, uncomparedClips: before.symmetricDifference(now).sorted(),
            policies: told, events: changes)
    }
}

/// One clip under one policy, in both scores.
struct ClipPair {
    let clip: ScoreFile.Clip
    let algorithms: [String]
    let before: [EventLine]
    let now: [EventLine]
    let changes: [EventChange]

    /// False alarms of two runs within so long of each other are the same.
    private static let near = Duration.seconds(10)

    init(
        _ clip: ScoreFile.Clip, _ policy: String, _ algorithms: [String], _ earlier: [EventLine],
        _ later: [EventLine]
    ) {
        func its(_ lines: [EventLine]) -> [EventLine] {
            lines.filter { $0.clip == clip.name && $0.policy == policy && algorithms.contains($0.algorithm) }
        }
        (self.clip, self.algorithms) = (clip, algorithms)
        let (before, now) = (its(earlier), its(later))
        let asked = Set(before.filter(\.isEvent).map(\.id)).intersection(now.filter(\.isEvent).map(\.id))
        // An event that only one of the two was asked for says nothing.
        self.before = before.filter { !$0.isEvent || asked.contains($0.id) }
        self.now = now.filter { !$0.isEvent || asked.contains($0.id) }
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

    /// Seconds between two false alarms; nil: they cannot be the same.
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
        let judged = Set(clip.absent).union(now.filter(\.isEvent).map(\.algorithm)).intersection(algorithms)
        return algorithm.map(judged.contains) ?? !judged.isEmpty ? clip.seconds / 86400 : 0
    }
}

extension EventLine {
    /// It is about a true event, found or not.
    var isEvent: Bool { truth != nil }
    var isFound: Bool { truth != nil && detection != nil }
}

extension Comparison.AlgorithmChange {
    /// - Parameter algorithm: nil: all.
    init(_ algorithm: String?, over pairs: [ClipPair]) {
        func its(_ lines: [EventLine]) -> [EventLine] {
            lines.filter { algorithm == nil || $0.algorithm == algorithm }
        }
        let changes = pairs.flatMap(\.changes).filter { algorithm == nil || $0.line?.algorithm == algorithm }
        func count(_ kind: EventChange.Kind) -> Int { changes.filter { $0.kind == kind }.count }
        func recall(_ lines: [EventLine]) -> Bootstrap.Clip {
            let events = its(lines).filter(\.isEvent)
            return .init(Double(events.filter(\.isFound).count), of: Double(events.count))
        }
        func wrong(_ lines: [EventLine], _ pair: ClipPair) -> Bootstrap.Clip {
            .init(Double(its(lines).filter { !$0.isEvent }.count), of: pair.days(of: algorithm))
        }
        let chance = Bootstrap()
        let events = pairs.flatMap { its($0.now) }.filter(\.isEvent).count
        self.init(
            algorithm: algorithm ?? AlgorithmScore.overallID, events: events, gained: count(.gained),
            lost: count(.lost), p: events == 0 ? nil : McNemar(gained: count(.gained), lost: count(.lost)).p,
            newFalse: count(.newFalse), goneFalse: count(.goneFalse),
            recall: .init(
                chance.difference(from: pairs.map { recall($0.before) }, to: pairs.map { recall($0.now) })),
            falsePerDay: .init(
                chance.difference(
                    from: pairs.map { wrong($0.before, $0) }, to: pairs.map { wrong($0.now, $0) })))
    }
}

extension Comparison.Difference {
    init(_ estimate: Bootstrap.Estimate?) {
        self.init(
            value: estimate?.value.rounded(to: 6), low: estimate?.interval?.lowerBound.rounded(to: 6),
            high: estimate?.interval?.upperBound.rounded(to: 6))
    }
}
