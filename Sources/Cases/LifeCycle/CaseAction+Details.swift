import Media

/// What actions say.
extension CaseAction {
    /// By which standard (立案条件) or rule it became a case, and how long its handling may take.
    package struct Registration: Hashable, Sendable, Codable {
        /// Its id.
        package let standard: String
        /// As it read then.
        package let text: String
        package let limit: Limit

        package init(standard: String, text: String = "", limit: Limit) {
            (self.standard, self.text, self.limit) = (standard, text, limit)
        }
    }

    /// What a second look found.
    package enum Verdict: String, CaseIterable, Sendable, Codable {
        case exists
        case notExists = "not_exists"
        case unable
    }

    /// Why something is no case; it feeds the algorithm's accuracy.
    package enum Rejection: String, CaseIterable, Sendable, Codable {
        case falseDetection = "false_detection"
        case permitted
        case outOfArea = "out_of_area"
        case belowThreshold = "below_threshold"
    }

    /// To whom it goes.
    package struct Order: Hashable, Sendable, Codable {
        /// The one that is responsible.
        package let lead: String
        /// 协办
        package let coUnits: [String]
        /// Who is on duty there; nil: the unit's queue.
        package let person: String?
        /// Which rule decided.
        package let rule: String
        /// How it was decided; nil: by hand. It stands in the log alone.
        package internal(set) var decision: Decision?

        package init(
            lead: String, coUnits: [String] = [], person: String? = nil, rule: String, decision: Decision? = nil
        ) {
            (self.lead, self.coUnits, self.person, self.rule) = (lead, coUnits, person, rule)
            self.decision = decision
        }
    }

    /// What a handler asks for.
    package enum Request: Hashable, Sendable, Codable {
        /// 挂账, until a date.
        case suspension(until: WallTime)
        /// 延期, by one more limit.
        case `extension`

        package enum Kind: String, CaseIterable, Sendable, Codable { case suspension, `extension` }

        package var kind: Kind {
            switch self {
            case .suspension: .suspension
            case .extension: .extension
            }
        }
    }

    /// The picture that shows it dealt with.
    package struct AfterPicture: Hashable, Sendable, Codable {
        /// Relative to the store's folder, or whole.
        package let path: String
        package let sha256: String
        package let takenAt: WallTime
        /// WGS 84; nil: not known.
        package let place: Point?

        package init(path: String, sha256: String, takenAt: WallTime, place: Point?) {
            (self.path, self.sha256, self.takenAt, self.place) = (path, sha256, takenAt, place)
        }
    }

    package enum Flag: String, CaseIterable, Sendable, Codable {
        /// 紧急
        case urgent
        /// 三跨: it crosses borders, departments or levels.
        case threeCross = "three_cross"
    }

    /// A step of the ladder of one clock: 0 at 70 % of its limit, 1 at all of it, then one for each further half.
    package struct Warning: Hashable, Sendable, Codable {
        package let clock: CaseClock?
        /// Whose check-in it is, where `clock` is nil.
        package let unit: String?
        package let round: Int
        package let step: Int

        package init(clock: CaseClock?, unit: String? = nil, round: Int, step: Int) {
            (self.clock, self.unit, self.round, self.step) = (clock, unit, round, step)
        }

        /// Of the limit.
        package static func share(ofStep step: Int) -> Double { step == 0 ? 0.7 : 1 + 0.5 * Double(step - 1) }
    }
}
