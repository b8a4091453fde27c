import Media

/// How far a case has come (办理过程): its state, its clocks and what was agreed about it.
///
/// It changes by actions alone (`CaseCourse+Taking`); the same actions give the same course, so the log is all that need
/// be kept, and this is kept beside it to be read at once.
package struct CaseCourse: Hashable, Sendable, Codable {
    /// Not part of what is kept of a course: whoever keeps it keeps this beside it, for many cases have the same.
    package var policy = CasePolicy.usual
    /// Where it is, for after-pictures. WGS 84.
    package let place: Point?
    /// The case that it came back after, where one was closed at the same place a while ago (复发).
    package let recurrenceOf: String?
    /// In which mode its algorithm was when it was opened; nil: auto.
    package let mode: HitMode?
    /// The verdict that holds; nil: nobody gave one.
    package internal(set) var judged: Judged?
    /// The first observation: the total clock runs from here.
    package internal(set) var startedAt: WallTime
    package let hitAt: WallTime
    package internal(set) var endedAt: WallTime?
    package internal(set) var state: CaseState
    /// When it came into that state.
    package internal(set) var stateSince: WallTime
    package internal(set) var clocks: [CaseClock: CaseClock.Run]
    /// What of the total clock each part took, up to `stateSince`.
    @PartTimes package internal(set) var parts: [CasePart: Duration]
    package internal(set) var registration: CaseAction.Registration?
    /// To whom it went last, and goes as long as `state.hasLead`.
    package internal(set) var order: CaseAction.Order?
    package internal(set) var dispatchedAt: WallTime?
    /// Whoever took it, until it is given back.
    package internal(set) var claimedBy: String?
    package internal(set) var hasArrived = false
    /// What this claim took so far without an arrival.
    @BoundedTime var onTheWay = Duration.zero
    package internal(set) var afterPicture: CaseAction.AfterPicture?
    @BoundedCount package internal(set) var returns = 0
    @BoundedCount package internal(set) var reworks = 0
    @BoundedCount package internal(set) var extensions = 0
    package internal(set) var requests: [CaseAction.Request.Kind: Asked] = [:]
    package internal(set) var suspendedUntil: WallTime?
    package internal(set) var wasSuspended = false
    /// The handling clocks of the units that had it before.
    package internal(set) var pastHandling: [ClockAccount] = []
    package internal(set) var flags: Set<CaseAction.Flag> = []
    package internal(set) var supervision: Supervision?
    package internal(set) var whistles: [Whistle] = []
    package internal(set) var appeal: Appeal?
    /// Where it was merged: into what, and from which state.
    package internal(set) var merging: Merging?
    /// What was merged into it, with their own beginnings.
    package internal(set) var absorbed: [String: WallTime] = [:]
    /// Its own beginning.
    package let ownStart: WallTime
    /// The reason of the last action that needed one.
    package internal(set) var reason: String?
    /// When the last action was taken: time does not run backwards.
    package internal(set) var changedAt: WallTime

    private enum CodingKeys: String, CodingKey {
        case place, recurrenceOf, startedAt, hitAt, endedAt, state, stateSince, clocks, parts, registration, order
        case dispatchedAt, claimedBy, hasArrived, onTheWay, afterPicture, returns, reworks, extensions, requests,
            suspendedUntil
        case wasSuspended, pastHandling, flags, supervision, whistles, appeal, merging, absorbed, ownStart, reason
        case changedAt, mode, judged
    }

    package struct Asked: Hashable, Sendable, Codable {
        package let request: CaseAction.Request
        package let at: WallTime
        package let by: String
        /// The first review, the department's.
        package internal(set) var seconded: String?
    }

    package struct Supervision: Hashable, Sendable, Codable {
        package let level: Int
        package let by: String
        package let needsReply: Bool
        package internal(set) var hasReply = false
    }

    package struct Whistle: Hashable, Sendable, Codable {
        package let item: String
        package let at: WallTime
        package internal(set) var called: [Called]

        package struct Called: Hashable, Sendable, Codable {
            package let unit: String
            package internal(set) var clock: CaseClock.Run
            package internal(set) var arrivedAt: WallTime?
            package internal(set) var answer: String?
        }
    }

    package struct Appeal: Hashable, Sendable, Codable {
        package let by: String
        /// The dispatcher's, then the acceptor's.
        package internal(set) var approvals: [String] = []
        package internal(set) var isRefused = false
        /// The fact is kept, statistics leave it out (豁免).
        package var isExempt: Bool { approvals.count == 2 && !isRefused }
    }

    package struct Merging: Hashable, Sendable, Codable {
        package let into: String
        package let from: CaseState
    }

    /// How a case begins: row 1. The total clock starts with the first observation, whenever it is written down.
    package struct Opening: Hashable, Sendable, Codable {
        package let startedAt: WallTime
        package let hitAt: WallTime
        package let policy: CasePolicy
        package let place: Point?
        package let recurrenceOf: String?
        /// nil: auto.
        package let mode: HitMode?

        package init(
            startedAt: WallTime, hitAt: WallTime, policy: CasePolicy = .usual, place: Point? = nil,
            recurrenceOf: String? = nil, mode: HitMode = .auto
        ) {
            (self.startedAt, self.hitAt, self.policy) = (startedAt, max(hitAt, startedAt), policy)
            (self.place, self.recurrenceOf) = (place, recurrenceOf)
            self.mode = mode == .auto ? nil : mode
        }
    }

    package init(_ opening: Opening, calendars: CalendarBook) {
        (policy, place, recurrenceOf) = (opening.policy, opening.place, opening.recurrenceOf)
        mode = opening.mode
        (startedAt, ownStart, hitAt) = (opening.startedAt, opening.startedAt, opening.hitAt)
        (state, stateSince, changedAt) = (.reported, opening.hitAt, opening.hitAt)
        parts = [.dwell: opening.hitAt - opening.startedAt]
        clocks = [:]
        start(.accept, at: opening.hitAt, calendars)
    }

    /// The unit that is responsible; never more than one.
    package var lead: String? { state.hasLead ? order?.lead : nil }

    /// Who has it: whoever claimed it, until then whoever is on duty; nil: the unit's queue, or no unit.
    package var person: String? { lead == nil ? nil : claimedBy ?? order?.person }

    /// The same with whoever claimed it: a version before this one left that to the log.
    package func claimed(by name: String) -> CaseCourse {
        var course = self
        course.claimedBy = name
        return course
    }

    package var isOpen: Bool { !state.isTerminal }

    /// What the total clock shows; it never pauses.
    package func total(at now: WallTime) -> Duration { max((endedAt ?? now) - startedAt, .zero) }

    /// Without what it was suspended.
    package func net(at now: WallTime) -> Duration { total(at: now) - (parts(at: now)[.suspended] ?? .zero) }

    /// How much of the total clock each part took; together they are the total.
    package func parts(at now: WallTime) -> [CasePart: Duration] {
        guard endedAt == nil else { return parts }
        return parts.merging([part(of: state): max(now - stateSince, .zero)], uniquingKeysWith: +)
    }

    /// The part that the time now is booked on; nil: it has ended.
    package var runningPart: CasePart? { endedAt == nil ? part(of: state) : nil }

    /// A clock's figures.
    package func account(_ clock: CaseClock) -> ClockAccount? { clocks[clock]?.account }

    /// The clocks that ran, or still run, over their limits.
    package func overdue(at now: WallTime, _ calendars: CalendarBook) -> Set<CaseClock> {
        Set(clocks.filter { isOver($0.value.account, at: now, calendars) }.keys)
    }

    func isOver(_ account: ClockAccount, at now: WallTime, _ calendars: CalendarBook) -> Bool {
        account.left(at: now, on: calendars.calendar(of: account)).map { $0 < .zero } ?? false
    }

    /// Which part of the total clock a state's time is.
    func part(of state: CaseState) -> CasePart {
        switch state {
        case .reported, .pendingVerify, .pendingRegister: .review
        case .pendingDispatch, .returned: .dispatch
        case .pendingClaim: .claim
        case .handling: hasArrived ? .handle : .arrive
        case .rework: .handle
        case .suspended: .suspended
        case .pendingCheck: .check
        case .merged: merging.map { part(of: $0.from) } ?? .review
        case .pendingClose, .closed, .forcedClosed, .rejected, .void, .shadow: .close
        }
    }
}

/// The parts of the time from discovery to closure (28 分钟 = 3 + 2 + 0.5 + 2.5 + 10 + 6 + 3 + 1).
package enum CasePart: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    /// From the first observation to the hit.
    case dwell
    case review, dispatch, claim, arrive, handle, suspended, check, close

    package var nameZH: String {
        switch self {
        case .dwell: "确认"
        case .review: "审核"
        case .dispatch: "派遣"
        case .claim: "接单"
        case .arrive: "到场"
        case .handle: "处置"
        case .suspended: "挂账"
        case .check: "核查"
        case .close: "结案"
        }
    }

    /// Of the reference of 28 minutes; nil: none is foreseen.
    package var budget: Duration? {
        switch self {
        case .dwell, .check: .seconds(180)
        case .review: .seconds(120)
        case .dispatch: .seconds(30)
        case .claim: .seconds(150)
        case .arrive: .seconds(600)
        case .handle: .seconds(360)
        case .suspended: nil
        case .close: .seconds(60)
        }
    }
}
