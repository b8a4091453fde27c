import Cases
import Foundation
import GRDB
import Media

/// Brings the cases of a store of five states to the whole life cycle.
///
/// Their log stays as it is; a line `taken-over` is added with what the case came to, and from there on the log says all.
enum CourseMigration {
    /// What the five states are called now.
    private static let states = [
        "dispatched": CaseState.pendingClaim, "claimed": .handling, "handled": .pendingCheck, "closed": .closed,
        "void": .void,
    ]

    static func run(_ database: Database) throws {
        let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        let calendars = CalendarBook(current: .usual(in: zone))
        for row in try Row.fetchAll(database, sql: "SELECT * FROM case_file") {
            let number: String = row["number"]
            let name: String = row["state"]
            guard let state = states[name] else {
                throw StoreError(
                    reason: "case \(number) has the unknown state '\(name)'", place: "store",
                    advice: "This store was written by another Piculet: use that one.")
            }
            let log = try Row.fetchAll(
                database, sql: "SELECT * FROM case_event WHERE number = ? ORDER BY sequence", arguments: [number])
            let course = try course(row, log, calendars)
            precondition(course.state == state, "the log and the state of case \(number) agree")
            try database.execute(
                sql: "UPDATE case_file SET state = ?, course = ?, policy = ? WHERE number = ?",
                arguments: [state.rawValue, try CaseStore.json(course), try Policies.text(course.policy), number])
            try CaseStore.append(
                CaseEvent(
                    sequence: log.count + 1, at: course.changedAt, actor: CaseActor.system.name,
                    content: .takenOver(course), note: name), to: number, database)
        }
    }

    /// What the old log comes to in the new words.
    private static func course(_ row: Row, _ log: [Row], _ calendars: CalendarBook) throws -> CaseCourse {
        let assignment = try CaseStore.assignment(row)
        let algorithm: String = row["algorithm"]
        let started = WallTime(milliseconds: row["started_at"])
        let hit = WallTime(milliseconds: row["hit_at"])
        var course = CaseCourse(.init(startedAt: started, hitAt: hit), calendars: calendars)
        let scheme = CaseScheme(calendars: calendars)
        for line in log {
            let kind: String = line["kind"]
            let actor: String = line["actor"]
            let note: String = line["note"]
            let now = WallTime(milliseconds: line["at"])
            let isDispatched = course.dispatchedAt != nil
            let steps: [(CaseAction, CaseActor)] =
                switch kind {
                case "dispatched":
                    [
                        (.autoRegister(scheme.registration(of: algorithm)), .system),
                        (.dispatch(.init(lead: assignment.unit, rule: assignment.reason.rawValue)), .system),
                    ]
                case "claim": [(.claim, .anybody(actor))]
                case "feedback": [(.feedBack(nil), .anybody(actor))]
                case "close": [(.check(isPassed: true), .anybody(actor)), (.close(condition: ""), .anybody(actor))]
                // One person was enough then.
                case "void": [(.void(witness: isDispatched ? "-" : nil), .anybody(actor))]
                default: []
                }
            for (action, actor) in steps {
                try course.take(action, by: actor, note: note.isEmpty ? "-" : note, at: now, calendars)
            }
        }
        return course
    }
}
