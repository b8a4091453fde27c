import CaseBook
import Cases
import Foundation
import Media
import TestSupport
import Testing

/// What falls due, in every ledger: once, also where nobody looked for a while.
@Suite struct FiringTests {
    private let calendars = SampleCase.calendars

    private func at(_ minute: Double) -> WallTime { WallTime(milliseconds: 10_000 + Int64(minute * 60_000)) }

    private func ladder() throws -> Ladder {
        Ladder(
            try GridTree([
                Grid(id: "town", name: "镇", level: 1, head: "陈某"),
                Grid(id: "leaf", name: "格", level: 2, parent: "town", unit: "城管中队", head: "周某"),
            ]))
    }

    /// A case of the leaf grid, hit at minute 0.
    private func opened(_ ledger: any CaseLedger) throws -> CaseNumber {
        let tree = try GridTree([
            Grid(id: "town", name: "镇", level: 1), Grid(id: "leaf", name: "格", level: 2, parent: "town", unit: "城管中队"),
        ])
        let sample = SampleCase(
            assignment: Dispatcher(tree).assign(grid: "leaf", location: nil, on: CalendarDate(day: 0)))
        return try ledger.open(sample).number
    }

    private func fire(_ ledger: any CaseLedger, _ minute: Double) throws -> [String] {
        try ledger.fireDue(until: at(minute), limit: 100, calendars: calendars, ladder: try ladder()).fired
            .flatMap(\.events).map { "\($0.kind) \($0.note)".trimmingCharacters(in: .whitespaces) }
    }

    @Test(arguments: AnyLedger.allCases)
    func `2.5: yellow to who has it, red to the head too, then level by level, then supervised`(
        kind: AnyLedger
    ) throws {
        let (ledger, _) = try kind.make()
        let number = try opened(ledger)
        // Claiming has 5 minutes: 70 %, all, 150 %, 200 %.
        #expect(try ledger.nextDue() == at(3.5))
        #expect(try fire(ledger, 3.4).isEmpty)
        #expect(try fire(ledger, 3.5) == ["warn 城管中队"])
        #expect(try fire(ledger, 3.6).isEmpty)
        #expect(try fire(ledger, 5) == ["warn 城管中队, 周某 (格)"])
        #expect(try fire(ledger, 7.5) == ["warn 城管中队, 周某 (格), 陈某 (镇)"])
        #expect(try fire(ledger, 10) == ["warn 城管中队, 周某 (格), 陈某 (镇)", "supervise"])
        #expect(try fire(ledger, 12.5) == ["warn 城管中队, 周某 (格), 陈某 (镇)"])
        // A claim ends this ladder; nobody who arrives begins another.
        _ = try act(.claim, ledger, number, 13)
        #expect(try fire(ledger, 20).isEmpty)
        #expect(try fire(ledger, 13 + 0.7 * 60) == ["warn 城管中队"])
        let found = try #require(try ledger.find(number))
        #expect(CaseCourse(replaying: found.log, calendars) == found.record.course)
    }

    @Test(arguments: AnyLedger.allCases)
    func `what was due while nobody looked is done once, whoever looks`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let number = try opened(ledger)
        #expect(try fire(beside, 8).count == 3)
        #expect(try fire(ledger, 8).isEmpty)
        #expect(try #require(try ledger.find(number)).record.course.clocks[.claim]?.warned == 3)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a suspension ends at its date, however late that is noticed`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let number = try opened(ledger)
        for (minute, action) in [
            (1.0, CaseAction.claim), (2, .ask(.suspension(until: at(600)))),
            (3, .review(.suspension, isApproved: true)),
            (4, .review(.suspension, isApproved: true)),
        ] { _ = try act(action, ledger, number, minute) }
        #expect(try fire(ledger, 599).isEmpty)
        #expect(try fire(ledger, 630) == ["resume"])
        let course = try #require(try ledger.find(number)).record.course
        #expect(course.state == .handling && course.stateSince == at(600))
        // 4 minutes before it, 30 after.
        #expect(course.account(.handle)?.used(at: at(630), on: calendars.current) == .seconds(34 * 60))
    }

    @Test(arguments: AnyLedger.allCases)
    func `the longest overdue come first, so many at a time`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let numbers = try [0, 300, 600].map { try ledger.open(SampleCase($0)).number }
        func fire(_ minute: Double) throws -> Firing {
            try ledger.fireDue(until: at(minute), limit: 2, calendars: calendars, ladder: .none)
        }
        let first = try fire(20)
        #expect(first.fired.map(\.record.number) == Array(numbers.prefix(2)) && first.isLimited)
        let rest = try fire(20)
        #expect(rest.fired.map(\.record.number) == [numbers[2]] && !rest.isLimited && rest.aside.isEmpty)
        #expect(try fire(20).fired.isEmpty)
    }

    private func act(_ action: CaseAction, _ ledger: any CaseLedger, _ number: CaseNumber, _ minute: Double) throws {
        _ = try ledger.act(
            action, on: number, by: .anybody("王某"), note: "待料", at: at(minute), under: SampleCase.scheme)
    }
}
