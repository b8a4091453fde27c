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

    /// Does all that is due until a moment, in one transaction.
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
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM case_file WHERE due_at <= ? ORDER BY due_at, number LIMIT ?",
                arguments: [now.milliseconds, limit])
            return try rows.map { row in
                var record = try Self.record(row)
                let events = try record.fireDue(until: now, calendars, ladder)
                let number = record.number.description
                try Self.update(record.course, of: number, dueAt: record.course.nextDue(calendars)?.at, database)
                for event in events { try Self.append(event, to: number, database) }
                return Fired(record: record, events: events)
            }
        }
    }
}
