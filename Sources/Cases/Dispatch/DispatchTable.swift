import Media

/// By what cases are dispatched: zones, rows of responsibility, who is on duty.
package struct DispatchTable: Hashable, Sendable, Codable {
    package let version: String
    /// The highest rank first.
    package let rules: [Responsibility]
    package let zones: [GroundZone]
    package let roster: Roster

    package init(version: String, rules: [Responsibility], zones: [GroundZone] = [], roster: Roster = .none) {
        self.version = version
        self.rules = rules.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }
            .map(\.element)
        (self.zones, self.roster) = (zones, roster)
    }

    /// Without rows and rosters a case goes to the unit of its grid.
    package static let none = DispatchTable(version: "none", rules: [])

    /// Decides where a case goes: zones, then the row, then who is on duty; where nobody is, level by level up the grids,
    /// at last to the duty desk.
    ///
    /// - Parameters:
    ///   - type: the algorithm.
    ///   - assignment: whose ground it is.
    ///   - place: WGS 84; nil: not known, and no zone holds it.
    package func decide(
        _ type: String, on assignment: Dispatcher.Assignment, place: Point?, at now: WallTime, _ calendar: WorkCalendar
    ) -> Decision {
        let date = CalendarDate(now, in: calendar.timeZone)
        let minute = now.minuteOfDay(in: calendar.timeZone)
        let held = place.map { place in zones.filter { $0.holds(type, at: place, on: date, minute: minute) } } ?? []
        var rejected: [Decision.Alternative] = []
        var row: Responsibility?
        for rule in rules where rule.types.isEmpty || rule.types.contains(type) {
            if let why = rule.mismatch(kind: assignment.rungs?.first?.kind, minute: minute) {
                rejected.append(.init(what: rule.id, why: why))
            } else if let row {
                rejected.append(.init(what: rule.id, why: "'\(row.id)' says it closer"))
            } else {
                row = rule
            }
        }
        let (lead, person) = target(row, assignment, at: now, calendar, &rejected)
        return Decision(
            rule: row?.id, version: version, lead: lead, coUnits: (row?.coUnits ?? []).filter { $0 != lead },
            person: person, limit: row?.limit, zones: held.map(\.id), effect: Self.effect(of: held), rejected: rejected)
    }

    /// What is permitted is permitted; else the more serious.
    private static func effect(of zones: [GroundZone]) -> GroundZone.Effect? {
        [GroundZone.Effect.suppress, .raise, .lower].first { effect in zones.contains { $0.effect == effect } }
    }

    private func target(
        _ row: Responsibility?, _ assignment: Dispatcher.Assignment, at now: WallTime, _ calendar: WorkCalendar,
        _ rejected: inout [Decision.Alternative]
    ) -> (unit: String, person: String?) {
        var asked: Set<String> = []
        let units = [row?.lead].compactMap(\.self) + [assignment.unit] + (assignment.rungs ?? []).compactMap(\.unit)
        for unit in units where asked.insert(unit).inserted {
            guard let people = roster.onDuty(in: unit, at: now, calendar) else { return (unit, nil) }
            if let first = people.first { return (unit, first) }
            rejected.append(.init(what: unit, why: "nobody is on duty"))
        }
        return (Dispatcher.dutyDesk, nil)
    }
}
