import Measures
import Media

extension AlgorithmScore {
    /// The false alarms a day at which an operator still keeps an algorithm on: one in two days, one a day, one in two hours.
    static let allowedFalsePerDay = [0.5, 1.0, 12.0]

    /// - Parameter algorithm: nil: all, summed.
    package init(_ algorithm: String?, over clips: [ClipFindings]) {
        let judging = clips.filter { clip in algorithm.map { clip.judged.contains($0) } ?? !clip.judged.isEmpty }
        let findings = judging.flatMap { $0.findings(of: algorithm) }
        var (tally, matched, wrong): (FoundTally, [Double], [Double]) = (.zero, [], [])
        for finding in findings {
            switch finding {
            case .found(_, let detection):
                tally.truePositives += 1
                matched.append(detection.score)
            case .missed: tally.misses += 1
            case .falseAlarm(let detection):
                tally.falsePositives += 1
                wrong.append(detection.score)
            }
        }
        let hours = judging.reduce(0) { $0 + $1.length.inSeconds } / 3600
        let curve = RateCurve(
            matched: matched, falseAlarms: wrong, events: tally.truePositives + tally.misses, hours: hours)
        let scored = matched.map { Scored($0, isPositive: true) } + wrong.map { Scored($0, isPositive: false) }
        self.init(
            algorithm: algorithm ?? Self.overallID, clips: judging.count, found: tally.truePositives,
            missed: tally.misses, falseAlarms: tally.falsePositives, precision: Rate(tally.precision),
            recall: Rate(tally.recall), f1: tally.f1?.rounded(to: 6), hours: hours.rounded(to: 6),
            falsePerHour: Frequency(EventRate(tally.falsePositives, in: hours)),
            falsePerDay: Frequency(EventRate(tally.falsePositives, in: hours / 24)),
            timeToDetect: Delays(findings.compactMap { $0.timeToDetect?.inSeconds }),
            recallAt: Self.allowedFalsePerDay.map { RecallAt($0, curve) },
            curve: curve.points.compactMap { CurvePoint($0) },
            reliability: Reliability(scored).bins.compactMap { ReliabilityBin($0) },
            calibration: algorithm.map { Calibration(of: $0, over: judging) })
    }
}

extension Calibration {
    /// Of detections: true where there is an event that they are of.
    fileprivate init(of algorithm: String, over clips: [ClipFindings]) {
        self.init(
            clips.flatMap { clip in
                clip.findings(of: algorithm).compactMap { finding in
                    finding.detection.map { (clip.camera, Scored($0.score, isPositive: finding.event != nil)) }
                }
            })
    }
}

extension AlgorithmScore.Rate {
    package init(_ share: Share) {
        self.init(
            count: share.successes, n: share.n, value: share.value?.rounded(to: 6),
            low: share.interval?.lowerBound.rounded(to: 6), high: share.interval?.upperBound.rounded(to: 6))
    }
}

extension AlgorithmScore.Rate {
    /// For a terminal: `0.67 [0.3, 0.9] 4/6`.
    var text: String {
        guard let value, let low, let high else { return "- 0/0" }
        return "\(value.rounded(to: 2)) [\(low.rounded(to: 2)), \(high.rounded(to: 2))] \(count)/\(n)"
    }
}

extension AlgorithmScore.Frequency {
    init(_ rate: EventRate) {
        self.init(
            value: rate.value?.rounded(to: 6), low: rate.interval?.lowerBound.rounded(to: 6),
            high: rate.interval?.upperBound.rounded(to: 6))
    }
}

extension AlgorithmScore.Delays {
    init(_ seconds: [Double]) {
        let delays = Quantiles(seconds)
        self.init(
            n: delays.n, medianS: delays.median?.rounded(to: 3), p90S: delays.p90?.rounded(to: 3),
            longestS: delays.longest?.rounded(to: 3))
    }
}

extension AlgorithmScore.RecallAt {
    init(_ falsePerDay: Double, _ curve: RateCurve) {
        let point = curve.point(atFalseAlarmsPerHour: falsePerDay / 24)
        self.init(
            falsePerDay: falsePerDay, recall: point?.recall.value?.rounded(to: 6), threshold: point?.threshold)
    }
}

extension AlgorithmScore.CurvePoint {
    /// nil: where nothing is reported at all.
    init?(_ point: RateCurve.Point) {
        guard let threshold = point.threshold else { return nil }
        self.init(
            threshold: threshold.rounded(to: 6), recall: point.recall.value?.rounded(to: 6),
            precision: point.precision.value?.rounded(to: 6),
            falsePerHour: point.falseAlarmsPerHour?.rounded(to: 6))
    }
}

extension AlgorithmScore.ReliabilityBin {
    /// nil: no score lies in it.
    init?(_ bin: Reliability.Bin) {
        guard let mean = bin.meanScore else { return nil }
        self.init(
            low: bin.lower, high: bin.upper, meanScore: mean.rounded(to: 6), precision: .init(bin.share))
    }
}
