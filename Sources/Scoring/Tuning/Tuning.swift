import CityAlgorithms
import Measures
import Media

/// Searches the terms of an algorithm's rule that find most under a limit of false alarms, and says how sure that is.
///
/// The cameras are parted (`CameraFolds`); each part is judged with the setting that was best on all others. What these
/// judgements come to in sum is the honest figure. The final setting is the best on all cameras.
package struct Tuning: Sendable {
    private let profile: AlgorithmProfile
    private let present: Setting
    private let schedule: DailyWindow?
    private let limit: Double

    /// - Parameters:
    ///   - present: what holds now, where a camera has no terms of its own.
    ///   - schedule: when the rule watches; it is not searched.
    ///   - limit: false alarms a day of footage.
    package init(_ profile: AlgorithmProfile, present: Setting, schedule: DailyWindow?, falsePerDay limit: Double) {
        (self.profile, self.present, self.schedule, self.limit) = (profile, present, schedule, limit)
    }

    /// - Parameter clips: those whose labels tell the algorithm's truth.
    package func report(over clips: [TracedClip]) -> TuningReport {
        var judge = SettingJudge(profile, clips: clips, schedule: schedule)
        let replay = TraceReplay(profile)
        let before = clips.map { ClipOutcome(replay.detections(in: $0), in: $0) }
        var after = before
        var folds: [TuningReport.Fold] = []
        for cameras in CameraFolds.folds(of: clips) {
            let held = clips.indices.filter { cameras.contains(clips[$0].camera) }
            let others = clips.indices.filter { !cameras.contains(clips[$0].camera) }
            let best = choice(&judge, clips, others).best
            for clip in held { if let best { after[clip] = judge.outcome(of: best, on: clip) } }
            folds.append(TuningReport.Fold(cameras: cameras, setting: best))
        }
        let final = choice(&judge, clips, Array(clips.indices))
        let figures = { (outcomes: [ClipOutcome]) in SettingOutcome(zip(outcomes, clips.map(\.hours)).map { ($0, $1) })
        }
        return TuningReport(
            profile: profile, present: present, tuned: final.best, fewest: final.fewest, limit: limit,
            tried: final.tried, data: .init(clips), folds: folds, before: figures(before),
            after: folds.isEmpty ? nil : figures(after), found: found(before, after),
            quieter: quieter(clips, before, after))
    }

    /// Where nothing happens there is nothing to choose by.
    private func choice(
        _ judge: inout SettingJudge, _ clips: [TracedClip], _ some: [Int]
    ) -> SettingJudge.Choice {
        guard some.contains(where: { !clips[$0].events.isEmpty }) else {
            return .init(best: nil, fewest: nil, tried: 0)
        }
        return judge.choose(present, on: some, limit: limit)
    }

    /// Event by event: which only the tuned terms found, and which only the present ones.
    private func found(_ before: [ClipOutcome], _ after: [ClipOutcome]) -> McNemar {
        let events = zip(before.flatMap(\.found), after.flatMap(\.found))
        return McNemar(gained: events.count { !$0 && $1 }, lost: events.count { $0 && !$1 })
    }

    /// Camera by camera, for false alarms of one camera are alike: on how many there are fewer, and on how many more.
    private func quieter(_ clips: [TracedClip], _ before: [ClipOutcome], _ after: [ClipOutcome]) -> McNemar {
        var more: [String: Int] = [:]
        for (index, clip) in clips.enumerated() {
            more[clip.camera, default: 0] += after[index].falseAlarms - before[index].falseAlarms
        }
        return McNemar(gained: more.values.count { $0 < 0 }, lost: more.values.count { $0 > 0 })
    }
}
