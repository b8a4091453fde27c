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
        if rules.needsReason, note.isEmpty { return no(.unmet(RefusalWords.reasonNeeded)) }
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
    ) -> Words? {
        switch action {
        case .dispatch(let order):
            if order.lead.isEmpty { return RefusalWords.oneLead }
            return order.coUnits.contains(order.lead) ? RefusalWords.leadsAlready(order.lead) : nil
        case .ask(let request): return unmet(asking: request, at: now, calendars)
        case .review(let kind, _): return unmet(reviewing: kind, by: actor)
        case .reject(let rejection):
            return actor.isSystem && rejection != .permitted ? RefusalWords.onlyPermits : nil
        case .resume:
            guard actor.isSystem, let until = suspendedUntil, now < until else { return nil }
            return RefusalWords.suspendedYet
        case .feedBack(let picture): return unmet(feedingBack: picture, at: now)
        case .check:
            return actor.isSystem && !policy.cameraMayCheck
                ? RefusalWords.cameraMayNotCheck : nil
        case .absorb(let number, _): return absorbed[number] == nil ? nil : MergingWords.mergedAlready(number)
        case .release(let number): return absorbed[number] == nil ? MergingWords.notMerged(number) : nil
        case .void(let witness):
            guard dispatchedAt != nil else { return nil }
            guard let witness, !witness.isEmpty else { return RefusalWords.secondPersonNeeded }
            return witness == actor.name ? RefusalWords.samePerson(witness) : nil
        case .forceClose(let document): return document.isEmpty ? RefusalWords.documentNeeded : nil
        case .reopen:
            guard let endedAt, now - endedAt > policy.reopening else { return nil }
            return RefusalWords.closedLongAgo(policy.reopening.clockText)
        case .supervise(let level, _): return (1...3).contains(level) ? nil : RefusalWords.levelOneToThree
        case .reply:
            guard let supervision, supervision.needsReply else { return RefusalWords.noReplyAsked }
            return supervision.hasReply ? RefusalWords.repliedAlready : nil
        case .appeal: return unmet(appealing: now, calendars)
        case .reviewAppeal: return unmet(reviewingAppealBy: actor)
        case .whistle(let item, let units): return unmet(whistling: item, units)
        case .checkIn(let unit):
            guard let called = whistles.last(where: { $0.called.contains { $0.unit == unit } })?.called,
                let its = called.first(where: { $0.unit == unit })
            else { return RefusalWords.notCalled(unit) }
            return its.arrivedAt == nil ? nil : RefusalWords.arrivedAlready(unit)
        case .answer(let unit):
            let arrived = whistles.contains { $0.called.contains { $0.unit == unit && $0.arrivedAt != nil } }
            return arrived ? nil : RefusalWords.notArrived(unit)
        case .involve(let units):
            guard let order else { return RefusalWords.noLeadYet }
            return units.contains(order.lead) ? RefusalWords.leadsAlready(order.lead) : nil
        case .warn(let warning): return unmet(warning)
        default: return nil
        }
    }

    private func unmet(
        asking request: CaseAction.Request, at now: WallTime, _ calendars: CalendarBook
    ) -> Words? {
        if requests[request.kind] != nil { return RefusalWords.askedAlready }
        if let handle = account(.handle), isOver(handle, at: now, calendars) { return RefusalWords.isOverdue }
        switch request {
        case .suspension(let until):
            if wasSuspended { return RefusalWords.suspendedBefore }
            if until <= now { return RefusalWords.datePassed }
            return until - now > policy.longestSuspension
                ? RefusalWords.tooLong(policy.longestSuspension.wholeMicroseconds / 86_400_000_000) : nil
        case .extension:
            return extensions >= policy.mostExtensions ? RefusalWords.extendedOften(extensions) : nil
        }
    }

    private func unmet(reviewing kind: CaseAction.Request.Kind, by actor: CaseActor) -> Words? {
        guard let asked = requests[kind] else { return RefusalWords.nobodyAsked }
        let needed: CaseActor.Role = asked.seconded == nil ? .department : .dispatcher
        return actor.isAny(of: [needed]) ? nil : RefusalWords.reviewOf(needed)
    }

    /// Telephones are not on time to the minute.
    private static let clockDifference = Duration.seconds(300)

    private func unmet(feedingBack picture: CaseAction.AfterPicture?, at now: WallTime) -> Words? {
        guard let picture else {
            return policy.needsAfterPicture ? RefusalWords.pictureNeeded : nil
        }
        if picture.takenAt > now + Self.clockDifference { return RefusalWords.pictureOfFuture }
        if let dispatchedAt, picture.takenAt < dispatchedAt { return RefusalWords.pictureTooOld }
        guard let place, let taken = picture.place else { return nil }
        let away = Ground.metres(from: place, to: taken)
        return away > policy.radius
            ? RefusalWords.pictureElsewhere(away, allowed: policy.radius) : nil
    }

    private func unmet(appealing now: WallTime, _ calendars: CalendarBook) -> Words? {
        if appeal != nil { return RefusalWords.appealedOnce }
        let handling = pastHandling + [account(.handle)].compactMap(\.self)
        return handling.contains { isOver($0, at: now, calendars) } ? nil : RefusalWords.notOverdue
    }

    private func unmet(reviewingAppealBy actor: CaseActor) -> Words? {
        guard let appeal, !appeal.isRefused, appeal.approvals.count < 2 else { return RefusalWords.noAppeal }
        let needed: CaseActor.Role = appeal.approvals.isEmpty ? .dispatcher : .acceptor
        return actor.isAny(of: [needed]) ? nil : RefusalWords.reviewOf(needed)
    }

    private func unmet(whistling item: String, _ units: [String]) -> Words? {
        if units.isEmpty || units.contains("") || Set(units).count < units.count {
            return RefusalWords.departmentsNeeded
        }
        let waiting = whistles.flatMap(\.called).filter { $0.arrivedAt == nil }.map(\.unit)
        if let twice = units.first(where: waiting.contains) { return RefusalWords.calledAlready(twice) }
        guard !policy.whistleItems.isEmpty, !policy.whistleItems.contains(item) else { return nil }
        return RefusalWords.noItem(item)
    }

    private func unmet(_ warning: CaseAction.Warning) -> Words? {
        guard let run = run(of: warning) else { return RefusalWords.clockStands }
        guard run.round == warning.round, run.account.isRunning else { return RefusalWords.clockStands }
        return warning.step == run.warned ? nil : RefusalWords.stepTaken
    }

    /// The clock that a warning is about.
    func run(of warning: CaseAction.Warning) -> CaseClock.Run? {
        if let clock = warning.clock { return clocks[clock] }
        return whistles.reversed().lazy.flatMap(\.called).first { $0.unit == warning.unit }?.clock
    }
}
