/// In which states an action can be taken, by whom, and whether a reason must be given: the columns of the table of
/// transitions (2.3). What else must hold stands in `CaseCourse+Guards`.
package struct CaseRules: Sendable {
    package let states: Set<CaseState>
    package let roles: Set<CaseActor.Role>
    package let needsReason: Bool
    /// Who may do it too, whatever their unit, as long as nobody has claimed the case: nothing waits for ever for a unit
    /// that has nobody.
    package let overseers: Set<CaseActor.Role>

    /// Who looks at hits: not those whose work a case is, for whom a false one is less of it.
    static let reviewers: Set<CaseActor.Role> = [.acceptor, .shiftHead, .dispatcher, .inspector]
    private static let open = Set(CaseState.allCases).subtracting(CaseState.ends)

    /// Who sees to what nobody has claimed.
    static let overseers: Set<CaseActor.Role> = [.dispatcher, .shiftHead]
    /// What an overseer who claimed a case may do to bring it to its end.
    static let claimants: Set<CaseAction.Kind> = [.arrive, .giveBack, .ask, .feedBack, .reply]

    private init(
        _ states: Set<CaseState>, _ roles: Set<CaseActor.Role>, needsReason: Bool = false,
        overseers: Set<CaseActor.Role> = []
    ) {
        (self.states, self.roles) = (states, roles)
        (self.needsReason, self.overseers) = (needsReason, overseers)
    }

    package static func of(_ kind: CaseAction.Kind) -> CaseRules {
        switch kind {
        case .autoRegister: CaseRules([.reported], [.system])
        case .askVerification: CaseRules([.reported], [.acceptor, .system])
        case .accept: CaseRules([.reported], [.acceptor])
        case .verify: CaseRules([.pendingVerify], [.inspector, .system])
        case .register: CaseRules([.pendingRegister], [.acceptor, .shiftHead])
        case .reject: CaseRules(open, [.acceptor, .system])
        case .dispatch: CaseRules([.pendingDispatch, .returned], [.dispatcher, .shiftHead, .system])
        case .sendBack: CaseRules([.pendingDispatch, .returned], [.dispatcher, .shiftHead], needsReason: true)
        case .claim: CaseRules([.pendingClaim], [.handler, .department], overseers: overseers)
        case .arrive: CaseRules([.handling], [.handler, .department])
        case .giveBack:
            CaseRules(
                [.pendingClaim, .handling], [.handler, .department], needsReason: true,
                overseers: overseers)
        case .ask: CaseRules([.handling], [.handler, .department], needsReason: true)
        case .review: CaseRules([.handling], [.department, .dispatcher])
        case .resume: CaseRules([.suspended], [.system, .dispatcher])
        case .feedBack: CaseRules([.handling, .rework], [.department])
        case .check: CaseRules([.pendingCheck], [.inspector, .system])
        case .close: CaseRules([.pendingClose], [.shiftHead, .acceptor, .system])
        case .refuseClosing: CaseRules([.pendingClose], [.shiftHead, .acceptor], needsReason: true)
        case .merge:
            CaseRules(
                [.reported, .pendingRegister, .pendingDispatch, .pendingClaim, .returned], [.system, .dispatcher],
                needsReason: true)
        case .unmerge: CaseRules([.merged], [.system, .dispatcher])
        case .absorb, .release: CaseRules(open, [.system, .dispatcher])
        case .void: CaseRules(open, [.acceptor, .shiftHead], needsReason: true)
        case .forceClose: CaseRules(open, [.leader], needsReason: true)
        case .reopen: CaseRules([.closed], [.shiftHead, .citizen])
        case .supervise: CaseRules(open, [.supervisor, .leader, .system])
        case .reply: CaseRules(open, [.handler, .department], needsReason: true)
        case .appeal: CaseRules([.closed], [.department], needsReason: true)
        case .reviewAppeal: CaseRules([.closed], [.dispatcher, .acceptor])
        case .whistle: CaseRules(open, [.gridHead, .dispatcher])
        case .checkIn: CaseRules(open, [.handler, .department])
        case .answer: CaseRules(open, [.handler, .department], needsReason: true)
        case .involve: CaseRules(open, [.dispatcher])
        case .mark: CaseRules(open, [.acceptor, .shiftHead, .dispatcher, .system])
        case .warn: CaseRules(open, [.system])
        case .shadow: CaseRules([.reported], [.system])
        case .judge: CaseRules(Set(CaseState.allCases), reviewers)
        }
    }
}
