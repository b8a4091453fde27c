import Media

/// One line of the log of modes: what changed, why, and on which figures.
package struct ModeChange: Hashable, Sendable {
    package enum Cause: String, CaseIterable, Sendable, Codable {
        /// By the rule.
        case promoted, demoted
        /// By a person: it stays so until it is released.
        case overruled
        /// By a person: the rule goes on from here.
        case released

        package var words: Words {
            switch self {
            case .promoted: Words(zh: "升级", en: "promoted")
            case .demoted: Words(zh: "降级", en: "demoted")
            case .overruled: Words(zh: "人工指定", en: "overruled")
            case .released: Words(zh: "恢复规则", en: "released to the rule")
            }
        }
    }

    /// The figures that were known then.
    package struct Figures: Hashable, Sendable, Codable {
        /// Decided hits: true and false.
        package let reviewed: Int
        package let correct: Int
        package let interval: WilsonInterval
        package let rule: ModeRule

        package init(_ tally: Tally, _ rule: ModeRule) {
            (reviewed, correct) = (tally.decided, tally[.correct])
            (interval, self.rule) = (tally.interval, rule)
        }
    }

    /// The ledger's to give; 0: not kept yet.
    package let sequence: Int64
    package let pair: ModePair
    package let at: WallTime
    /// A person, or `system`.
    package let actor: String
    package let from: HitMode
    package let to: HitMode
    package let cause: Cause
    package let figures: Figures
    package let note: String

    package init(
        sequence: Int64 = 0, pair: ModePair, at: WallTime, actor: String, from: HitMode, to: HitMode, cause: Cause,
        figures: Figures, note: String
    ) {
        (self.sequence, self.pair, self.at, self.actor) = (sequence, pair, at, actor)
        (self.from, self.to, self.cause, self.figures, self.note) = (from, to, cause, figures, note)
    }

    /// All of it, named as logs name it.
    package var facts: [String: String] {
        [
            "camera": pair.camera, "algorithm": pair.algorithm, "from": from.rawValue, "to": to.rawValue, "by": actor,
            "note": note, "n": "\(figures.reviewed)", "true": "\(figures.correct)",
            "interval": figures.interval.percent, "rule": figures.rule.text,
        ]
    }

    package func numbered(_ sequence: Int64) -> ModeChange {
        ModeChange(
            sequence: sequence, pair: pair, at: at, actor: actor, from: from, to: to, cause: cause, figures: figures,
            note: note)
    }
}
