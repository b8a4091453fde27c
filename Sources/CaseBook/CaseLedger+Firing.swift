import Cases
import Media

/// What cases did by themselves.
package struct Firing: Sendable {
    /// A case with what it did.
    package struct Fired: Sendable {
        package let record: CaseRecord
        package let events: [CaseEvent]
    }

    package let fired: [Fired]
    /// The cases that cannot be read or do what is due: until somebody acts on them nothing of them is due any more.
    package let aside: [AsideCase]
    /// More may be due: the limit was reached.
    package let isLimited: Bool

    package static let none = Firing(fired: [], aside: [], isLimited: false)
}

/// What cases do by themselves when their time has come. What fell due while nobody looked is done once, afterwards.
extension CaseLedger {
    /// Does all that is due until a moment, in one unit of work. A case that cannot do what is due, or cannot be read, has a
    /// line in its log that says so and holds up no other.
    ///
    /// - Parameter limit: of so many cases; the rest is due the next time.
    package func fireDue(
        until now: WallTime, limit: Int, calendars: CalendarBook, ladder: Ladder
    ) throws(StoreError) -> Firing {
        // Whoever only looks holds up nobody who writes.
        guard let next = try nextDue(), next <= now else { return .none }
        return try transact { unit in
            let due = try unit.due(until: now, limit: limit)
            let works = InParallel.map(due) { one in
                (one.number, Result { try Self.fire(try one.record.get(), until: now, calendars, ladder) })
            }
            var (changes, aside) = ([CaseChange](), [AsideCase]())
            for (number, work) in works {
                switch work {
                case .success(let change): changes.append(change)
                case .failure(let error): aside.append(AsideCase(number: number, reason: "\(error)"))
                }
            }
            try unit.keep(changes)
            for one in aside {
                let event = CaseEvent(
                    sequence: 0, at: now, actor: CaseActor.system.name, content: .noted("not-done"), note: one.reason)
                try unit.leave(one.number, event)
            }
            return Firing(
                fired: changes.map { Firing.Fired(record: $0.record, events: $0.events) }, aside: aside,
                isLimited: due.count == limit)
        }
    }

    private static func fire(
        _ record: CaseRecord, until now: WallTime, _ calendars: CalendarBook, _ ladder: Ladder
    ) throws(CaseRefusal) -> CaseChange {
        var after = record
        let events = try after.fireDue(until: now, calendars, ladder)
        return CaseChange(from: record.course, to: after, events: events, calendars)
    }
}
