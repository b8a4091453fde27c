import Media

/// What actions change.
extension CaseCourse {
    /// Takes an action, if it is possible.
    ///
    /// - Parameter now: a moment before the last action counts as that.
    /// - Returns: when it was taken.
    /// - Throws: why it is not possible; nothing is changed then.
    @discardableResult
    package mutating func take(
        _ action: CaseAction, by actor: CaseActor, note: String = "", at now: WallTime, _ calendars: CalendarBook
    ) throws(CaseRefusal) -> WallTime {
        if let refusal = refusal(of: action, by: actor, note: note, at: now, calendars) { throw refusal }
        let now = max(now, changedAt)
        apply(action, by: actor.name, note: note, at: now, calendars)
        return now
    }

    /// Does what was once allowed: from the log.
    mutating func apply(
        _ action: CaseAction, by name: String, note: String, at now: WallTime, _ calendars: CalendarBook
    ) {
        changedAt = now
        // Logs of earlier versions gave none for a merge; what they come to stays as it is.
        if CaseRules.of(action.kind).needsReason, action.kind != .merge { reason = note }
        switch action {
        case .autoRegister(let registration), .register(let registration):
            if let handle = account(.handle), self.registration?.limit != registration.limit {
                let old = calendars.calendar(of: handle)
                clocks[.handle]?.account.change(to: registration.limit, at: now, on: old)
            }
            self.registration = registration
            stop(.accept, at: now, calendars)
            start(.dispatch, at: now, calendars)
            move(to: .pendingDispatch, at: now)
        case .askVerification:
            pause(.accept, at: now, calendars)
            start(.verify, at: now, calendars)
            move(to: .pendingVerify, at: now)
        case .accept: move(to: .pendingRegister, at: now)
        case .verify(let verdict):
            stop(.verify, at: now, calendars)
            clocks[.accept]?.account.resume(at: now)
            verdict == .notExists ? end(.rejected, at: now, calendars) : move(to: .pendingRegister, at: now)
        case .reject(let rejection):
            reason = rejection.rawValue
            end(.rejected, at: now, calendars)
        case .dispatch(let order): dispatch(order, at: now, calendars)
        case .sendBack:
            stop(.dispatch, at: now, calendars)
            start(.accept, at: now, calendars)
            move(to: .reported, at: now)
        case .claim:
            stop(.claim, at: now, calendars)
            if let limit = registration?.limit {
                start(.arrive, limit: limit.scaled(by: 0.5), at: now, calendars)
            }
            move(to: .handling, at: now)
            (hasArrived, onTheWay, claimedBy) = (false, .zero, name)
        case .arrive:
            stop(.arrive, at: now, calendars)
            settle(at: now)
            hasArrived = true
        case .giveBack:
            for clock in [CaseClock.claim, .arrive] { stop(clock, at: now, calendars) }
            pause(.handle, at: now, calendars)
            start(.dispatch, at: now, calendars)
            returns += 1
            (requests, claimedBy) = ([:], nil)
            move(to: .returned, at: now)
        case .ask(let request): requests[request.kind] = Asked(request: request, at: now, by: name)
        case .review(let kind, let isApproved): review(kind, isApproved, by: name, at: now, calendars)
        case .resume:
            for clock in [CaseClock.handle, .arrive] { clocks[clock]?.account.resume(at: now) }
            suspendedUntil = nil
            move(to: .handling, at: now)
        case .feedBack(let picture): feedBack(picture, at: now, calendars)
        case .check(let isPassed):
            stop(.check, at: now, calendars)
            if isPassed {
                start(.close, at: now, calendars)
                move(to: .pendingClose, at: now)
            } else {
                rework(at: now)
            }
        case .refuseClosing:
            stop(.close, at: now, calendars)
            rework(at: now)
        case .close(let condition):
            reason = condition
            end(.closed, at: now, calendars)
        case .forceClose: end(.forcedClosed, at: now, calendars)
        case .void: end(.void, at: now, calendars)
        case .merge(let master):
            merging = Merging(into: master, from: state)
            end(.merged, at: now, calendars)
        case .shadow: end(.shadow, at: now, calendars)
        case .unmerge: unmerge(at: now)
        case .reopen:
            endedAt = nil
            clocks[.handle]?.account.restart(at: now)
            hasArrived = true
            move(to: .handling, at: now)
        case .absorb, .release, .supervise, .reply, .appeal, .reviewAppeal, .whistle, .checkIn, .answer, .involve,
            .mark, .warn, .judge:
            agree(action, by: name, note, at: now, calendars)
        }
    }

    /// 7 and 10: the same unit goes on with what is left of its time, another has all of it.
    private mutating func dispatch(_ order: CaseAction.Order, at now: WallTime, _ calendars: CalendarBook) {
        stop(.dispatch, at: now, calendars)
        start(.claim, at: now, calendars)
        if account(.handle) != nil, self.order?.lead == order.lead {
            // Paused by a return, or stopped where it was merged in between.
            clocks[.handle]?.account.resume(at: now)
            clocks[.handle]?.account.restart(at: now)
        } else {
            if var handle = account(.handle) {
                handle.stop(at: now, on: calendars.calendar(of: handle))
                pastHandling.append(handle)
            }
            if let limit = registration?.limit { start(.handle, limit: limit, at: now, calendars) }
            extensions = 0
        }
        self.order = order
        self.order?.decision = nil
        dispatchedAt = now
        (hasArrived, claimedBy) = (false, nil)
        move(to: .pendingClaim, at: now)
    }

    private mutating func review(
        _ kind: CaseAction.Request.Kind, _ isApproved: Bool, by name: String, at now: WallTime,
        _ calendars: CalendarBook
    ) {
        guard isApproved, let asked = requests[kind] else {
            requests[kind] = nil
            return
        }
        guard asked.seconded != nil else {
            requests[kind]?.seconded = name
            return
        }
        requests[kind] = nil
        switch asked.request {
        case .suspension(let until):
            (suspendedUntil, wasSuspended) = (until, true)
            for clock in [CaseClock.handle, .arrive] { pause(clock, at: now, calendars) }
            move(to: .suspended, at: now)
        case .extension:
            guard let handle = account(.handle), let limit = handle.limit, let one = registration?.limit else { return }
            let longer = Limit(limit.amount + one.amount, limit.limitClass)
            clocks[.handle]?.account.change(to: longer, at: now, on: calendars.calendar(of: handle))
            extensions += 1
        }
    }

    private mutating func feedBack(
        _ picture: CaseAction.AfterPicture?, at now: WallTime, _ calendars: CalendarBook
    ) {
        afterPicture = picture
        for clock in [CaseClock.handle, .arrive] { stop(clock, at: now, calendars) }
        start(.check, at: now, calendars)
        requests = [:]
        // Nobody said when they came: all of it was handling.
        if state == .handling, !hasArrived {
            settle(at: now)
            parts[.arrive, default: .zero] -= onTheWay
            parts[.handle, default: .zero] += onTheWay
        }
        move(to: .pendingCheck, at: now)
    }

    private mutating func rework(at now: WallTime) {
        clocks[.handle]?.account.restart(at: now)
        reworks += 1
        move(to: .rework, at: now)
    }

    private mutating func unmerge(at now: WallTime) {
        guard let from = merging?.from else { return }
        let stopped: [CaseClock] =
            switch from {
            case .pendingClaim: [.claim, .handle]
            case .pendingDispatch, .returned: [.dispatch]
            default: [.accept]
            }
        for clock in stopped { clocks[clock]?.account.restart(at: now) }
        move(to: from, at: now)
        (merging, endedAt) = (nil, nil)
    }

    private mutating func end(_ state: CaseState, at now: WallTime, _ calendars: CalendarBook) {
        for clock in clocks.keys { stop(clock, at: now, calendars) }
        for whistle in whistles.indices {
            for called in whistles[whistle].called.indices {
                let account = whistles[whistle].called[called].clock.account
                whistles[whistle].called[called].clock.account.stop(at: now, on: calendars.calendar(of: account))
            }
        }
        move(to: state, at: now)
        (requests, suspendedUntil, endedAt) = ([:], nil, now)
    }

    private mutating func move(to state: CaseState, at now: WallTime) {
        settle(at: now)
        self.state = state
    }

    /// Books the time in this state.
    private mutating func settle(at now: WallTime) {
        let time = max(now - stateSince, .zero)
        parts[part(of: state), default: .zero] += time
        if part(of: state) == .arrive { onTheWay += time }
        stateSince = max(now, stateSince)
    }

    mutating func start(_ clock: CaseClock, limit: Limit? = nil, at now: WallTime, _ calendars: CalendarBook) {
        let account = ClockAccount(
            startedAt: now, limit: limit ?? policy.limits[clock], calendar: calendars.current)
        clocks[clock] = CaseClock.Run(account: account, round: (clocks[clock]?.round ?? 0) + 1)
    }

    private mutating func pause(_ clock: CaseClock, at now: WallTime, _ calendars: CalendarBook) {
        guard let account = account(clock) else { return }
        clocks[clock]?.account.pause(at: now, on: calendars.calendar(of: account))
    }

    private mutating func stop(_ clock: CaseClock, at now: WallTime, _ calendars: CalendarBook) {
        guard let account = account(clock) else { return }
        clocks[clock]?.account.stop(at: now, on: calendars.calendar(of: account))
    }
}
