import CaseBook
import Cases
import Media
import TestSupport
import Testing

/// What every ledger keeps, finds and tells.
@Suite struct LedgerTests {
    @Test(arguments: AnyLedger.allCases)
    func `what others did is told, and what was done through it is not`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let number = try ledger.open(SampleCase()).number
        var mark = try ledger.mark()
        func told() throws -> [CaseState] {
            let (changes, next) = try ledger.changed(since: mark)
            mark = next
            return changes.cases.map(\.state)
        }
        // Months of its own work, and then somebody looks at one case.
        for second in 1...50 { _ = try ledger.open(SampleCase(Int64(second) * 1000)) }
        #expect(try told().isEmpty)
        for second in 51...60 { _ = try ledger.open(SampleCase(Int64(second) * 1000)) }
        _ = try beside.act(.claim, on: number, second: 60)
        _ = try ledger.act(.arrive, on: try ledger.open(SampleCase(90_000)).number.claimed(in: ledger), second: 100_000)
        #expect(try told() == [.handling])
        #expect(try told().isEmpty)
        // Its own between those of others.
        _ = try beside.act(.arrive, on: number, second: 70)
        _ = try ledger.open(SampleCase(200_000))
        _ = try beside.act(.feedBack(nil), on: number, second: 80)
        #expect(try told() == [.pendingCheck])
    }

    @Test(arguments: AnyLedger.allCases)
    func `cases are found by who has them, where they are and how far they have come`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let tree = try GridTree([
            Grid(id: "town", name: "镇", level: 1, unit: "镇城运中心"),
            Grid(id: "leaf-1", name: "一", level: 2, parent: "town", unit: "城管中队"),
            Grid(id: "leaf-2", name: "二", level: 2, parent: "town", unit: "环卫所"),
        ])
        let dispatcher = Dispatcher(tree)
        func sample(_ second: Int64, _ grid: String?) -> SampleCase {
            SampleCase(
                second, assignment: dispatcher.assign(grid: grid, location: nil, on: CalendarDate(day: 20_000)))
        }
        let one = try ledger.open(sample(0, "leaf-1")).number
        let two = try ledger.open(sample(1000, "leaf-2")).number
        let desk = try ledger.open(sample(2000, nil)).number
        _ = try ledger.act(.claim, on: one, by: "王某", second: 30)
        _ = try ledger.act(.void(witness: "赵某"), on: two, note: "误报", second: 1030)
        func found(_ change: (inout CaseQuery) -> Void) throws -> [CaseNumber] {
            var query = CaseQuery()
            change(&query)
            return try ledger.list(query).cases.map(\.number)
        }
        #expect(try found { _ in } == [one, two, desk])
        #expect(try found { $0.isOpen = true } == [one, desk])
        #expect(try found { $0.isOpen = false } == [two])
        #expect(try found { $0.states = [.handling, .void] } == [one, two])
        // Nobody leads what has ended.
        #expect(try found { $0.lead = "城管中队" } == [one] && found { $0.lead = "环卫所" }.isEmpty)
        #expect(try found { $0.person = "王某" } == [one])
        #expect(try found { $0.within = ["town"] } == [one, two])
        #expect(try found { $0.within = ["town", "leaf-2"] } == [two] && found { $0.within = ["tow"] }.isEmpty)
        #expect(try found { $0.type = "street-stall" }.count == 3 && found { $0.type = "crowd" }.isEmpty)
        #expect(try found { $0.camera = "gate" }.count == 3 && found { $0.zone = "yard" }.isEmpty)
        #expect(try found { $0.startedFrom = WallTime(milliseconds: 1_000_000) } == [two, desk])
        #expect(try found { $0.startedBefore = WallTime(milliseconds: 1_000_000) } == [one])
        #expect(try found { $0.endedFrom = WallTime(milliseconds: 1_030_000) } == [two])
        // Page by page.
        let first = try #require(try ledger.list().cases.first)
        #expect(
            try found {
                $0.after = .init(first)
                $0.limit = 1
            } == [two])
    }

    @Test(arguments: AnyLedger.allCases)
    func `incidents that had not ended come back as they were`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let sample = SampleCase()
        _ = try ledger.open(sample)
        let later = Hit(
            camera: "gate", algorithm: "street-stall", zone: "kerb", startedAt: WallTime(milliseconds: 0),
            hitAt: WallTime(milliseconds: 90_000), box: Box(x: 0.2, y: 0.2, width: 0.3, height: 0.4), measure: 2,
            score: 0.9)
        for _ in 0..<2 { try ledger.note(later, incident: sample.incident.key) }
        // It fired until the daemon died at second 500.
        let died = WallTime(milliseconds: 500_000)
        let back = try #require(try beside.openIncidents(aliveUntil: died)["gate"]?.first)
        #expect(back.key == sample.incident.key && back.firstHit == sample.hit && back.phase == .firing)
        #expect(back.sustainedAt == died && back.box == later.box && back.hits == 2)
        try ledger.turn(
            IncidentTracker.Incident(
                key: sample.incident.key, firstHit: sample.hit, box: sample.hit.box,
                sustainedAt: WallTime(milliseconds: 10_000), phase: .ended, hits: 1))
        #expect(try beside.openIncidents(aliveUntil: died).isEmpty)
    }

    @Test(arguments: AnyLedger.allCases)
    func `states of a camera follow one another without a gap`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        func at(_ second: Int64) -> WallTime { WallTime(milliseconds: second * 1000) }
        for (state, second) in [(HealthState.connecting, 0), (.live, 5), (.offline, 60)] as [(HealthState, Int64)] {
            try ledger.transact { try $0.begin(HealthEvent(camera: "gate", state: state, from: at(second))) }
        }
        try ledger.transact { try $0.begin(HealthEvent(camera: "yard", state: .live, from: at(61))) }
        func states(of camera: String?, limit: Int = 10) throws -> [HealthEvent] {
            try beside.look { try $0.health(of: camera, limit: limit) }
        }
        #expect(try states(of: "gate").map(\.state) == [.offline, .live, .connecting])
        #expect(try states(of: "gate").map(\.to) == [nil, at(60), at(5)])
        #expect(try states(of: nil, limit: 2).map(\.camera) == ["yard", "gate"])
        // A clock that went back ends nothing before it began.
        try ledger.transact { try $0.endHealth(of: "gate", at: at(59)) }
        #expect(try states(of: "gate", limit: 1).map(\.to) == [at(60)])
    }

    @Test(arguments: AnyLedger.allCases)
    func `of units kept together one that can never be kept spoils no other`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let mark = try ledger.mark()
        let (first, second) = (SampleCase(), SampleCase(1000))
        func opening(_ sample: SampleCase) -> (any LedgerUnit) throws -> CaseNumber {
            { try $0.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme).number }
        }
        let poison: (any LedgerUnit) throws -> CaseNumber = { unit in
            let number = try opening(SampleCase(2000))(unit)
            try unit.insert(first.hit, incident: "none/x")
            return number
        }
        let results = try ledger.transact(each: [opening(first), poison, opening(second), poison])
        let numbers = results.map { try? $0.get() }
        #expect(numbers.map { $0 == nil } == [false, true, false, true])
        // Of the poisoned ones nothing is there, and the others are.
        #expect(try beside.list().cases.map(\.number) == numbers.compactMap(\.self))
        // What somebody else does next is noticed, though the lines of the last one were undone.
        #expect(try ledger.changed(since: mark).changes.cases.isEmpty)
        _ = try beside.act(.claim, on: try #require(numbers[0]), second: 60)
        #expect(try ledger.changed(since: mark).changes.cases.map(\.number) == [numbers[0]])
    }

    @Test(arguments: AnyLedger.allCases)
    func `of units kept together none is kept where asking again may help`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let busy = StoreError(
            reason: Words(zh: "忙", en: "busy"), place: "test", advice: Words(zh: "无", en: "none"), outlook: .passes)
        let opening: (any LedgerUnit) throws -> Void = { unit in
            let sample = SampleCase()
            _ = try unit.open(sample.intake, evidence: sample.evidence, under: SampleCase.scheme)
        }
        let error = #expect(throws: StoreError.self) { try ledger.transact(each: [opening, { _ in throw busy }]) }
        #expect(error?.reason == busy.reason)
        #expect(try beside.list().cases.isEmpty)
    }
}

extension CaseNumber {
    /// Itself, claimed.
    fileprivate func claimed(in ledger: any CaseLedger) throws -> CaseNumber {
        try ledger.act(.claim, on: self, second: 95_000).number
    }
}
