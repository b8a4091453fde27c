import Measures
import Media

extension Comparison {
    /// Compares only what both judged: clips, policies and algorithms that both have, and in a clip the algorithms of which
    /// the labels of both told the truth.
    package init(from earlier: ScoreFile, to later: ScoreFile) {
        let before = Dictionary(earlier.clips.map { ($0.name, $0) }) { first, _ in first }
        let policies = later.run.policies.filter(earlier.run.policies.contains)
        let algorithms = later.run.algorithms.filter(earlier.run.algorithms.contains)
        var (changes, unshared, truths) = ([EventChange](), [EventChange](), [OneSidedTruth]())
        let clips = later.clips.compactMap { clip in
            before[clip.name].map { then in
                let judged = (earlier.judged(in: then), later.judged(in: clip))
                truths += judged.0.symmetricDifference(judged.1).intersection(algorithms).sorted().map {
                    OneSidedTruth(clip: clip.name, algorithm: $0, isJudgedNow: judged.1.contains($0))
                }
                return (clip: clip, judged: judged.0.intersection(judged.1).intersection(algorithms))
            }
        }
        let told = policies.map { policy in
            let pairs = clips.map { ClipPair($0.clip, policy, $0.judged, earlier.events, later.events) }
            changes += pairs.flatMap(\.changes)
            unshared += pairs.flatMap(\.unshared)
            return PolicyChange(
                policy: policy, algorithms: ([nil] + algorithms).map { AlgorithmChange($0, over: pairs) })
        }
        func oneSided(_ names: (ScoreFile) -> [String]) -> [String] {
            Set(names(earlier)).symmetricDifference(names(later)).sorted()
        }
        self.init(
            earlierGeneratedAt: earlier.times.generatedAt, uncomparedClips: oneSided { $0.clips.map(\.name) },
            uncomparedPolicies: oneSided(\.run.policies), uncomparedAlgorithms: oneSided(\.run.algorithms),
            uncomparedTruths: truths, uncomparedEvents: unshared, policies: told, events: changes)
    }

    /// Refuses, before the work, an earlier score that answers another question: it would differ whatever the algorithms do.
    ///
    /// - Parameters:
    ///   - path: of the earlier score.
    ///   - policies: that are about to be scored.
    package static func check(
        _ earlier: ScoreFile, _ path: String, policies: [String], isWholePicture: Bool
    ) throws(ScoreError) {
        guard !policies.isEmpty, !earlier.run.policies.isEmpty else { return }
        guard earlier.run.isWholePicture == isWholePicture else { throw .otherZones(path, isWhole: !isWholePicture) }
        guard !Set(policies).isDisjoint(with: earlier.run.policies) else {
            throw .otherPolicies(path, earlier.run.policies, policies)
        }
    }
}

extension ScoreFile {
    /// The algorithms of which the clip told the truth.
    func judged(in clip: Clip) -> Set<String> {
        // Earlier versions did not write it down, but had a line for each event.
        clip.judged.map(Set.init)
            ?? Set(clip.absent).union(events.filter { $0.clip == clip.name && $0.isEvent }.map(\.algorithm))
    }
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
