import CaseBook
import Cases
import Foundation
import Media

/// Rows of a store that somebody tampered with, decoded as `Store` does: the JSON of a scheme, an assignment, a policy and a
/// course, a line each, then actions.
struct ActionsTarget: FuzzTarget {
    private static let sound = CaseScheme(
        calendars: CalendarBook(current: .usual(in: TimeZone(identifier: "Asia/Shanghai") ?? .gmt)))
    private static let unowned = Dispatcher(.empty).assign(grid: nil, location: nil, on: CalendarDate(day: 0))

    init() throws {}

    func take(_ input: [UInt8]) {
        let lines = input.split(separator: UInt8(ascii: "\n"), maxSplits: 24, omittingEmptySubsequences: false)
        func value<Value: Decodable>(_ line: Int) -> Value? {
            guard line < lines.count else { return nil }
            return try? JSONDecoder().decode(Value.self, from: Data(lines[line]))
        }
        let kept: CaseScheme? = value(0)
        let scheme = (kept ?? Self.sound).keeping([])
        var (record, log) = scheme.open(
            Sound.intake(
                "street-stall", value(1) ?? Self.unowned, nil, WallTime(milliseconds: Moments.ordinary)),
            evidence: .missing("no picture"))
        if let policy: CasePolicy = value(2) { record.course.policy = policy }
        if let course: CaseCourse = value(3) {
            let policy = record.course.policy
            record.course = course
            record.course.policy = policy
        }
        let actions = (4..<max(lines.count, 4)).compactMap { line -> CaseAction? in value(line) }
        for moment in Moments.all { act(record, actions, WallTime(milliseconds: moment), scheme) }
        keep(record, log, actions, scheme)
    }

    private func act(_ record: CaseRecord, _ actions: [CaseAction], _ now: WallTime, _ scheme: CaseScheme) {
        var record = record
        for action in actions + [.claim, .resume] {
            for actor in [CaseActor.system, .anybody("Wang")] {
                _ = scheme.refusal(of: action)
                let why = record.course.refusal(
                    of: action, by: actor, note: "because", at: now, scheme.calendars)
                _ = why.map { "\($0)" }
                do { try record.course.take(action, by: actor, note: "because", at: now, scheme.calendars) } catch {}
            }
        }
        look(at: record.course, now, scheme)
        _ = try? record.fireDue(until: now, scheme.calendars, .none)
        look(at: record.course, now, scheme)
    }

    private func look(at course: CaseCourse, _ now: WallTime, _ scheme: CaseScheme) {
        _ = (course.nextDue(scheme.calendars), course.total(at: now), course.net(at: now), course.parts(at: now))
        _ = course.overdue(at: now, scheme.calendars)
        for clock in CaseClock.allCases {
            guard let account = course.account(clock) else { continue }
            let calendar = scheme.calendars.calendar(of: account)
            _ = (account.left(at: now, on: calendar), account.moment(ofShare: 1, on: calendar))
        }
        _ = try? JSONEncoder().encode(course)
    }

    /// The same through a ledger, and what falls due in it.
    private func keep(_ record: CaseRecord, _ log: [CaseEvent], _ actions: [CaseAction], _ scheme: CaseScheme) {
        let ledger = MemoryLedger()
        let dueAt = record.course.nextDue(scheme.calendars)?.at
        try? ledger.transact { try $0.insert(record, log: log, dueAt: dueAt) }
        for moment in [Moments.ordinary, .max] {
            let now = WallTime(milliseconds: moment)
            for action in actions {
                _ = try? ledger.act(
                    action, on: record.number, by: .anybody("Wang"), note: "because", at: now, under: scheme)
            }
            _ = try? ledger.fireDue(until: now, limit: 10, calendars: scheme.calendars, ladder: .none)
        }
    }
}
