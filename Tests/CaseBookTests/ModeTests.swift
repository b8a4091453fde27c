import CaseBook
import Cases
import Media
import TestSupport
import Testing

/// In which modes algorithms run, in every ledger: what the rule makes of verdicts, and what people make of the rule.
@Suite struct ModeTests {
    private static let pair = ModePair(camera: "gate", algorithm: "street-stall")

    /// A rule of few verdicts: 10 of 10 are 72 to 100 %, 0 of 5 are 0 to 43 %.
    private static func plan(start: HitMode = .shadow, cap: HitMode = .auto) -> ModePlan {
        var rule = ModeRule()
        (rule.start, rule.latest) = (start, 20)
        rule.promotion = .init(reviewed: 10, precision: 0.7)
        rule.demotion = .init(reviewed: 5, precision: 0.6)
        rule.silencing = .init(reviewed: 5, precision: 0.5)
        return ModePlan(rule: rule, caps: [.init(pair, cap)])
    }

    private static func scheme(_ plan: ModePlan) -> CaseScheme {
        CaseScheme(calendars: SampleCase.calendars, modes: plan)
    }

    /// A town's life on a clock of its own: each hit a minute after the one before.
    private final class Street {
        let ledger: any CaseLedger
        var scheme: CaseScheme
        private(set) var minute: Int64 = 0

        init(_ ledger: any CaseLedger, _ plan: ModePlan) { (self.ledger, scheme) = (ledger, ModeTests.scheme(plan)) }

        var now: WallTime { WallTime(milliseconds: minute * 60_000 + 30_000) }

        func hit() throws -> CaseRecord {
            minute += 1
            let sample = SampleCase(minute * 60)
            return try ledger.open(sample.intake, evidence: sample.evidence, under: scheme)
        }

        @discardableResult
        func act(_ action: CaseAction, _ record: CaseRecord, by actor: CaseActor = .anybody("李某")) throws -> CaseRecord
        {
            try ledger.act(action, on: record.number, by: actor, note: "原因", at: now, under: scheme)
        }

        func see(_ verdict: CaseVerdict, times: Int = 1) throws {
            for _ in 0..<times { try act(.judge(verdict), try hit()) }
        }

        var modes: [String] {
            get throws {
                try ledger.modeChanges().map { "\($0.cause.rawValue) \($0.to.rawValue) \($0.figures.reviewed)" }
            }
        }
    }

    @Test(arguments: AnyLedger.allCases)
    func `verdicts bring it up a step at a time, and down again`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let street = Street(ledger, Self.plan())
        try street.see(.correct, times: 9)
        try street.see(.permitted)
        #expect(try street.modes.isEmpty)
        try street.see(.correct)
        #expect(try street.modes == ["promoted review 10"])
        // Another ten, of hits since: the ten that brought it here do not count twice.
        try street.see(.correct, times: 9)
        #expect(try street.modes.count == 1)
        try street.see(.correct)
        #expect(try street.modes.last == "promoted auto 10")
        try street.see(.wrong, times: 5)
        #expect(try street.modes.last == "demoted review 5")
        try street.see(.wrong, times: 5)
        #expect(try street.modes.last == "demoted shadow 5")
        let last = try #require(try beside.modeChanges(of: Self.pair).last)
        #expect(last.actor == "system" && last.from == .review && last.pair == Self.pair)
        #expect(last.figures.correct == 0 && last.figures.interval == WilsonInterval(0, of: 5))
        #expect(last.figures.rule == street.scheme.modes.rule && last.sequence == 4)
        #expect(try beside.modeChanges(after: 2).map(\.to) == [.review, .shadow])
        #expect(try beside.modeChanges(of: ModePair(camera: "yard", algorithm: "street-stall")).isEmpty)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a hit in shadow is kept, told to nobody, falls due never, and counts when it is judged`(kind: AnyLedger)
        throws
    {
        let (ledger, _) = try kind.make()
        let street = Street(ledger, Self.plan())
        let record = try street.hit()
        #expect(record.state == .shadow && record.course.lead == nil && record.course.mode == .shadow)
        #expect(try ledger.list(.open).cases.isEmpty && ledger.nextDue() == nil)
        var query = CaseQuery()
        query.isShadow = true
        #expect(try ledger.list(query).cases.map(\.number) == [record.number])
        query.isShadow = false
        #expect(try ledger.list(query).cases.isEmpty)
        #expect(try ledger.find(record.number)?.log.map(\.kind) == ["opened", "shadow"])
        // It comes back after nothing: nobody was ever told.
        #expect(try street.hit().course.recurrenceOf == nil)
        #expect(try street.act(.judge(.correct), record).state == .shadow)
        #expect(try ledger.hits(HitQuery(isDecided: true)).count == 1)
        #expect(throws: StoreError.self) { try street.act(.accept, record) }
    }

    @Test(arguments: AnyLedger.allCases)
    func `a hit in review waits for a person, and goes its way once they made it a case`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let street = Street(ledger, Self.plan(start: .review))
        let record = try street.hit()
        #expect(record.state == .reported && record.course.account(.accept)?.isRunning == true)
        #expect(try ledger.list(.open).cases.count == 1 && ledger.nextDue() != nil)
        try street.act(.accept, record)
        let registration = street.scheme.registration(of: record)
        let gone = try street.act(.register(registration), record)
        #expect(gone.state == .pendingClaim && gone.course.lead == Dispatcher.dutyDesk)
        #expect(gone.course.judged?.verdict == .correct && gone.course.judged?.by == "李某")
        let log = try #require(try ledger.find(record.number)).log
        #expect(log.map(\.kind) == ["opened", "accept", "register", "verdict", "dispatch"])
        #expect(log.map(\.actor) == ["system", "李某", "李某", "李某", "system"])
        #expect(CaseCourse(replaying: log, SampleCase.calendars) == gone.course)
        // One that they find false ends there, and counts.
        let other = try street.act(.reject(.falseDetection), try street.hit())
        #expect(other.state == .rejected && other.course.judged?.verdict == .wrong)
        // In auto a registration by hand leaves the dispatch to the dispatcher, as ever.
        street.scheme = Self.scheme(Self.plan(start: .auto))
        let auto = try street.hit()
        #expect(auto.state == .pendingClaim && auto.course.mode == nil)
        try street.act(.giveBack, auto)
        try street.act(.sendBack, auto)
        try street.act(.accept, auto)
        let again = try street.act(.register(registration), auto)
        #expect(again.state == .pendingDispatch && again.course.judged == nil)
    }

    @Test(arguments: AnyLedger.allCases)
    func `what a permit allows ends as permitted in every mode`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let square = Polygon([Point(x: 121, y: 31), Point(x: 122, y: 31), Point(x: 122, y: 32), Point(x: 121, y: 32)])
        let table = DispatchTable(
            version: "1", rules: [], zones: [GroundZone(id: "night-market", polygon: square, effect: .suppress)])
        for (second, mode) in zip([Int64(0), 1000, 2000], HitMode.allCases) {
            let sample = SampleCase(second)
            let intake = CaseIntake(
                incident: sample.incident, number: sample.intake.number, cameraName: "门",
                assignment: sample.intake.assignment, place: Point(x: 121.5, y: 31.5))
            let scheme = CaseScheme(
                calendars: SampleCase.calendars, dispatch: table, modes: Self.plan(start: mode))
            let record = try ledger.open(intake, evidence: sample.evidence, under: scheme)
            #expect(record.state == .rejected && record.course.reason == "permitted" && record.course.judged == nil)
        }
    }

    @Test(arguments: AnyLedger.allCases)
    func `nothing is promoted beyond what is configured`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let street = Street(ledger, Self.plan(cap: .review))
        try street.see(.correct, times: 40)
        #expect(try street.modes == ["promoted review 10"])
        #expect(try street.hit().state == .reported)
        // A higher cap lets the next verdict do it, a lower one holds at once.
        street.scheme = Self.scheme(Self.plan(cap: .shadow))
        #expect(try street.hit().state == .shadow)
        street.scheme = Self.scheme(Self.plan())
        try street.see(.correct)
        #expect(try street.modes.last == "promoted auto 20")
        #expect(try street.hit().state == .pendingClaim)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a person overrules the rule until they release it`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let street = Street(ledger, Self.plan(start: .auto))
        func order(_ order: ModeOrder, _ name: String = "陈某", note: String = "庙会") throws {
            _ = try ledger.order(
                order, of: Self.pair, by: .anybody(name), note: note, at: street.now, under: street.scheme.modes)
        }
        try street.see(.wrong, times: 2)
        try order(.pin(.auto))
        try street.see(.wrong, times: 20)
        #expect(try street.modes == ["overruled auto 2"])
        try order(.release)
        try street.see(.wrong, times: 5)
        #expect(try street.modes == ["overruled auto 2", "released auto 20", "demoted review 5"])
        let changes = try beside.modeChanges()
        #expect(changes.map(\.actor) == ["陈某", "陈某", "system"] && changes.map(\.note) == ["庙会", "庙会", ""])
        // Refused: nothing is written.
        let silent = #expect(throws: StoreError.self) { try order(.pin(.shadow), note: "") }
        #expect(silent?.description == "mode: a reason is needed. See 'piculet accuracy modes'.")
        let twice = #expect(throws: StoreError.self) { try order(.release) }
        #expect(twice?.words.zh == "mode：已由规则决定，没有人工指定。见 'piculet accuracy modes'。")
        #expect(try beside.modeChanges().count == 3)
    }

    @Test(arguments: AnyLedger.allCases)
    func `a verdict that cannot be kept changes no mode`(kind: AnyLedger) throws {
        let (ledger, beside) = try kind.make()
        let street = Street(ledger, Self.plan())
        try street.see(.correct, times: 9)
        let record = try street.hit()
        let stranger = CaseActor(name: "王某", roles: [.handler], unit: nil)
        #expect(throws: StoreError.self) { try street.act(.judge(.correct), record, by: stranger) }
        #expect(try beside.modeChanges().isEmpty)
        // In one unit of work with a later part that fails.
        let never = StoreError(
            reason: Words(zh: "不行", en: "no"), place: "test", advice: Words(zh: "无", en: "none"), outlook: .never)
        let bodies: [(any LedgerUnit) throws -> Void] = [
            { unit in
                try unit.append(
                    ModeChange(
                        pair: Self.pair, at: street.now, actor: "x", from: .shadow, to: .auto, cause: .overruled,
                        figures: .init(Tally(), .usual), note: ""))
                throw never
            }
        ]
        let results = try ledger.transact(each: bodies)
        #expect(results.map { (try? $0.get()) == nil } == [true])
        #expect(try beside.modeChanges().isEmpty)
    }

    @Test(arguments: AnyLedger.allCases)
    func `only the latest verdicts speak for what it is now`(kind: AnyLedger) throws {
        let (ledger, _) = try kind.make()
        let street = Street(ledger, Self.plan(start: .auto))
        try street.see(.correct, times: 200)
        // Of the twenty latest twelve: 8 of 20 are 22 to 61 %, 7 of 20 are 18 to 57 %.
        try street.see(.wrong, times: 12)
        #expect(try street.modes.isEmpty)
        try street.see(.wrong)
        #expect(try street.modes == ["demoted review 20"])
    }
}
