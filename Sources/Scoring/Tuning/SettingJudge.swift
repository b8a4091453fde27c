import CityAlgorithms
import Media

/// Judges settings on traced clips and picks the best; what was judged once is remembered.
struct SettingJudge {
    private let profile: AlgorithmProfile
    private let clips: [TracedClip]
    private let schedule: DailyWindow?
    private let replay: TraceReplay
    private var known: [[Setting: ClipOutcome]]

    init(_ profile: AlgorithmProfile, clips: [TracedClip], schedule: DailyWindow?) {
        (self.profile, self.clips, self.schedule) = (profile, clips, schedule)
        replay = TraceReplay(profile)
        known = Array(repeating: [:], count: clips.count)
    }

    /// What a setting comes to on one of the clips.
    mutating func outcome(of setting: Setting, on clip: Int) -> ClipOutcome {
        if let known = known[clip][setting] { return known }
        let detections = replay.detections(in: clips[clip], under: setting.terms(schedule: schedule))
        let outcome = ClipOutcome(detections, in: clips[clip])
        known[clip][setting] = outcome
        return outcome
    }

    /// What it comes to on some of the clips.
    mutating func outcome(of setting: Setting, on some: [Int]) -> SettingOutcome {
        SettingOutcome(some.map { (outcome(of: setting, on: $0), clips[$0].hours) })
    }

    struct Choice {
        let best: Setting?
        /// The fewest false alarms a day of a setting that finds anything; nil: none does.
        let fewest: Double?
        let tried: Int
    }

    /// The best on some of the clips: of those that hold the limit the one that finds most, then with the fewest false
    /// alarms, then the nearest to the present one, then the soonest: what gains nothing changes nothing.
    ///
    /// - Returns: none where no setting that finds anything holds the limit: one that is silent is no choice.
    mutating func choose(_ present: Setting, on some: [Int], limit: Double) -> Choice {
        let settings = SettingGrid(profile, present: present, clips: some.map { clips[$0] }).settings
        var best: (setting: Setting, rank: Rank)?
        var fewest: Double?
        for (index, setting) in settings.enumerated() {
            let outcome = outcome(of: setting, on: some)
            guard outcome.tally.truePositives > 0 else { continue }
            let falsePerDay = outcome.falsePerDay.value ?? 0
            fewest = min(fewest ?? falsePerDay, falsePerDay)
            guard outcome.holds(limit) else { continue }
            let rank = Rank(outcome, distance: setting.distance(to: present), index: index)
            if best.map({ rank < $0.rank }) ?? true { best = (setting, rank) }
        }
        return Choice(best: best?.setting, fewest: fewest, tried: settings.count)
    }

    /// The smaller the better.
    private struct Rank: Comparable {
        private let counts: (missed: Int, falseAlarms: Int)
        private let delay: Double
        private let distance: Double
        private let index: Int

        init(_ outcome: SettingOutcome, distance: Double, index: Int) {
            counts = (outcome.tally.misses, outcome.tally.falsePositives)
            (delay, self.distance, self.index) = (outcome.medianDelay ?? .infinity, distance, index)
        }

        static func == (left: Rank, right: Rank) -> Bool { !(left < right) && !(right < left) }

        static func < (left: Rank, right: Rank) -> Bool {
            if left.counts != right.counts { return left.counts < right.counts }
            return (left.distance, left.delay, left.index) < (right.distance, right.delay, right.index)
        }
    }
}
