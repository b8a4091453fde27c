import Cases
import Media

/// A case on the bench: each step at a minute after the hit, by whoever may.
struct Bench {
    static let calendars = CalendarBook(current: Shanghai.calendar)
    static let hit = Shanghai.time("2026-03-03 08:00")
    static let limit = Limit(4, .workHour)
    static let registration = CaseAction.Registration(standard: "07-01", text: "占道经营", limit: limit)
    static let order = CaseAction.Order(lead: "城管中队", coUnits: ["市场监管所"], rule: "r1")

    private(set) var course: CaseCourse
    private(set) var log: [CaseEvent]

    init(policy: CasePolicy = .usual, place: Point? = nil, dwell: Duration = .seconds(180)) {
        let opening = CaseCourse.Opening(
            startedAt: WallTime(milliseconds: Self.hit.milliseconds - dwell.wholeMicroseconds / 1000), hitAt: Self.hit,
            policy: policy, place: place)
        course = CaseCourse(opening, calendars: Self.calendars)
        log = [CaseEvent(sequence: 1, at: Self.hit, actor: "system", content: .opened(opening), note: "")]
    }

    static func minute(_ minute: Double) -> WallTime { hit + .seconds(minute * 60) }

    /// Whoever may do something, of the right unit.
    static func actor(_ kind: CaseAction.Kind) -> CaseActor {
        CaseRules.of(kind).roles == [.system] ? .system : .anybody("王某")
    }

    mutating func take(
        _ action: CaseAction, at minute: Double, by actor: CaseActor? = nil, note: String = "原因"
    ) throws(CaseRefusal) {
        try take(action, on: Self.minute(minute), by: actor, note: note)
    }

    mutating func take(
        _ action: CaseAction, on now: WallTime, by actor: CaseActor? = nil, note: String = "原因"
    ) throws(CaseRefusal) {
        let actor = actor ?? Self.actor(action.kind)
        let at = try course.take(action, by: actor, note: note, at: now, Self.calendars)
        log.append(
            CaseEvent(sequence: log.count + 1, at: at, actor: actor.name, content: .took(action), note: note))
    }

    func used(_ clock: CaseClock, at minute: Double) -> Duration? {
        course.account(clock)?.used(at: Self.minute(minute), on: Shanghai.calendar)
    }

    func deadline(_ clock: CaseClock) -> WallTime? { course.account(clock)?.deadline(on: Shanghai.calendar) }

    /// A case in a state, a minute a step.
    static func at(_ state: CaseState, policy: CasePolicy = .usual, place: Point? = nil) throws(CaseRefusal) -> Bench {
        var bench = Bench(policy: policy, place: place)
        for (minute, action) in way(to: state).enumerated() { try bench.take(action, at: Double(minute + 1)) }
        return bench
    }

    static func way(to state: CaseState) -> [CaseAction] {
        let dispatched: [CaseAction] = [.autoRegister(registration), .dispatch(order)]
        let fedBack = dispatched + [.claim, .arrive, .feedBack(nil)]
        return switch state {
        case .reported: []
        case .pendingVerify: [.askVerification(of: "张某", remark: "摊位")]
        case .pendingRegister: [.accept]
        case .pendingDispatch: [.autoRegister(registration)]
        case .pendingClaim: dispatched
        case .handling: dispatched + [.claim]
        case .returned: dispatched + [.giveBack]
        case .suspended:
            dispatched + [
                .claim, .ask(.suspension(until: minute(3000))), .review(.suspension, isApproved: true),
                .review(.suspension, isApproved: true),
            ]
        case .pendingCheck: fedBack
        case .rework: fedBack + [.check(isPassed: false)]
        case .pendingClose: fedBack + [.check(isPassed: true)]
        case .closed: fedBack + [.check(isPassed: true), .close(condition: "c")]
        case .forcedClosed: [.forceClose(document: "d")]
        case .rejected: [.reject(.permitted)]
        case .void: [.void(witness: nil)]
        case .merged: [.merge(into: "m")]
        case .shadow: [.shadow]
        }
    }
}
