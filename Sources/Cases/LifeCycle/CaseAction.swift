import Media

/// What can be done to a case, by the rows of the case domain's table of transitions (2.3). The log keeps them as they
/// were taken, so the names of cases and fields here are a format: they may be added to, not changed.
package enum CaseAction: Hashable, Sendable, Codable {
    /// 2: the algorithm's mode lets it pass without a person.
    case autoRegister(Registration)
    /// 3 发核实: somebody, or the camera, looks again at what `remark` says.
    case askVerification(of: String, remark: String)
    /// 受理
    case accept
    /// 4
    case verify(Verdict)
    /// 5 立案
    case register(Registration)
    /// 6 不予受理, 不予立案
    case reject(Rejection)
    /// 7 派遣, and 10
    case dispatch(Order)
    /// Back to the acceptor: it is of another class.
    case sendBack
    /// 8 接单
    case claim
    /// 到场
    case arrive
    /// 9 回退
    case giveBack
    /// 11 挂账 and 13 延期 are asked for, then reviewed by the department and at last by the dispatcher.
    case ask(Request)
    case review(Request.Kind, isApproved: Bool)
    /// 12: the date is reached, or it is lifted.
    case resume
    /// 14 反馈
    case feedBack(AfterPicture?)
    /// 15 核查
    case check(isPassed: Bool)
    /// 16 结案
    case close(condition: String)
    case refuseClosing
    /// 17 归并, and undone
    case merge(into: String)
    case unmerge
    /// 17, as the master sees it.
    case absorb(String, startedAt: WallTime)
    case release(String)
    /// 18 作废; `witness` is the second person where it was dispatched already.
    case void(witness: String?)
    /// 19 强制结案
    case forceClose(document: String)
    /// 20
    case reopen
    /// 21 督办
    case supervise(level: Int, needsReply: Bool)
    case reply
    /// 22 申诉
    case appeal
    case reviewAppeal(isApproved: Bool)
    /// 23 吹哨
    case whistle(item: String, units: [String])
    case checkIn(unit: String)
    case answer(unit: String)
    /// 协办
    case involve([String])
    /// 三跨, 紧急
    case mark(Flag, Bool)
    /// A step of the escalation (2.5).
    case warn(Warning)
    /// The algorithm is in shadow on this camera: it is kept for review and is nobody's to deal with.
    case shadow
    /// 判定: what the hit was, at any time.
    case judge(CaseVerdict)

    package enum Kind: String, CaseIterable, Sendable {
        case autoRegister = "auto-register"
        case askVerification = "ask-verification"
        case accept, verify, register, reject, dispatch
        case sendBack = "send-back"
        case claim, arrive
        case giveBack = "return"
        case ask, review, resume
        case feedBack = "feedback"
        case check, close
        case refuseClosing = "refuse-closing"
        case merge, unmerge, absorb, release, void
        case forceClose = "force-close"
        case reopen, supervise, reply, appeal
        case reviewAppeal = "review-appeal"
        case whistle
        case checkIn = "check-in"
        case answer, involve, mark, warn, shadow
        case judge = "verdict"
    }

    package var kind: Kind {
        switch self {
        case .autoRegister: .autoRegister
        case .askVerification: .askVerification
        case .accept: .accept
        case .verify: .verify
        case .register: .register
        case .reject: .reject
        case .dispatch: .dispatch
        case .sendBack: .sendBack
        case .claim: .claim
        case .arrive: .arrive
        case .giveBack: .giveBack
        case .ask: .ask
        case .review: .review
        case .resume: .resume
        case .feedBack: .feedBack
        case .check: .check
        case .close: .close
        case .refuseClosing: .refuseClosing
        case .merge: .merge
        case .unmerge: .unmerge
        case .absorb: .absorb
        case .release: .release
        case .void: .void
        case .forceClose: .forceClose
        case .reopen: .reopen
        case .supervise: .supervise
        case .reply: .reply
        case .appeal: .appeal
        case .reviewAppeal: .reviewAppeal
        case .whistle: .whistle
        case .checkIn: .checkIn
        case .answer: .answer
        case .involve: .involve
        case .mark: .mark
        case .warn: .warn
        case .shadow: .shadow
        case .judge: .judge
        }
    }
}
