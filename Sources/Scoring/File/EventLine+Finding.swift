import CityAlgorithms
import Media
import Pipeline

extension EventLine {
    /// - Parameter result: the clip that the finding is of.
    init(_ finding: Finding, of result: ClipResult) {
        let terms = result.job.setup.watches.first { $0.algorithm.id == finding.algorithm }?.terms
        let needed = terms?.lasting ?? .zero
        let moment = finding.event?.from ?? finding.detection?.hitAt ?? .zero
        self.init(
            id: [
                result.job.policy, result.job.truth.name, finding.algorithm, finding.zone,
                "\(moment.microseconds / 1000)",
            ]
            .joined(separator: "/"),
            policy: result.job.policy, clip: result.job.truth.name, algorithm: finding.algorithm, zone: finding.zone,
            outcome: Self.outcome(finding, needed: needed), truth: finding.event.map(Truth.init),
            detection: finding.detection.map(Seen.init), closest: Self.closest(finding, result, terms))
    }

    private static func outcome(_ finding: Finding, needed: Duration) -> Outcome {
        switch finding {
        case .missed: .missed
        case .falseAlarm: .falseAlarm
        case .found(let event, let detection):
            detection.hitAt - event.from > needed + event.tolerance ? .late : .found
        }
    }

    /// Of an event that was missed: the most that was seen while it went on, and the longest that it lasted.
    private static func closest(_ finding: Finding, _ result: ClipResult, _ terms: HitRule.Terms?) -> Closest? {
        guard case .missed(let event) = finding, let terms else { return nil }
        let looks = result.trace(of: finding).filter { $0.at >= event.from - event.tolerance && $0.at <= event.to }
        return Closest(
            measure: looks.map(\.measure).max()?.rounded(to: 3) ?? 0, threshold: terms.enter,
            lastedS: looks.compactMap(\.lasting).max()?.inSeconds.rounded(to: 3) ?? 0, neededS: terms.lasting.inSeconds)
    }
}

extension EventLine.Truth {
    fileprivate init(_ event: TrueEvent) {
        self.init(
            startS: event.from.seconds, endS: event.to.seconds, toleranceS: event.tolerance.inSeconds, note: event.note,
            box: event.box?.rounded)
    }
}

extension EventLine.Seen {
    fileprivate init(_ detection: Detection) {
        self.init(
            startedS: detection.startedAt.seconds.rounded(to: 3), hitS: detection.hitAt.seconds.rounded(to: 3),
            lastSeenS: detection.lastSeenAt.seconds.rounded(to: 3), measure: detection.measure.rounded(to: 3),
            score: detection.score.rounded(to: 4),
            box: detection.box.rounded)
    }
}

extension Box {
    /// To a ten-thousandth of the picture.
    fileprivate var rounded: Box {
        Box(
            x: x.rounded(to: 4), y: y.rounded(to: 4), width: width.rounded(to: 4), height: height.rounded(to: 4))
    }
}

extension Double {
    /// To so many digits after the point, as files have it: two runs are compared byte by byte.
    func rounded(to digits: Int) -> Double {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
