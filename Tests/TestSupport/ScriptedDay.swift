import CaseBook
import Cases
import Foundation
import Media
import Store

/// A day of a small town on a clock of its own: cases open, people act on them at written hours, what falls due is done
/// each minute.
///
/// This is the one place where time is not the machine's (`Tests/ScriptedDay` runs it as a process that can be killed):
/// the program that is delivered has no such seam. A day that broke off is gone on with; the store says how far it came.
package struct ScriptedDay: Sendable {
    package static let minutes = 24 * 60
    package static let calendars = CalendarBook(
        current: .usual(in: TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt))
    private static let scheme = CaseScheme(calendars: calendars)
    /// 2026-03-03 00:00 in Shanghai, a Tuesday.
    private static let midnight = WallTime(milliseconds: 1_772_467_200_000)

    private struct Step: Sendable {
        let minute: Int
        let name: String
        let action: CaseAction
    }

    private struct Plan: Sendable {
        let hit: Hit
        let opening: Int
        let steps: [Step]
    }

    private let plans: [Plan]
    private let tree: GridTree

    package init(seed: UInt64, cases: Int = 80) throws {
        var random = SeededRandom(seed: seed)
        tree = try GridTree([
            Grid(id: "town", name: "镇", level: 1, unit: "镇城运中心", head: "陈某"),
            Grid(id: "area", name: "片区", level: 2, parent: "town", unit: "片区站", head: "李某"),
            Grid(id: "leaf", name: "格", level: 3, parent: "area", head: "周某"),
        ])
        plans = (0..<cases).map { Self.plan($0, &random) }
    }

    package static func time(_ minute: Int) -> WallTime { midnight + .seconds(60 * minute) }

    private static func plan(_ number: Int, _ random: inout SeededRandom) -> Plan {
        let opening = Int.random(in: 0..<minutes - 60, using: &random)
        let hit = Hit(
            camera: "camera-\(number)", algorithm: "street-stall", zone: "kerb",
            startedAt: time(opening) + .seconds(-180),
            hitAt: time(opening), box: Box(x: 0.1, y: 0.2, width: 0.3, height: 0.4), measure: 1, score: 0.9)
        var (steps, minute) = ([Step](), opening)
        func add(_ action: CaseAction, after longest: Int) {
            minute += Int.random(in: 0...longest, using: &random)
            guard minute < minutes else { return }
            steps.append(Step(minute: minute, name: "step \(steps.count)", action: action))
        }
        // How far people bring it; what they leave lying climbs the ladder.
        let progress = Int.random(in: 0...8, using: &random)
        if progress > 0, Bool.random(using: &random) {
            add(.giveBack, after: 20)
            add(.dispatch(.init(lead: Bool.random(using: &random) ? "片区站" : "环卫所", rule: "by hand")), after: 40)
        }
        if progress > 1 { add(.claim, after: 30) }
        if progress > 2, Bool.random(using: &random) {
            let until = time(min(minute + Int.random(in: 60...300, using: &random), minutes))
            add(.ask(.suspension(until: until)), after: 5)
            add(.review(.suspension, isApproved: true), after: 5)
            add(.review(.suspension, isApproved: true), after: 5)
            minute += 360
        }
        if progress > 3 { add(.arrive, after: 90) }
        if progress > 4 { add(.whistle(item: "1", units: ["水务所"]), after: 20) }
        if progress > 5 { add(.feedBack(nil), after: 200) }
        if progress > 6 {
            add(.check(isPassed: false), after: 40)
            add(.feedBack(nil), after: 60)
            add(.check(isPassed: true), after: 40)
        }
        if progress > 7 { add(.close(condition: "已清"), after: 20) }
        return Plan(hit: hit, opening: opening, steps: steps)
    }

    /// Goes on with the day, or begins it.
    ///
    /// - Returns: how many actions were refused: the script and the life cycle must agree.
    @discardableResult
    package func run(on store: CaseStore) throws -> Int {
        let before = try store.beginRun(at: Self.time(0))
        let first = before.map { Int(($0.seenAt - Self.midnight).inSeconds / 60) } ?? 0
        try store.noteRun(at: Self.time(first), ends: false)
        var refused = 0
        for minute in first..<Self.minutes {
            refused += try act(minute, store)
            _ = try store.fireDue(
                until: Self.time(minute), limit: 1000, calendars: Self.calendars, ladder: Ladder(tree))
            try store.noteRun(at: Self.time(minute + 1), ends: minute + 1 == Self.minutes)
        }
        return refused
    }

    private func act(_ minute: Int, _ store: CaseStore) throws -> Int {
        var refused = 0
        for plan in plans {
            if plan.opening == minute { try open(plan, store) }
            for step in plan.steps where step.minute == minute {
                guard let (record, log) = try store.find(number(plan)) else { continue }
                // Done before the process was killed.
                if log.contains(where: { $0.note == step.name }) { continue }
                do {
                    _ = try store.act(
                        step.action, on: record.number, by: .anybody("王某"), note: step.name, at: Self.time(minute),
                        under: Self.scheme)
                } catch { refused += 1 }
            }
        }
        return refused
    }

    private func number(_ plan: Plan) -> CaseNumber { CaseNumber(incident: plan.hit.camera, date: "2026-03-03") }

    private func open(_ plan: Plan, _ store: CaseStore) throws {
        var tracker = IncidentTracker(quietAfter: .seconds(1200))
        guard case .opened(let incident)? = tracker.take(plan.hit).first else {
            preconditionFailure("a first hit opens")
        }
        let owner = Dispatcher(tree).assign(grid: "leaf", location: nil, on: CalendarDate(day: 20_515))
        let intake = CaseIntake(
            incident: incident, number: number(plan), cameraName: plan.hit.camera, assignment: owner, place: nil)
        _ = try store.open(intake, evidence: .missing("scripted"), under: Self.scheme)
    }
}
