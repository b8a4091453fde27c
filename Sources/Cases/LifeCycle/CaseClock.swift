/// The clocks of a case (计时), each of one stage; the total clock beside them is `TotalClock`.
package enum CaseClock: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable, Comparable {
    /// Until it is registered or rejected (受理).
    case accept
    /// Until the verifier's verdict (核实).
    case verify
    /// Until it has an owner (派遣).
    case dispatch
    /// Until the owner takes it (接单).
    case claim
    /// Until somebody is there (到场): half of the time for handling, so that a claim alone does not end the escalation.
    case arrive
    /// Until the department confirms that it is dealt with (处置).
    case handle
    /// Until it was looked at again (核查).
    case check
    /// Until it is closed (结案).
    case close

    package static func < (left: CaseClock, right: CaseClock) -> Bool { order(left) < order(right) }

    private static func order(_ clock: CaseClock) -> Int { allCases.firstIndex(of: clock) ?? 0 }

    package var nameZH: String {
        switch self {
        case .accept: "受理"
        case .verify: "核实"
        case .dispatch: "派遣"
        case .claim: "接单"
        case .arrive: "到场"
        case .handle: "处置"
        case .check: "核查"
        case .close: "结案"
        }
    }

    /// One run of a clock; a clock that starts anew has a new round, so that what falls due does so once a round.
    package struct Run: Hashable, Sendable {
        package internal(set) var account: ClockAccount
        /// 1 at first.
        package let round: Int
        /// How many steps of the escalation this round has taken.
        package internal(set) var warned = 0
    }
}
