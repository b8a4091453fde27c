/// How many hits there were, and what those who looked found them to be.
package struct Tally: Hashable, Sendable {
    /// Reviewed or not.
    package private(set) var hits = 0
    private var counts: [CaseVerdict: Int] = [:]

    package init() {}

    package init(_ verdicts: some Sequence<CaseVerdict?>) {
        for verdict in verdicts { add(verdict) }
    }

    package mutating func add(_ verdict: CaseVerdict?) {
        hits += 1
        if let verdict { counts[verdict, default: 0] += 1 }
    }

    package subscript(verdict: CaseVerdict) -> Int { counts[verdict] ?? 0 }

    package var reviewed: Int { counts.values.reduce(0, +) }

    /// Of all hits; nil: there is none.
    package var reviewedShare: Double? { hits == 0 ? nil : Double(reviewed) / Double(hits) }

    /// What precision is a share of: true and false.
    package var decided: Int { self[.correct] + self[.wrong] }

    /// True of true and false (A3); nil: nothing was decided.
    package var precision: Double? { decided == 0 ? nil : Double(self[.correct]) / Double(decided) }

    /// 95 %.
    package var interval: WilsonInterval { WilsonInterval(self[.correct], of: decided) }

    /// Where the precision stands to the target.
    package var standing: Standing { Standing(interval) }
}

/// Whether a precision reaches the target line, as far as its interval tells.
package enum Standing: String, Sendable, Codable {
    /// The whole interval does.
    case met
    /// None of it does.
    case missed
    /// More hits must be reviewed.
    case open

    /// 95 % (A3).
    package static let target = 0.95

    package init(_ interval: WilsonInterval) {
        self = interval.lower >= Self.target ? .met : interval.upper < Self.target ? .missed : .open
    }
}

extension Tally {
    /// A share in hundredths, to one place: `94.5`. Rounded towards the middle, so that only all is 100 and only nothing 0.
    package static func percent(_ share: Double) -> String {
        let tenths = (share * 1000).rounded()
        let kept = share < 1 && tenths >= 1000 ? 999 : share > 0 && tenths <= 0 ? 1 : tenths
        return "\(Int(kept) / 10).\(Int(kept) % 10)"
    }
}
