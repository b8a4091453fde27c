import CaseBook
import Cases
import Media
import TestSupport
import Testing

/// What people said of hits, in every ledger.
@Suite struct VerdictTests {
    @Test(arguments: AnyLedger.allCases)
    func `one verdict holds, the last, and the log has all of them`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let number = try ledger.open(SampleCase()).number
        _ = try ledger.act(.judge(.unclear), on: number, by: "李某", note: "太暗", second: 60)
        _ = try ledger.act(.judge(.correct), on: number, by: "张某", second: 90)
        try ledger.close(number, from: 100)
        // After the end too; the case stays where it is.
        let judged = try ledger.act(.judge(.wrong), on: number, by: "赵某", note: "树影", second: 4000)
        #expect(judged.state == .closed && judged.course.endedAt == WallTime(milliseconds: 103_000))
        let found = try #require(try beside.find(number))
        let held = try #require(found.record.course.judged)
        #expect(held.verdict == .wrong && held.by == "赵某" && held.note == "树影")
        #expect(held.at == WallTime(milliseconds: 4_000_000))
        #expect(found.log.filter { $0.kind == "verdict" }.map(\.actor) == ["李某", "张某", "赵某"])
        #expect(CaseCourse(replaying: found.log, SampleCase.calendars) == found.record.course)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a verdict that is given with an end is kept with it, in one unit of work`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        func end(_ second: Int64, _ action: CaseAction, _ verdict: CaseVerdict?) throws -> CaseRecord {
            let number = try ledger.open(SampleCase(second)).number
            return try ledger.act(
                action, on: number, by: .anybody("李某"), note: "原因",
                at: WallTime(milliseconds: second * 1000 + 60_000), under: SampleCase.scheme, verdict: verdict)
        }
        let void = try end(0, .void(witness: "赵某"), .duplicate)
        #expect(void.state == .void && void.course.judged?.verdict == .duplicate)
        #expect(try beside.find(void.number)?.log.suffix(2).map(\.kind) == ["void", "verdict"])
        // The reason of a rejection is a verdict; what a person says beside it counts more.
        #expect(try end(1000, .reject(.falseDetection), nil).course.judged?.verdict == .wrong)
        #expect(try end(2000, .reject(.permitted), nil).course.judged?.verdict == .permitted)
        #expect(try end(3000, .reject(.falseDetection), .unclear).course.judged?.verdict == .unclear)
        #expect(try end(4000, .reject(.outOfArea), nil).course.judged == nil)
        #expect(try end(5000, .void(witness: "赵某"), nil).course.judged == nil)
    }

    @Test(arguments: AnyLedger.allCases)
    func `who may not judge ends nothing either`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let number = try ledger.open(SampleCase()).number
        let leader = CaseActor(name: "陈某", roles: [.leader], unit: nil)
        let error = #expect(throws: StoreError.self) {
            _ = try ledger.act(
                .forceClose(document: "d"), on: number, by: leader, note: "n", at: WallTime(milliseconds: 60_000),
                under: SampleCase.scheme, verdict: .wrong)
        }
        #expect(error?.description.contains("'verdict' is not for '陈某': it takes a acceptor") == true)
        #expect(try beside.find(number)?.record.state == .pendingClaim)
    }

    @Test(arguments: AnyLedger.allCases)
    func `cases and hits are found by their verdicts`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let numbers = try (0..<5).map { try ledger.open(SampleCase($0 * 1000)).number }
        for (number, verdict) in zip(numbers, [CaseVerdict.correct, .wrong, .permitted, .correct]) {
            _ = try ledger.act(.judge(verdict), on: number, second: 9000)
        }
        func found(_ change: (inout CaseQuery) -> Void) throws -> [CaseNumber] {
            var query = CaseQuery()
            change(&query)
            return try beside.list(query).cases.map(\.number)
        }
        #expect(try found { $0.verdict = .correct } == [numbers[0], numbers[3]])
        #expect(try found { $0.isReviewed = true } == Array(numbers[..<4]))
        #expect(try found { $0.isReviewed = false } == [numbers[4]])
        #expect(try found { $0.hitFrom = WallTime(milliseconds: 3_010_000) } == Array(numbers[3...]))
        // The latest first.
        let pair = ModePair(camera: "gate", algorithm: "street-stall")
        #expect(try beside.hits(HitQuery()).map(\.verdict) == [nil, .correct, .permitted, .wrong, .correct])
        #expect(try beside.hits(HitQuery(pair: pair, isDecided: true)).map(\.verdict) == [.correct, .wrong, .correct])
        #expect(try beside.hits(HitQuery(pair: pair, isDecided: true, limit: 2)).map(\.verdict) == [.correct, .wrong])
        #expect(try beside.hits(HitQuery(from: WallTime(milliseconds: 3_010_000))).count == 2)
        #expect(try beside.hits(HitQuery(pair: ModePair(camera: "gate", algorithm: "crowd"))).isEmpty)
        // A verdict that is replaced is found by the new one alone.
        _ = try ledger.act(.judge(.unclear), on: numbers[0], second: 9001)
        #expect(try found { $0.verdict = .correct } == [numbers[3]])
    }

    @Test(arguments: AnyLedger.allCases)
    func `a hit is of the leaf that owns it`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let tree = try GridTree([
            Grid(id: "town", name: "镇", level: 1, unit: "镇城运中心"),
            Grid(id: "leaf-1", name: "一", level: 2, parent: "town"),
        ])
        let owner = Dispatcher(tree).assign(grid: "leaf-1", location: nil, on: CalendarDate(day: 20_000))
        _ = try ledger.open(SampleCase(0, assignment: owner))
        _ = try ledger.open(SampleCase(1000))
        #expect(try ledger.hits(HitQuery()).map(\.grid) == [nil, "leaf-1"])
    }
}
