import CityAlgorithms
import Media
import Pipeline

extension EventLine {
    /// What came of each event and each detection of a clip. Of several at the same moment, as two vehicles that pass at
    /// once, the second and further ones have their number at the end of their id.
    static func all(of result: ClipResult) -> [(line: EventLine, finding: Finding)] {
        var known: [String: Int] = [:]
        return result.findings.findings.map { finding in
            let id = id(of: finding, result)
            known[id, default: 0] += 1
            let number = known[id, default: 1]
            return (EventLine(finding, of: result, id: number == 1 ? id : "\(id)#\(number)"), finding)
        }
    }

    private static func id(of finding: Finding, _ result: ClipResult) -> String {
        let moment = finding.event?.from ?? finding.detection?.hitAt ?? .zero
        return [
            result.job.policy, result.job.truth.name, finding.algorithm, finding.zone,
            "\(moment.microseconds / 1000)",
        ]
        .joined(separator: "/")
    }

    /// - Parameter result: the clip that the finding is of.
    private init(_ finding: Finding, of result: ClipResult, id: String) {
        let terms = result.job.setup.watches.first { $0.algorithm.id == finding.algorithm }?.terms
        let needed = terms?.lasting ?? .zero
        self.init(
            id: id,
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
