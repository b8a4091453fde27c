/// Where a case stands.
package enum CaseState: String, CaseIterable, Sendable, Codable {
    case dispatched, claimed, handled, closed, void

    package var isTerminal: Bool { self == .closed || self == .void }

    package var nameZH: String {
        switch self {
        case .dispatched: "待接单"
        case .claimed: "处置中"
        case .handled: "待核查"
        case .closed: "结案"
        case .void: "作废"
        }
    }

    package var nameEN: String {
        switch self {
        case .dispatched: "dispatched, unclaimed"
        case .claimed: "in handling"
        case .handled: "fed back"
        case .closed: "closed"
        case .void: "void"
        }
    }
}
