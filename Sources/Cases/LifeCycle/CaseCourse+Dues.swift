import Media

/// What happens by itself when its time has come.
extension CaseCourse {
    package enum Due: Hashable, Sendable {
        case warn(CaseAction.Warning)
        /// A suspension ends.
        case resume

        package var action: CaseAction {
            switch self {
            case .warn(let warning): .warn(warning)
            case .resume: .resume
            }
        }
    }

    /// The ladder's last step: 350 % of a limit, five levels above whoever has it.
    private static let lastStep = 6

    /// What falls due next, and when: maybe long ago, where nobody looked.
    package func nextDue(_ calendars: CalendarBook) -> (due: Due, at: WallTime)? {
        guard isOpen else { return nil }
        var found = clocks.sorted { $0.key < $1.key }.compactMap { clock, run in
            next(CaseAction.Warning(clock: clock, round: run.round, step: run.warned), run, calendars)
        }
        var called: Set<String> = []
        for one in whistles.reversed().flatMap(\.called) where called.insert(one.unit).inserted {
            let warning = CaseAction.Warning(clock: nil, unit: one.unit, round: one.clock.round, step: one.clock.warned)
            next(warning, one.clock, calendars).map { found.append($0) }
        }
        if let suspendedUntil { found.append((.resume, suspendedUntil)) }
        return found.min { $0.at < $1.at }
    }

    private func next(
        _ warning: CaseAction.Warning, _ run: CaseClock.Run, _ calendars: CalendarBook
    ) -> (due: Due, at: WallTime)? {
        guard warning.step <= Self.lastStep else { return nil }
        let share = CaseAction.Warning.share(ofStep: warning.step)
        return run.account.moment(ofShare: share, on: calendars.calendar(of: run.account)).map { (.warn(warning), $0) }
    }
}
