import Media

/// The time account of one clock (计时): what is kept of it, from which everything else is worked out anew each time.
///
/// It keeps how much was used, since when it runs or pauses, its limit and its calendar's version; never a deadline alone:
/// a limit that changes, a pause or a new calendar then moves the deadline by itself. All figures are on the axis of the
/// limit's class: work time for `work_hour` and `work_day`, else time on end.
package struct ClockAccount: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case running(since: WallTime)
        case paused(since: WallTime)
        case stopped(at: WallTime)
    }

    package let startedAt: WallTime
    package private(set) var state: State
    /// Used until it was started, resumed or recomputed last; what runs now is not in it.
    package private(set) var used: Duration
    /// nil: it only counts.
    package private(set) var limit: Limit?
    /// The version of the calendar that it goes by.
    package private(set) var calendar: String

    /// Starts a clock.
    package init(startedAt: WallTime, limit: Limit?, calendar: WorkCalendar) {
        (self.startedAt, self.limit) = (startedAt, limit)
        (state, used, self.calendar) = (.running(since: startedAt), .zero, calendar.version)
    }

    init(startedAt: WallTime, state: State, used: Duration, limit: Limit?, calendar: String) {
        (self.startedAt, self.state, self.used) = (startedAt, state, used)
        (self.limit, self.calendar) = (limit, calendar)
    }

    package var isRunning: Bool { if case .running = state { true } else { false } }
    package var isStopped: Bool { if case .stopped = state { true } else { false } }

    /// What was used until a moment; a moment before the last change counts as that change.
    package func used(at now: WallTime, on calendar: WorkCalendar) -> Duration {
        guard case .running(let since) = state else { return used }
        return used + counted(from: since, to: now, on: calendar)
    }

    /// What is left; below zero when it is over.
    package func left(at now: WallTime, on calendar: WorkCalendar) -> Duration? {
        limit.map { $0.duration(on: calendar) - used(at: now, on: calendar) }
    }

    /// When a share of the limit (1: all of it) is or was used; nil while it does not run, or without a limit.
    package func moment(ofShare share: Double, on calendar: WorkCalendar) -> WallTime? {
        guard case .running(let since) = state, let limit else { return nil }
        let due = limit.duration(on: calendar).scaled(by: share)
        let left = due - used
        guard left > .zero else { return since }
        return limit.limitClass.isContinuous ? since + left : calendar.moment(of: left, after: since)
    }

    package func deadline(on calendar: WorkCalendar) -> WallTime? { moment(ofShare: 1, on: calendar) }

    /// Stands still; a clock that does not run stays as it is.
    package mutating func pause(at now: WallTime, on calendar: WorkCalendar) {
        guard let now = settle(at: now, on: calendar) else { return }
        state = .paused(since: now)
    }

    /// Goes on with what is left.
    package mutating func resume(at now: WallTime) {
        guard case .paused(let since) = state else { return }
        state = .running(since: max(now, since))
    }

    package mutating func stop(at now: WallTime, on calendar: WorkCalendar) {
        if let now = settle(at: now, on: calendar) {
            state = .stopped(at: now)
        } else if case .paused(let since) = state {
            state = .stopped(at: max(now, since))
        }
    }

    /// Goes on after it was stopped, as where a case is opened again: the time between does not count.
    package mutating func restart(at now: WallTime) {
        guard case .stopped(let at) = state else { return }
        state = .running(since: max(now, at))
    }

    /// Gives another limit, or another calendar; what was used until now stays used, counted by the old ones.
    package mutating func change(
        to limit: Limit?, at now: WallTime, on old: WorkCalendar, newCalendar: WorkCalendar? = nil
    ) {
        if let now = settle(at: now, on: old) { state = .running(since: now) }
        self.limit = limit
        if let newCalendar { calendar = newCalendar.version }
    }

    /// Books what ran until now; nil: it does not run. Returns from when on it counts again.
    private mutating func settle(at now: WallTime, on calendar: WorkCalendar) -> WallTime? {
        guard case .running(let since) = state else { return nil }
        used += counted(from: since, to: now, on: calendar)
        return max(now, since)
    }

    private func counted(from start: WallTime, to end: WallTime, on calendar: WorkCalendar) -> Duration {
        let isContinuous = limit?.limitClass.isContinuous ?? true
        return isContinuous ? max(end - start, .zero) : calendar.work(from: start, to: end)
    }
}
