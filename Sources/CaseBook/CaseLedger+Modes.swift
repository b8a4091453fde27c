import Cases
import Media

/// In which modes algorithms run: what the rule and people make of their verdicts.
extension LedgerView {
    /// Where an algorithm on a camera stands.
    package func stand(of pair: ModePair, under plan: ModePlan) throws -> ModeStand {
        plan.stand(of: pair, after: try modeChanges(of: pair, after: 0).last)
    }

    /// What the rule goes by: the latest decided hits in the present mode.
    package func tally(of pair: ModePair, _ stand: ModeStand, _ rule: ModeRule) throws -> Tally {
        Tally(
            try hits(HitQuery(pair: pair, from: stand.since, isDecided: true, limit: rule.latest)).map(\.verdict))
    }
}

extension LedgerUnit {
    /// Lets the rule decide anew, in the unit of work of the verdict that it hears of: what was told is never half done.
    func settleMode(of pair: ModePair, under plan: ModePlan, at now: WallTime) throws {
        let stand = try stand(of: pair, under: plan)
        guard !stand.isPinned else { return }
        let tally = try tally(of: pair, stand, plan.rule)
        guard let step = plan.rule.step(from: stand.mode, cap: plan.cap(of: pair), tally) else { return }
        try append(
            ModeChange(
                pair: pair, at: max(now, stand.since ?? now), actor: CaseActor.system.name, from: stand.mode,
                to: step.to, cause: step.cause, figures: .init(tally, plan.rule), note: ""))
    }
}

extension CaseLedger {
    /// Overrules the rule, or lets it go on.
    ///
    /// - Throws: `StoreError`, with the reason in words when it may not be; nothing is changed then.
    package func order(
        _ order: ModeOrder, of pair: ModePair, by actor: CaseActor, note: String, at now: WallTime,
        under plan: ModePlan
    ) throws(StoreError) -> ModeChange {
        try transact { unit in
            let (stand, cap) = (try unit.stand(of: pair, under: plan), plan.cap(of: pair))
            if let refusal = order.refusal(by: actor, note: note, stand, cap: cap) { throw StoreError(refusal) }
            let (to, cause) =
                switch order {
                case .pin(let mode): (mode, ModeChange.Cause.overruled)
                case .release: (stand.mode, ModeChange.Cause.released)
                }
            let change = ModeChange(
                pair: pair, at: max(now, stand.since ?? now), actor: actor.name, from: stand.mode, to: to,
                cause: cause, figures: .init(try unit.tally(of: pair, stand, plan.rule), plan.rule), note: note)
            try unit.append(change)
            return try unit.modeChanges(of: pair, after: 0).last ?? change
        }
    }

    /// What changed modes after a line of their log.
    package func modeChanges(
        of pair: ModePair? = nil, after line: Int64 = 0
    ) throws(StoreError) -> [ModeChange] {
        try look { try $0.modeChanges(of: pair, after: line) }
    }

    package func hits(_ query: HitQuery) throws(StoreError) -> [JudgedHit] { try look { try $0.hits(query) } }
}
