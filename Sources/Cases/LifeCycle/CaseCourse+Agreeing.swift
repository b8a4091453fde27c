import Media

/// What is agreed about a case while its state stays as it is.
extension CaseCourse {
    mutating func agree(
        _ action: CaseAction, by name: String, _ words: String, at now: WallTime, _ calendars: CalendarBook
    ) {
        switch action {
        case .absorb(let number, let start):
            absorbed[number] = start
            begin(at: min(startedAt, start))
        case .release(let number):
            absorbed[number] = nil
            begin(at: absorbed.values.reduce(ownStart, min))
        case .supervise(let level, let needsReply):
            supervision = Supervision(level: level, by: name, needsReply: needsReply)
        case .reply: supervision?.hasReply = true
        case .appeal: appeal = Appeal(by: name)
        case .reviewAppeal(let isApproved):
            if isApproved { appeal?.approvals.append(name) } else { appeal?.isRefused = true }
        case .whistle(let item, let units):
            let called = units.map { unit in
                let account = ClockAccount(startedAt: now, limit: policy.checkIn, calendar: calendars.current)
                let rounds = whistles.count { $0.called.contains { $0.unit == unit } }
                return Whistle.Called(unit: unit, clock: CaseClock.Run(account: account, round: rounds + 1))
            }
            whistles.append(Whistle(item: item, at: now, called: called))
        case .checkIn(let unit):
            change(unit) {
                $0.arrivedAt = now
                $0.clock.account.stop(at: now, on: calendars.calendar(of: $0.clock.account))
            }
        case .answer(let unit): change(unit) { $0.answer = words }
        case .involve(let units):
            order = order.map {
                CaseAction.Order(lead: $0.lead, coUnits: units, person: $0.person, rule: $0.rule)
            }
        case .mark(let flag, let isOn): if isOn { flags.insert(flag) } else { flags.remove(flag) }
        case .warn(let warning):
            if let clock = warning.clock {
                clocks[clock]?.warned += 1
            } else if let unit = warning.unit {
                change(unit) { $0.clock.warned += 1 }
            }
        case .judge(let verdict): judged = Judged(verdict: verdict, by: name, at: now, note: words)
        default: break
        }
    }

    /// The master keeps the earliest discovery; the time before its own hit is that of confirming.
    private mutating func begin(at start: WallTime) {
        parts[.dwell, default: .zero] += startedAt - start
        startedAt = start
    }

    /// The latest call of a unit.
    private mutating func change(_ unit: String, _ body: (inout Whistle.Called) -> Void) {
        for whistle in whistles.indices.reversed() {
            guard let called = whistles[whistle].called.firstIndex(where: { $0.unit == unit }) else { continue }
            return body(&whistles[whistle].called[called])
        }
    }
}
