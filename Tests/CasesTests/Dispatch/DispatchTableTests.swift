import Cases
import Media
import TestSupport
import Testing

/// The dispatch rule (case domain, 6.4): zones, the row, who is on duty, one level up where nobody is.
@Suite struct DispatchTableTests {
    private static let tree = try? GridTree([
        Grid(id: "town", name: "镇", level: 1, kind: "town", unit: "镇城运中心"),
        Grid(id: "area", name: "片区", level: 2, parent: "town", kind: "area", unit: "片区站"),
        Grid(id: "leaf", name: "格", level: 3, parent: "area", kind: "leaf"),
    ])

    private func owner() throws -> Dispatcher.Assignment {
        Dispatcher(try #require(Self.tree)).assign(grid: "leaf", location: nil, on: Shanghai.date("2026-03-03"))
    }

    private func decide(
        _ table: DispatchTable, _ type: String = "street-stall", at time: String = "2026-03-03 14:00",
        place: Point? = nil, of ground: Dispatcher.Assignment? = nil
    ) throws -> Decision {
        table.decide(
            type, on: try ground ?? owner(), place: place, at: Shanghai.time(time), Shanghai.calendar)
    }

    private func window(_ text: String) throws -> DailyWindow { try #require(DailyWindow(configured: text)) }

    @Test func `without a list a case goes to the unit of its grid`() throws {
        let decision = try decide(.none)
        #expect(decision.lead == "片区站" && decision.rule == nil && decision.rejected.isEmpty)
    }

    @Test func `the row that says it closer decides, and what was passed over is told`() throws {
        let table = DispatchTable(
            version: "7",
            rules: [
                Responsibility(id: "all", lead: "镇城运中心"),
                Responsibility(id: "stall", types: ["street-stall"], lead: "城管中队", coUnits: ["市场监管所"]),
                Responsibility(
                    id: "stall-night", types: ["street-stall"], window: try window("22:00-05:00"), lead: "夜班"),
                Responsibility(
                    id: "stall-park", types: ["street-stall"], kinds: ["park"], lead: "园区", limit: Limit(1, .workDay)),
                Responsibility(id: "water", types: ["waterlogging"], lead: "水务所"),
            ])
        let day = try decide(table)
        #expect(day.rule == "stall" && day.version == "7" && day.lead == "城管中队" && day.coUnits == ["市场监管所"])
        #expect(
            day.rejected == [
                .init(what: "stall-park", why: "another kind of grid"), .init(what: "stall-night", why: "other hours"),
                .init(what: "all", why: "'stall' says it closer"),
            ])
        #expect(try decide(table, at: "2026-03-03 23:00").lead == "夜班")
        #expect(try decide(table, "crowd").rule == "all")
    }

    @Test func `whoever is on duty has it, else the next level up, at last the desk`() throws {
        let roster = Roster(shifts: [
            .init(
                unit: "片区站", days: .init(kinds: [.workdays]), window: try window("08:00-18:00"), people: ["王某", "周某"]),
            .init(unit: "镇城运中心", days: .init(kinds: [.workdays]), window: try window("18:00-08:00"), people: ["李某"]),
        ])
        let table = DispatchTable(version: "1", rules: [Responsibility(id: "all")], roster: roster)
        let day = try decide(table)
        #expect(day.lead == "片区站" && day.person == "王某")
        let night = try decide(table, at: "2026-03-03 23:00")
        #expect(night.lead == "镇城运中心" && night.person == "李某")
        #expect(night.rejected == [.init(what: "片区站", why: "nobody is on duty")])
        // The night of Friday goes on into Saturday; on Saturday itself nobody is there.
        #expect(try decide(table, at: "2026-03-07 07:59").person == "李某")
        let saturday = try decide(table, at: "2026-03-07 12:00")
        #expect(saturday.lead == Dispatcher.dutyDesk && saturday.person == nil)
        #expect(saturday.rejected.map(\.what) == ["片区站", "镇城运中心"])
    }

    @Test func `a place that no grid owns goes to the desk, never nowhere`() throws {
        let nobody = Dispatcher(.empty).assign(grid: nil, location: nil, on: Shanghai.date("2026-03-03"))
        let table = DispatchTable(version: "1", rules: [Responsibility(id: "w", types: ["waterlogging"], lead: "水务所")])
        let decision = try decide(table, of: nobody)
        #expect(decision.lead == Dispatcher.dutyDesk && decision.rule == nil)
    }

    private static let road = Polygon([
        Point(x: 121, y: 31), Point(x: 121.01, y: 31), Point(x: 121.01, y: 31.01), Point(x: 121, y: 31.01),
    ])

    /// A case of a type, opened through a scheme with some zones.
    private func opened(_ zones: [GroundZone], _ type: String, at time: String) throws -> CaseRecord {
        let hit = Hit(
            camera: "kerb", algorithm: type, zone: "all", startedAt: Shanghai.time(time), hitAt: Shanghai.time(time),
            box: Box(x: 0, y: 0, width: 1, height: 1), measure: 1, score: 1)
        var tracker = IncidentTracker(quietAfter: .seconds(60))
        guard case .opened(let incident)? = tracker.take(hit).first else { preconditionFailure("a first hit opens") }
        let table = DispatchTable(version: "1", rules: [Responsibility(id: "all")], zones: zones)
        let scheme = CaseScheme(calendars: CalendarBook(current: Shanghai.calendar), dispatch: table)
        let intake = CaseIntake(
            incident: incident, number: CaseNumber("n"), cameraName: "路侧", assignment: try owner(),
            place: Point(x: 121.005, y: 31.005))
        return scheme.open(intake, evidence: .missing("none")).record
    }

    @Test func `F6: the same kerb is a lane by day and 88 spaces by night`() throws {
        let spaces = GroundZone(
            id: "夜间停车位 88", polygon: Self.road, types: ["illegal-parking"], effect: .suppress,
            window: try window("20:00-07:00"))
        let day = try opened([spaces], "illegal-parking", at: "2026-03-03 14:00")
        #expect(day.state == .pendingClaim)
        // Kept and counted, not silent: rejected as permitted, with the zone that says so.
        let night = try opened([spaces], "illegal-parking", at: "2026-03-03 22:00")
        #expect(night.state == .rejected && night.course.reason == CaseAction.Rejection.permitted.rawValue)
        #expect(try opened([spaces], "street-stall", at: "2026-03-03 22:00").state == .pendingClaim)
    }

    @Test func `a zone that raises makes it urgent with half the time, one that lowers gives twice`() throws {
        func zone(_ effect: GroundZone.Effect) -> GroundZone { GroundZone(id: "z", polygon: Self.road, effect: effect) }
        let raised = try opened([zone(.lower), zone(.raise)], "street-stall", at: "2026-03-03 14:00").course
        #expect(raised.flags == [.urgent] && raised.account(.handle)?.limit == Limit(1, .urgentHour))
        let lowered = try opened([zone(.lower)], "street-stall", at: "2026-03-03 14:00").course
        #expect(lowered.flags.isEmpty && lowered.account(.handle)?.limit == Limit(4, .urgentHour))
    }

    @Test func `gaps of a roster are found before they happen`() throws {
        let holidays: Set = [Shanghai.date("2026-10-01"), Shanghai.date("2026-10-02")]
        let calendar = Shanghai.calendar(holidays: holidays)
        let roster = Roster(
            shifts: [
                .init(unit: "站", days: .init(kinds: [.workdays]), window: .wholeDay, people: ["王某"]),
                .init(unit: "站", days: .init(weekdays: [.saturday, .sunday]), window: .wholeDay, people: ["周某"]),
                .init(
                    unit: "站", days: .init(dates: [Shanghai.date("2026-10-02")]), window: try window("00:00-12:00"),
                    people: ["吴某"]),
                .init(unit: "夜", days: .all, window: try window("22:00-06:00"), people: ["郑某"]),
            ], duty: ["夜": try window("22:00-06:00")])
        let gaps = roster.gaps(from: Shanghai.date("2026-09-28"), days: 7, calendar)
        #expect(
            gaps == [
                .init(unit: "站", date: Shanghai.date("2026-10-01"), minutes: 0..<1440),
                .init(unit: "站", date: Shanghai.date("2026-10-02"), minutes: 720..<1440),
            ])
    }
}
