import Media

extension CaseRecord {
    /// Does all that is due until a moment.
    ///
    /// - Returns: the lines of its log. A suspension ends at its date, whenever that is noticed; who was late is told when
    ///   it is noticed.
    package mutating func fireDue(
        until now: WallTime, _ calendars: CalendarBook, _ ladder: Ladder
    ) throws(CaseRefusal) -> [CaseEvent] {
        var events: [CaseEvent] = []
        while let (due, at) = course.nextDue(calendars), at <= now {
            switch due {
            case .resume: try fire(due.action, "", at: at, calendars, &events)
            case .warn(let warning):
                let listeners = ladder.listeners(of: warning, self)
                try fire(due.action, listeners.names.joined(separator: ", "), at: now, calendars, &events)
                guard listeners.isAboveTop, course.supervision == nil else { continue }
                try fire(.supervise(level: 1, needsReply: true), "", at: now, calendars, &events)
            }
        }
        return events
    }

    private mutating func fire(
        _ action: CaseAction, _ note: String, at moment: WallTime, _ calendars: CalendarBook,
        _ events: inout [CaseEvent]
    ) throws(CaseRefusal) {
        let at = try course.take(action, by: .system, note: note, at: moment, calendars)
        events.append(
            CaseEvent(sequence: 0, at: at, actor: CaseActor.system.name, content: .took(action), note: note))
    }
}
