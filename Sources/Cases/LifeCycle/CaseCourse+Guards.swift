import Media

/// What must hold before an action is taken.
extension CaseCourse {
    /// What people can do to a case in a state.
    package static func possible(in state: CaseState) -> [CaseAction.Kind] {
        CaseAction.Kind.allCases.filter {
            let rules = CaseRules.of($0)
            return rules.states.contains(state) && rules.roles != [.system] && $0 != .absorb && $0 != .release
        }
    }

    /// Why an action cannot be taken; nil: it can.
    ///
    /// - Parameter note: the reason that is given, or a word on it.
    package func refusal(
        of action: CaseAction, by actor: CaseActor, note: String, at now: WallTime, _ calendars: CalendarBook
    ) -> CaseRefusal? {
        let rules = CaseRules.of(action.kind)
        func no(_ reason: CaseRefusal.Reason) -> CaseRefusal { CaseRefusal(action: action.kind, reason: reason) }
        guard rules.states.contains(state) else { return no(.state(state, possible: Self.possible(in: state))) }
        if !mayAnyway(action.kind, actor, rules) {
            guard actor.isAny(of: rules.roles) else { return no(.role(actor.name, needed: roles(rules))) }
            if let unit = responsible(for: action, actor), !actor.works(for: unit) {
                return no(.unit(actor.name, needed: unit))
            }
        }
        if rules.needsReason, note.isEmpty { return no(.unmet("a reason is needed")) }
        return unmet(action, by: actor, at: max(now, changedAt), calendars).map { no(.unmet($0)) }
    }

    /// Whether somebody may act whatever their unit: they see to what nobody has claimed, or claimed it so.
    private func mayAnyway(_ kind: CaseAction.Kind, _ actor: CaseActor, _ rules: CaseRules) -> Bool {
        if state == .pendingClaim, !rules.overseers.isEmpty, actor.isAny(of: rules.overseers) { return true }
        return CaseRules.claimants.contains(kind) && actor.name == claimedBy && actor.isAny(of: CaseRules.overseers)
    }

    private func roles(_ rules: CaseRules) -> Set<CaseActor.Role> {
        state == .pendingClaim ? rules.roles.union(rules.overseers) : rules.roles
    }

    /// Whose people alone may take an action.
    private func responsible(for action: CaseAction, _ actor: CaseActor) -> String? {
        switch action {
        case .claim, .arrive, .giveBack, .feedBack, .ask, .appeal, .reply: order?.lead
        case .review(let kind, _): requests[kind]?.seconded == nil ? order?.lead : nil
        case .checkIn(let unit), .answer(let unit): unit
        default: nil
        }
    }

    private func unmet(
        _ action: CaseAction, by actor: CaseActor, at now: WallTime, _ calendars: CalendarBook
    ) -> String? {
        switch action {
        case .dispatch(let order):
            if order.lead.isEmpty { return "a case goes to exactly one lead unit" }
            return order.coUnits.contains(order.lead) ? "'\(order.lead)' leads and cannot help itself too" : nil
        case .ask(let request): return unmet(asking: request, at: now, calendars)
        case .review(let kind, _): return unmet(reviewing: kind, by: actor)
        case .reject(let rejection):
            return actor.isSystem && rejection != .permitted ? "only a permit rejects by itself" : nil
        case .resume:
            guard actor.isSystem, let until = suspendedUntil, now < until else { return nil }
            return "it is suspended for a while yet"
        case .feedBack(let picture): return unmet(feedingBack: picture, at: now)
        case .check:
            return actor.isSystem && !policy.cameraMayCheck
                ? "the camera alone may not pass the check of this case" : nil
        case .absorb(let number, _): return absorbed[number] == nil ? nil : "\(number) is merged into it already"
        case .release(let number): return absorbed[number] == nil ? "\(number) is not merged into it" : nil
        case .void(let witness):
            guard dispatchedAt != nil else { return nil }
            guard let witness, !witness.isEmpty else { return "it was dispatched already: a second person must agree" }
            return witness == actor.name ? "the second person must be another than '\(witness)'" : nil
        case .forceClose(let document): return document.isEmpty ? "the document that decides it is needed" : nil
        case .reopen:
            guard let endedAt, now - endedAt > policy.reopening else { return nil }
            return "it was closed more than \(policy.reopening.clockText) ago; what came back is a new case"
        case .supervise(let level, _): return (1...3).contains(level) ? nil : "the level is 1, 2 or 3"
        case .reply:
            guard let supervision, supervision.needsReply else { return "no reply is asked for" }
            return supervision.hasReply ? "it has its reply already" : nil
        case .appeal: return unmet(appealing: now, calendars)
        case .reviewAppeal: return unmet(reviewingAppealBy: actor)
        case .whistle(let item, let units): return unmet(whistling: item, units)
        case .checkIn(let unit):
            guard let called = whistles.last(where: { $0.called.contains { $0.unit == unit } })?.called,
                let its = called.first(where: { $0.unit == unit })
            else { return "'\(unit)' was not called" }
            return its.arrivedAt == nil ? nil : "'\(unit)' has checked in already"
        case .answer(let unit):
            let arrived = whistles.contains { $0.called.contains { $0.unit == unit && $0.arrivedAt != nil } }
            return arrived ? nil : "'\(unit)' has not checked in"
        case .involve(let units):
            guard let order else { return "it has no lead unit yet" }
            return units.contains(order.lead) ? "'\(order.lead)' leads and cannot help itself too" : nil
        case .warn(let warning): return unmet(warning)
        default: return nil
        }
    }

    private func unmet(
        asking request: CaseAction.Request, at now: WallTime, _ calendars: CalendarBook
    ) -> String? {
        if requests[request.kind] != nil { return "one is asked for already and waits for its review" }
        if let handle = account(.handle), isOver(handle, at: now, calendars) { return "the case is overdue" }
        switch request {
        case .suspension(let until):
            if wasSuspended { return "it was suspended once before" }
            if until <= now { return "the date has passed" }
            return until - now > policy.longestSuspension
                ? "at most \(policy.longestSuspension.wholeMicroseconds / 86_400_000_000) days can be asked for" : nil
        case .extension:
            return extensions >= policy.mostExtensions ? "it was extended \(extensions) times, which is all" : nil
        }
    }

    private func unmet(reviewing kind: CaseAction.Request.Kind, by actor: CaseActor) -> String? {
        guard let asked = requests[kind] else { return "nobody asked for it" }
        let needed: CaseActor.Role = asked.seconded == nil ? .department : .dispatcher
        return actor.isAny(of: [needed]) ? nil : "the review of a \(needed.rawValue) (\(needed.nameZH)) comes next"
    }

    /// Telephones are not on time to the minute.
    private static let clockDifference = Duration.seconds(300)

    private func unmet(feedingBack picture: CaseAction.AfterPicture?, at now: WallTime) -> String? {
        guard let picture else {
            return policy.needsAfterPicture ? "a picture that shows it dealt with is needed" : nil
        }
        if picture.takenAt > now + Self.clockDifference { return "the picture was taken in the future" }
        if let dispatchedAt, picture.takenAt < dispatchedAt { return "the picture was taken before it was dispatched" }
        guard let place, let taken = picture.place else { return nil }
        let away = Ground.metres(from: place, to: taken)
        return away > policy.radius
            ? "the picture was taken \(Int(away)) m from the case; \(Int(policy.radius)) m are allowed" : nil
    }

    private func unmet(appealing now: WallTime, _ calendars: CalendarBook) -> String? {
        if appeal != nil { return "a case can be appealed once" }
        let handling = pastHandling + [account(.handle)].compactMap(\.self)
        return handling.contains { isOver($0, at: now, calendars) } ? nil : "it was not overdue"
    }

    private func unmet(reviewingAppealBy actor: CaseActor) -> String? {
        guard let appeal, !appeal.isRefused, appeal.approvals.count < 2 else { return "no appeal waits for its review" }
        let needed: CaseActor.Role = appeal.approvals.isEmpty ? .dispatcher : .acceptor
        return actor.isAny(of: [needed]) ? nil : "the review of a \(needed.rawValue) (\(needed.nameZH)) comes next"
    }

    private func unmet(whistling item: String, _ units: [String]) -> String? {
        if units.isEmpty || units.contains("") || Set(units).count < units.count {
            return "the departments that are called are named, each once"
        }
        let waiting = whistles.flatMap(\.called).filter { $0.arrivedAt == nil }.map(\.unit)
        if let twice = units.first(where: waiting.contains) { return "'\(twice)' was called and has not checked in" }
        guard !policy.whistleItems.isEmpty, !policy.whistleItems.contains(item) else { return nil }
        return "'\(item)' is no item of the list for which a whistle may be blown"
    }

    private func unmet(_ warning: CaseAction.Warning) -> String? {
        guard let run = run(of: warning) else { return "that clock does not run" }
        guard run.round == warning.round, run.account.isRunning else { return "that clock does not run" }
        return warning.step == run.warned ? nil : "that step was taken already, or is not the next"
    }

    /// The clock that a warning is about.
    func run(of warning: CaseAction.Warning) -> CaseClock.Run? {
        if let clock = warning.clock { return clocks[clock] }
        return whistles.reversed().lazy.flatMap(\.called).first { $0.unit == warning.unit }?.clock
    }
}
