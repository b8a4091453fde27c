import Cases
import Media

/// What is done to cases, each in one unit of work, beside a running daemon too.
extension CaseLedger {
    /// Why an action cannot be taken now; nil: it can. Nothing is changed: for what must be made ready before it is taken.
    package func refusal(
        of action: CaseAction, on number: CaseNumber, by actor: CaseActor, note: String, at now: WallTime,
        under scheme: CaseScheme
    ) throws(StoreError) -> CaseRefusal? {
        try look { view in
            let record = try Self.existing(number, view)
            return scheme.refusal(of: action)
                ?? record.course.refusal(of: action, by: actor, note: note, at: now, scheme.calendars)
        }
    }

    /// Does to a case what is asked; a merge changes its master with it. The incident of a case that is closed ends: what
    /// still stands there is a new case. A verdict that is given with it, or lies in it, is kept with it, and the mode of the
    /// algorithm may change by it. Who registers what waited for a review sends it on its way.
    ///
    /// - Parameter verdict: what the hit was; nil: nothing is said of that but by the action itself.
    /// - Throws: `StoreError`, with the life cycle's own words when it says no; nothing is changed then.
    package func act(
        _ action: CaseAction, on number: CaseNumber, by actor: CaseActor, note: String, at now: WallTime,
        under scheme: CaseScheme, verdict: CaseVerdict? = nil
    ) throws(StoreError) -> CaseRecord {
        if let refusal = scheme.refusal(of: action) { throw StoreError(refusal) }
        return try transact { unit in
            let record = try Self.existing(number, unit)
            let doing = Doing(actor: actor, note: note, at: now, calendars: scheme.calendars)
            let other = try Self.master(of: record, action, unit)
            let change = try doing.take(action, on: record, verdict, scheme)
            let echo = try other.map { master, echo in try doing.take(echo, on: master) }
            try unit.keep([change] + [echo].compactMap(\.self))
            if change.record.course.judged != record.course.judged {
                let pair = ModePair(camera: record.camera, algorithm: record.algorithm)
                try unit.settleMode(of: pair, under: scheme.modes, at: now)
            }
            if change.record.state == .closed {
                for incident in try Self.incidents(of: change.record, unit) { try unit.end(incident.key) }
            }
            return change.record
        }
    }

    private static func existing(_ number: CaseNumber, _ view: any LedgerView) throws -> CaseRecord {
        guard let record = try view.find(number) else { throw StoreError.noCase(number) }
        return record
    }

    /// The master that an action is about as well, and what it does to that.
    private static func master(
        of record: CaseRecord, _ action: CaseAction, _ view: any LedgerView
    ) throws -> (CaseRecord, CaseAction)? {
        switch action {
        case .merge(let into):
            let master = try existing(CaseNumber(into), view)
            // What the life cycle says of the case itself comes first.
            guard CaseRules.of(.merge).states.contains(record.state) else { return nil }
            if let why = CaseMerging.unmet(record, into: master) {
                throw CaseRefusal(action: .merge, reason: .unmet(why))
            }
            return (master, .absorb(record.number.description, startedAt: record.startedAt))
        case .unmerge:
            guard let into = record.course.merging?.into else { return nil }
            let master = try view.find(CaseNumber(into))
            if let why = CaseMerging.unmetUndoing(record, from: master) {
                throw CaseRefusal(action: .unmerge, reason: .unmet(why))
            }
            return master.map { ($0, .release(record.number.description)) }
        default: return nil
        }
    }

    /// The incident of a case, and of all that was merged into it.
    static func incidents(of record: CaseRecord, _ view: any LedgerView) throws -> [ClosedIncident] {
        let children = try record.course.absorbed.keys.sorted().compactMap { try view.readable(CaseNumber($0)) }
        return ([record] + children).map { ClosedIncident(camera: $0.camera, key: $0.incident) }
    }
}

/// Who does what when.
private struct Doing {
    let actor: CaseActor
    let note: String
    let at: WallTime
    let calendars: CalendarBook

    func take(_ action: CaseAction, on record: CaseRecord) throws(CaseRefusal) -> CaseChange {
        var after = record
        let event = try take(action, of: &after, by: actor, note: note)
        return CaseChange(from: record.course, to: after, events: [event], calendars)
    }

    /// With what follows from it: the verdict that is given or lies in it, the dispatch after a review.
    func take(
        _ action: CaseAction, on record: CaseRecord, _ verdict: CaseVerdict?, _ scheme: CaseScheme
    ) throws(CaseRefusal) -> CaseChange {
        var after = record
        var events = [try take(action, of: &after, by: actor, note: note)]
        if let verdict = verdict ?? implied(action, record.course) {
            events.append(try take(.judge(verdict), of: &after, by: actor, note: note))
        }
        if action.kind == .register, let next = scheme.dispatchAfterReview(after, at: at) {
            events.append(try take(next.action, of: &after, by: .system, note: next.note))
        }
        return CaseChange(from: record.course, to: after, events: events, calendars)
    }

    /// Nothing new where it holds already, and nothing where no person acts.
    private func implied(_ action: CaseAction, _ course: CaseCourse) -> CaseVerdict? {
        guard actor != .system, let verdict = action.impliedVerdict(in: course) else { return nil }
        return course.judged?.verdict == verdict ? nil : verdict
    }

    private func take(
        _ action: CaseAction, of record: inout CaseRecord, by actor: CaseActor, note: String
    ) throws(CaseRefusal) -> CaseEvent {
        let at = try record.course.take(action, by: actor, note: note, at: at, calendars)
        return CaseEvent(sequence: 0, at: at, actor: actor.name, content: .took(action), note: note)
    }
}
