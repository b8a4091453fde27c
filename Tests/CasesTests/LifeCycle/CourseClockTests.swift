import Cases
import Media
import Testing

/// The timer effects of the transitions (2.3) and the vectors of 2.4 that are about a case.
@Suite struct CourseClockTests {
    @Test func `row 1: the total clock runs from the first observation, not from the hit`() {
        let bench = Bench(dwell: .seconds(180))
        #expect(bench.course.total(at: Bench.minute(2)) == .seconds(300))
        #expect(bench.used(.accept, at: 2) == .seconds(120))
    }

    @Test func `rows 3 and 4: accepting waits for the verdict`() throws {
        var bench = Bench()
        try bench.take(.askVerification(of: "张某", remark: ""), at: 5)
        #expect(bench.used(.accept, at: 60) == .seconds(300) && bench.used(.verify, at: 25) == .seconds(1200))
        try bench.take(.verify(.exists), at: 25)
        #expect(bench.used(.accept, at: 26) == .seconds(360))
        #expect(bench.course.account(.verify)?.isStopped == true)
    }

    @Test func `rows 7 and 8: handling runs from the dispatch, claiming until the claim`() throws {
        var bench = try Bench.at(.pendingClaim)
        #expect(bench.course.account(.dispatch)?.isStopped == true)
        try bench.take(.claim, at: 5)
        #expect(bench.used(.claim, at: 60) == .seconds(180) && bench.used(.handle, at: 60) == .seconds(58 * 60))
    }

    @Test func `rows 9 and 10: the same unit goes on with what is left`() throws {
        // Tuesday 08:02 to 10:02 is half of 4 hours.
        var bench = try Bench.at(.handling)
        try bench.take(.giveBack, at: 122)
        #expect(bench.used(.handle, at: 500) == .seconds(2 * 3600) && bench.course.lead == nil)
        #expect(bench.used(.dispatch, at: 127) == .seconds(300))
        try bench.take(.dispatch(Bench.order), at: 182)
        // 11:02, two hours of work left: 12:00, then 14:00 to 15:02.
        #expect(bench.deadline(.handle) == Shanghai.time("2026-03-03 15:02"))
        #expect(bench.course.pastHandling.isEmpty && bench.course.returns == 1)
    }

    @Test func `rows 9 and 10: another unit has all of it, and both limits are kept`() throws {
        var bench = try Bench.at(.handling)
        try bench.take(.giveBack, at: 122)
        try bench.take(.dispatch(.init(lead: "环卫所", rule: "by hand")), at: 182)
        #expect(bench.deadline(.handle) == Shanghai.time("2026-03-03 17:02"))
        #expect(bench.course.pastHandling.map { $0.used } == [.seconds(2 * 3600)])
        #expect(bench.course.clocks[.handle]?.round == 2)
    }

    @Test func `2.4: suspended from Tuesday 10:00 to Wednesday 15:00, 4 hours of work end at 18:00`() throws {
        var bench = Bench()
        let start = Shanghai.time("2026-03-03 09:00")
        try bench.take(.autoRegister(Bench.registration), on: start)
        try bench.take(.dispatch(Bench.order), on: start)
        try bench.take(.claim, on: start)
        let pause = Shanghai.time("2026-03-03 10:00")
        try bench.take(.ask(.suspension(until: Shanghai.time("2026-03-04 15:00"))), on: pause)
        try bench.take(.review(.suspension, isApproved: true), on: pause)
        try bench.take(.review(.suspension, isApproved: true), on: pause)
        #expect(bench.course.state == .suspended && bench.deadline(.handle) == nil)
        #expect(bench.course.nextDue(Bench.calendars)?.due == .resume)
        #expect(throws: CaseRefusal.self) {
            try bench.take(.resume, on: Shanghai.time("2026-03-04 14:59"), by: .system)
        }
        try bench.take(.resume, on: Shanghai.time("2026-03-04 15:00"), by: .system)
        #expect(bench.deadline(.handle) == Shanghai.time("2026-03-04 18:00"))
        let later = Shanghai.time("2026-03-04 16:00")
        #expect(bench.course.total(at: later) - bench.course.net(at: later) == .seconds(29 * 3600))
    }

    @Test func `row 13: an extension adds one original limit and keeps what was used, twice at most`() throws {
        var bench = try Bench.at(.handling)
        for round in 1...2 {
            try bench.take(.ask(.extension), at: 10)
            try bench.take(.review(.extension, isApproved: true), at: 11)
            try bench.take(.review(.extension, isApproved: true), at: 12)
            #expect(bench.course.account(.handle)?.limit == Limit(4 * Double(round + 1), .workHour))
        }
        // From 08:02 on Tuesday 12 hours of work: Wednesday 14:02.
        #expect(bench.deadline(.handle) == Shanghai.time("2026-03-04 14:02"))
        let error = #expect(throws: CaseRefusal.self) { try bench.take(.ask(.extension), at: 20) }
        #expect("\(try #require(error))" == "'ask' is not possible: it was extended 2 times, which is all")
    }

    @Test func `rows 11 and 13: a refused request does not count, an overdue case asks for nothing`() throws {
        var bench = try Bench.at(.handling)
        try bench.take(.ask(.extension), at: 10)
        try bench.take(.review(.extension, isApproved: false), at: 11)
        #expect(bench.course.extensions == 0 && bench.course.requests.isEmpty)
        let far = Bench.minute(400 * 24 * 60)
        let error = #expect(throws: CaseRefusal.self) { try bench.take(.ask(.suspension(until: far)), at: 12) }
        #expect("\(try #require(error))" == "'ask' is not possible: at most 365 days can be asked for")
        // Tuesday 08:02 and 4 hours of work end at 14:02, 362 minutes later.
        let late = #expect(throws: CaseRefusal.self) { try bench.take(.ask(.extension), at: 363) }
        #expect("\(try #require(late))" == "'ask' is not possible: the case is overdue")
        #expect(bench.course.overdue(at: Bench.minute(363), Bench.calendars) == [.handle, .arrive])
    }

    @Test func `rows 14 and 15: handling stops at the confirmation and goes on when the check fails`() throws {
        var bench = try Bench.at(.handling)
        try bench.take(.feedBack(nil), at: 60)
        #expect(bench.used(.handle, at: 90) == .seconds(58 * 60))
        try bench.take(.check(isPassed: false), at: 100)
        #expect(bench.used(.handle, at: 110) == .seconds(68 * 60))
        #expect(bench.course.account(.check)?.isStopped == true)
    }

    @Test func `row 14: the picture is from there and from afterwards`() throws {
        func picture(_ minute: Double, east: Double) -> CaseAction {
            .feedBack(
                .init(path: "a", sha256: "0", takenAt: Bench.minute(minute), place: Point(x: 121.47 + east, y: 31.23)))
        }
        let bench = try {
            var bench = try Bench.at(.pendingClaim, place: Point(x: 121.47, y: 31.23))
            try bench.take(.claim, at: 10)
            return bench
        }()
        func words(_ action: CaseAction) -> String {
            var copy = bench
            do throws(CaseRefusal) { try copy.take(action, at: 30) } catch { return "\(error)" }
            return copy.course.afterPicture == nil ? "no picture" : "taken"
        }
        #expect(
            words(picture(1, east: 0)) == "'feedback' is not possible: the picture was taken before it was dispatched")
        #expect(
            words(picture(20, east: 0.01))
                == "'feedback' is not possible: the picture was taken 950 m from the case; 200 m are allowed")
        #expect(words(picture(20, east: 0.001)) == "taken")
        #expect(words(.feedBack(nil)) == "no picture")
    }

    @Test func `row 17: the master keeps the earliest discovery, and gives it back`() throws {
        var master = Bench(dwell: .seconds(60))
        let earlier = Bench.minute(-30)
        try master.take(.absorb("child", startedAt: earlier), at: 5)
        #expect(master.course.total(at: Bench.hit) == .seconds(1800))
        try master.take(.release("child"), at: 6)
        #expect(master.course.total(at: Bench.hit) == .seconds(60))
        var child = try Bench.at(.pendingDispatch)
        try child.take(.merge(into: "master"), at: 5)
        #expect(child.course.clocks.values.allSatisfy { $0.account.isStopped })
        try child.take(.unmerge, at: 25)
        // It stood at 4 minutes when it was merged.
        #expect(child.course.state == .pendingDispatch && child.used(.dispatch, at: 26) == .seconds(300))
        #expect(child.course.total(at: Bench.minute(26)) == .seconds(180 + 26 * 60))
    }

    @Test func `row 17: one that waits for its claim is merged, and waits on where that is undone`() throws {
        var child = try Bench.at(.pendingClaim)
        let error = #expect(throws: CaseRefusal.self) { try child.take(.merge(into: "master"), at: 3, note: "") }
        #expect("\(try #require(error))" == "'merge' is not possible: a reason is needed")
        try child.take(.merge(into: "master"), at: 4)
        #expect(child.course.lead == nil && child.course.clocks.values.allSatisfy { $0.account.isStopped })
        try child.take(.unmerge, at: 14)
        // Dispatched at minute 2, merged for ten minutes.
        #expect(child.course.state == .pendingClaim && child.course.lead == "城管中队")
        #expect(child.used(.claim, at: 15) == .seconds(180) && child.used(.handle, at: 15) == .seconds(180))
    }

    @Test func `row 17: one that was returned before goes on with its unit's time after all`() throws {
        var child = try Bench.at(.returned)
        try child.take(.merge(into: "master"), at: 4)
        try child.take(.unmerge, at: 5)
        try child.take(.dispatch(Bench.order), at: 6)
        #expect(child.course.account(.handle)?.isRunning == true)
    }

    @Test func `row 20: within half an hour, and the closure is void`() throws {
        var bench = try Bench.at(.closed)
        let closed = try #require(bench.course.endedAt)
        var late = bench
        let error = #expect(throws: CaseRefusal.self) { try late.take(.reopen, on: closed + .seconds(1801)) }
        #expect(
            "\(try #require(error))"
                == "'reopen' is not possible: it was closed more than 30:00 ago; what came back is a new case")
        try bench.take(.reopen, on: closed + .seconds(1800))
        #expect(
            bench.course.endedAt == nil
                && bench.course.total(at: closed + .seconds(1860)) == closed + .seconds(1860) - bench.course.startedAt)
        #expect(bench.course.account(.handle)?.isRunning == true)
    }

    @Test func `row 22: an appeal needs both reviews, and keeps the fact`() throws {
        var bench = try Bench.at(.handling)
        try bench.take(.feedBack(nil), at: 3000)
        try bench.take(.check(isPassed: true), at: 3001)
        try bench.take(.close(condition: ""), at: 3002)
        var onTime = try Bench.at(.closed)
        let error = #expect(throws: CaseRefusal.self) { try onTime.take(.appeal, at: 40) }
        #expect("\(try #require(error))" == "'appeal' is not possible: it was not overdue")
        try bench.take(.appeal, at: 3010)
        #expect(throws: CaseRefusal.self) { try bench.take(.appeal, at: 3011) }
        try bench.take(.reviewAppeal(isApproved: true), at: 3012)
        #expect(bench.course.appeal?.isExempt == false)
        try bench.take(.reviewAppeal(isApproved: true), at: 3013)
        #expect(bench.course.appeal?.isExempt == true && bench.course.state == .closed)
        #expect(bench.course.overdue(at: Bench.minute(3014), Bench.calendars).contains(.handle))
    }

    @Test func `what falls due comes in order, once a round`() throws {
        var bench = try Bench.at(.pendingClaim)
        // Claiming has 5 minutes from minute 2 on: yellow at 5:30, red at 7:00, one level up at 9:30.
        var seen: [String] = []
        for _ in 0..<3 {
            let (due, at) = try #require(bench.course.nextDue(Bench.calendars))
            guard case .warn(let warning) = due, let clock = warning.clock else { continue }
            seen.append("\(clock) \(warning.step) \((at - Bench.hit).inSeconds / 60)")
            try bench.take(due.action, on: at, by: .system)
            #expect(throws: CaseRefusal.self) { try bench.take(due.action, on: at, by: .system) }
        }
        #expect(seen == ["claim 0 5.5", "claim 1 7.0", "claim 2 9.5"])
        // The claim ends that ladder, and begins the one of arriving: half of 4 hours.
        try bench.take(.claim, at: 10)
        let (due, at) = try #require(bench.course.nextDue(Bench.calendars))
        #expect(due == .warn(.init(clock: .arrive, round: 1, step: 0)) && at == Bench.minute(10 + 84))
    }
}
