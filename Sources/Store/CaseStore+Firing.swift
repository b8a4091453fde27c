import Cases
import GRDB
import Media

/// What cases do by themselves when their time has come. What fell due while nobody looked is done once, afterwards.
extension CaseStore {
    /// A case with what it did.
    package struct Fired: Sendable {
        package let record: CaseRecord
        package let events: [CaseEvent]
    }

    /// When something falls due next, or fell due longest ago; nil: nothing does.
    package func nextDue() throws(StoreError) -> WallTime? {
        try read { try Int64.fetchOne($0, sql: "SELECT min(due_at) FROM case_file WHERE due_at IS NOT NULL") }
            .map { WallTime(milliseconds: $0) }
    }

    /// Does all that is due until a moment, in one transaction. A case that cannot do what is due, or cannot be read, has a
    /// line in its log that says so and holds up no other.
    ///
    /// - Parameter limit: of so many cases; the rest is due the next time.
    package func fireDue(
        until now: WallTime, limit: Int, calendars: CalendarBook, ladder: Ladder
    ) throws(StoreError) -> [Fired] {
        let isAnythingDue = try read {
            try Bool.fetchOne(
                $0, sql: "SELECT EXISTS (SELECT 1 FROM case_file WHERE due_at <= ?)", arguments: [now.milliseconds])
        }
        guard isAnythingDue ?? false else { return [] }
        return try write { database in
            let due = try Row.fetchAll(
                database, sql: "SELECT * FROM case_file WHERE due_at <= ? ORDER BY due_at, number LIMIT ?",
                arguments: [now.milliseconds, limit]
            ).map { KeptCase($0) }
            let works = InParallel.map(due) { kept in
                (kept.number, Result { try Work(kept, until: now, calendars, ladder) })
            }
            return try works.compactMap { number, work in
                switch work {
                case .success(let work):
                    try work.write(to: database)
                    return Fired(record: work.record, events: work.events)
                case .failure(let error):
                    try Self.leave(number, "\(error)", at: now, database)
                    return nil
                }
            }
        }
    }

    /// Until somebody acts on it nothing of it is due any more.
    private static func leave(_ number: String, _ reason: String, at now: WallTime, _ database: Database) throws {
        try database.execute(sql: "UPDATE case_file SET due_at = NULL WHERE number = ?", arguments: [number])
        let event = CaseEvent(
            sequence: 0, at: now, actor: CaseActor.system.name, content: .noted("not-done"), note: reason)
        try append(event, to: number, database)
    }

    /// What one case does, and what is to be written of it.
    private struct Work: Sendable {
        let record: CaseRecord
        let events: [CaseEvent]
        private let course: String
        private let data: [String?]
        private let dueAt: WallTime?

        init(_ kept: KeptCase, until now: WallTime, _ calendars: CalendarBook, _ ladder: Ladder) throws {
            var record = try kept.record()
            events = try record.fireDue(until: now, calendars, ladder)
            self.record = record
            course = try CaseStore.json(record.course)
            data = try events.map { try CaseStore.data(of: $0) }
            dueAt = record.course.nextDue(calendars)?.at
        }

        func write(to database: Database) throws {
            let number = record.number.description
            try CaseStore.update(record.course, course, of: number, dueAt: dueAt, database)
            for (event, data) in zip(events, data) { try CaseStore.append(event, data, to: number, database) }
        }
    }
}
