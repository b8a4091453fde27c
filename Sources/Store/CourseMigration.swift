import CaseBook
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
            let log = try Row.fetchAll(
                database, sql: "SELECT * FROM case_event WHERE number = ? ORDER BY sequence", arguments: [number])
            // One that cannot be brought over stays as it is: it is set aside, and holds up no other.
            guard let course = readable(row, log, calendars) else { continue }
            try database.execute(
                sql: "UPDATE case_file SET state = ?, course = ?, policy = ? WHERE number = ?",
                arguments: [
                    course.state.rawValue, try KeptText.json(course), try KeptOnce.policies.text(course.policy), number,
                ])
            let event = CaseEvent(
                sequence: log.count + 1, at: course.changedAt, actor: CaseActor.system.name,
                content: .takenOver(course), note: row["state"])
            try StoreUnit(database, node: CaseStore.onlyNode).append(event, try KeptText.data(of: event), to: number)
        }
    }

    /// nil: its state is not known, or its log comes to another.
    private static func readable(_ row: Row, _ log: [Row], _ calendars: CalendarBook) -> CaseCourse? {
        let name: String = row["state"]
        guard let state = states[name], let course = try? course(row, log, calendars), course.state == state else {
            return nil
        }
        return course
    }

    /// What the old log comes to in the new words.
    private static func course(_ row: Row, _ log: [Row], _ calendars: CalendarBook) throws -> CaseCourse {
        let assignment: Dispatcher.Assignment = try KeptText.value(row["assignment"])
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
