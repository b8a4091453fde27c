import Cases
import GRDB
import Media

/// What is done to cases, each in one immediate transaction, beside a running daemon too.
extension CaseStore {
    /// Does to a case what is asked; a merge changes its master with it.
    ///
    /// - Throws: `StoreError`, with the life cycle's own words when it says no; nothing is changed then.
    package func act(
        _ action: CaseAction, on number: CaseNumber, by actor: CaseActor, note: String, at now: WallTime,
        calendars: CalendarBook
    ) throws(StoreError) -> CaseRecord {
        try write { database in
            var record = try Self.existing(number, database)
            let masterBefore = record.course.merging?.into
            try Self.take(action, on: &record, by: actor, note: note, at: now, calendars, database)
            switch action {
            case .merge(let into):
                var master = try Self.existing(CaseNumber(into), database)
                if let why = CaseMerging.unmet(record, into: master) {
                    throw CaseRefusal(action: .merge, reason: .unmet(why))
                }
                let absorb = CaseAction.absorb(number.description, startedAt: record.course.startedAt)
                try Self.take(absorb, on: &master, by: actor, note: note, at: now, calendars, database)
            case .unmerge:
                guard let masterBefore else { break }
                var master = try Self.existing(CaseNumber(masterBefore), database)
                let release = CaseAction.release(number.description)
                try Self.take(release, on: &master, by: actor, note: note, at: now, calendars, database)
            default: break
            }
            return record
        }
    }

    private static func existing(_ number: CaseNumber, _ database: Database) throws -> CaseRecord {
        guard let record = try find(number, database) else {
            throw StoreError(reason: "there is no case \(number)", place: "store", advice: "See 'piculet case list'.")
        }
        return record
    }

    private static func take(
        _ action: CaseAction, on record: inout CaseRecord, by actor: CaseActor, note: String, at now: WallTime,
        _ calendars: CalendarBook, _ database: Database
    ) throws {
        let at = try record.course.take(action, by: actor, note: note, at: now, calendars)
        let number = record.number.description
        try update(record.course, of: number, dueAt: record.course.nextDue(calendars)?.at, database)
        let event = CaseEvent(sequence: 0, at: at, actor: actor.name, content: .took(action), note: note)
        try append(event, to: number, database)
    }

    /// The cases of which something falls due until a moment, the longest overdue first.
    package func due(until now: WallTime, limit: Int) throws(StoreError) -> [CaseNumber] {
        try read { database in
            try String.fetchAll(
                database, sql: "SELECT number FROM case_file WHERE due_at <= ? ORDER BY due_at, number LIMIT ?",
                arguments: [now.milliseconds, limit]
            ).map { CaseNumber($0) }
        }
    }
}
