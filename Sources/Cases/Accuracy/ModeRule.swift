import Media

/// When an algorithm on a camera may go further by itself, and when less far: what its verdicts must say.
///
/// It goes a step at a time, and only verdicts of hits since the last step count, so that no verdict moves it twice. What it
/// takes to go up lies above what brings it down; between the two it stays.
package struct ModeRule: Hashable, Sendable, Codable {
    /// So many decided hits (true or false), and the 95 % interval of their precision beyond this.
    package struct Bound: Hashable, Sendable, Codable {
        package var reviewed: Int
        package var precision: Double

        package init(reviewed: Int, precision: Double) { (self.reviewed, self.precision) = (reviewed, precision) }
    }

    /// Where one begins of which nothing is known; never beyond what is configured.
    package var start = HitMode.auto
    /// Of so many decided hits, the latest: what it once was does not speak for what it is.
    package var latest = 400
    /// One mode further: the interval's lower end is not below this.
    package var promotion = Bound(reviewed: 200, precision: 0.90)
    /// From auto to review: its upper end is below this.
    package var demotion = Bound(reviewed: 50, precision: 0.80)
    /// From review to shadow.
    package var silencing = Bound(reviewed: 50, precision: 0.50)

    package init() {}

    package static let usual = ModeRule()

    /// A step that is due.
    package struct Step: Hashable, Sendable {
        package let to: HitMode
        package let cause: ModeChange.Cause
    }

    /// What the verdicts come to; nil: it stays as it is.
    ///
    /// - Parameters:
    ///   - cap: the highest allowed.
    ///   - tally: of the latest decided hits in this mode.
    package func step(from mode: HitMode, cap: HitMode, _ tally: Tally) -> Step? {
        let (decided, interval) = (tally.decided, tally.interval)
        if let next = mode.next, next <= cap, decided >= promotion.reviewed, interval.lower >= promotion.precision {
            return Step(to: next, cause: .promoted)
        }
        let fall = mode == .auto ? demotion : silencing
        if let previous = mode.previous, decided >= fall.reviewed, interval.upper < fall.precision {
            return Step(to: previous, cause: .demoted)
        }
        return nil
    }
}

/// In which modes algorithms may run: the rule, and the highest mode of each that is not allowed all.
package struct ModePlan: Hashable, Sendable, Codable {
    package let rule: ModeRule
    private let caps: [Cap]

    package struct Cap: Hashable, Sendable, Codable {
        package let pair: ModePair
        package let mode: HitMode

        package init(_ pair: ModePair, _ mode: HitMode) { (self.pair, self.mode) = (pair, mode) }
    }

    package static let usual = ModePlan()

    package init(rule: ModeRule = .usual, caps: [Cap] = []) {
        self.rule = rule
        self.caps = caps.filter { $0.mode != .auto }
    }

    /// The highest mode that is configured.
    package func cap(of pair: ModePair) -> HitMode { caps.first { $0.pair == pair }?.mode ?? .auto }

    /// Where an algorithm on a camera stands.
    ///
    /// - Parameter last: what changed its mode last; nil: nothing ever did.
    package func stand(of pair: ModePair, after last: ModeChange?) -> ModeStand {
        let kept = last?.to ?? rule.start
        return ModeStand(mode: min(kept, cap(of: pair)), isPinned: last?.cause == .overruled, since: last?.at)
    }
}

/// Where an algorithm on a camera stands.
package struct ModeStand: Hashable, Sendable {
    /// The one that holds: never beyond what is configured.
    package let mode: HitMode
    /// Somebody overruled the rule, and until they release it nothing moves it.
    package let isPinned: Bool
    /// nil: since ever.
    package let since: WallTime?
}

extension ModeRule {
    /// All of it on one line, as logs have it.
    package var text: String {
        "latest \(latest), up from \(promotion.reviewed) with lower >= \(promotion.precision), to review from "
            + "\(demotion.reviewed) with upper < \(demotion.precision), to shadow from \(silencing.reviewed) with upper < "
            + "\(silencing.precision)"
    }
}
