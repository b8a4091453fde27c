/// Where a case stands (状态).
package enum CaseState: String, CaseIterable, Sendable, Codable {
    case reported
    case pendingVerify = "pending_verify"
    case pendingRegister = "pending_register"
    case pendingDispatch = "pending_dispatch"
    case pendingClaim = "pending_claim"
    case handling
    case returned
    case suspended
    case pendingCheck = "pending_check"
    case rework
    case pendingClose = "pending_close"
    case closed
    case forcedClosed = "forced_closed"
    case rejected
    case void
    case merged
    /// Kept for review, told to nobody.
    case shadow

    /// The ends; of them `closed` can be reopened for a while, and `merged` undone while its master is open.
    package static let ends: Set<CaseState> = [.closed, .forcedClosed, .rejected, .void, .merged, .shadow]

    package var isTerminal: Bool { Self.ends.contains(self) }

    /// Whether a unit is responsible for it.
    package var hasLead: Bool {
        switch self {
        case .pendingClaim, .handling, .suspended, .pendingCheck, .rework, .pendingClose: true
        default: false
        }
    }

    package var nameZH: String {
        switch self {
        case .reported: "待受理"
        case .pendingVerify: "待核实"
        case .pendingRegister: "待立案"
        case .pendingDispatch: "待派遣"
        case .pendingClaim: "待接单"
        case .handling: "处置中"
        case .returned: "回退"
        case .suspended: "挂账"
        case .pendingCheck: "待核查"
        case .rework: "返工"
        case .pendingClose: "待结案"
        case .closed: "结案"
        case .forcedClosed: "强制结案"
        case .rejected: "不予受理"
        case .void: "作废"
        case .merged: "归并"
        case .shadow: "影子"
        }
    }

    package var nameEN: String {
        switch self {
        case .reported: "reported"
        case .pendingVerify: "pending verification"
        case .pendingRegister: "pending registration"
        case .pendingDispatch: "pending dispatch"
        case .pendingClaim: "dispatched, unclaimed"
        case .handling: "in handling"
        case .returned: "returned to dispatcher"
        case .suspended: "suspended"
        case .pendingCheck: "fed back, pending check"
        case .rework: "rework"
        case .pendingClose: "checked, pending closure"
        case .closed: "closed"
        case .forcedClosed: "closed by authority"
        case .rejected: "rejected"
        case .void: "void"
        case .merged: "merged"
        case .shadow: "shadow"
        }
    }
}
