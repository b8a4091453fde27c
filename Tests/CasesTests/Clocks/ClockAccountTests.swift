import Cases
import Media
import TestSupport
import Testing

@Suite struct ClockAccountTests {
    private let calendar = Shanghai.calendar

    private func clock(_ start: String, _ limit: Limit?) -> ClockAccount {
        ClockAccount(startedAt: Shanghai.time(start), limit: limit, calendar: calendar)
    }

    @Test func `2.4 a suspension counts on the axis of work`() {
        var handle = clock("2026-03-03 09:00", Limit(4, .workHour))
        handle.pause(at: Shanghai.time("2026-03-03 10:00"), on: calendar)
        #expect(handle.deadline(on: calendar) == nil)
        #expect(handle.used(at: Shanghai.time("2026-03-04 09:00"), on: calendar) == .seconds(3600))
        handle.resume(at: Shanghai.time("2026-03-04 15:00"))
        #expect(handle.deadline(on: calendar) == Shanghai.time("2026-03-04 18:00"))
    }

    @Test func `2.4 returned at half and sent to the same unit again, half remains`() {
        var handle = clock("2026-03-02 08:00", Limit(2, .urgentHour))
        handle.pause(at: Shanghai.time("2026-03-02 09:00"), on: calendar)
        handle.resume(at: Shanghai.time("2026-03-05 01:30"))
        #expect(handle.left(at: Shanghai.time("2026-03-05 01:30"), on: calendar) == .seconds(3600))
        #expect(handle.deadline(on: calendar) == Shanghai.time("2026-03-05 02:30"))
    }

    @Test func `a changed limit keeps what was used and paused`() {
        var handle = clock("2026-03-02 08:00", Limit(2, .urgentHour))
        handle.pause(at: Shanghai.time("2026-03-02 09:00"), on: calendar)
        handle.change(to: Limit(4, .urgentHour), at: Shanghai.time("2026-03-02 10:00"), on: calendar)
        #expect(!handle.isRunning)
        handle.resume(at: Shanghai.time("2026-03-02 11:00"))
        #expect(handle.deadline(on: calendar) == Shanghai.time("2026-03-02 14:00"))
        handle.change(to: Limit(1, .workDay), at: Shanghai.time("2026-03-02 11:30"), on: calendar)
        // One hour and a half are used of eight; 11:30 to 12:00, 14:00 to 18:00, then two hours on Tuesday.
        #expect(handle.deadline(on: calendar) == Shanghai.time("2026-03-03 10:00"))
    }

    @Test func `another calendar counts from its change on`() {
        var handle = clock("2026-03-06 16:00", Limit(1, .workDay))
        let next = Shanghai.calendar("2026b", makeUpDays: [Shanghai.date("2026-03-07")])
        handle.change(to: Limit(1, .workDay), at: Shanghai.time("2026-03-06 17:00"), on: calendar, newCalendar: next)
        #expect(handle.calendar == "2026b")
        #expect(handle.deadline(on: next) == Shanghai.time("2026-03-07 16:00"))
    }

    @Test func `warnings come at their share of the limit, those that are past at once`() {
        var handle = clock("2026-03-02 08:00", .minutes(100))
        #expect(handle.moment(ofShare: 0.7, on: calendar) == Shanghai.time("2026-03-02 09:10"))
        #expect(handle.moment(ofShare: 1.5, on: calendar) == Shanghai.time("2026-03-02 10:30"))
        handle.pause(at: Shanghai.time("2026-03-02 09:20"), on: calendar)
        handle.resume(at: Shanghai.time("2026-03-02 12:00"))
        #expect(handle.moment(ofShare: 0.7, on: calendar) == Shanghai.time("2026-03-02 12:00"))
    }

    @Test func `without a limit it counts and has no deadline`() {
        let total = clock("2026-03-02 08:00", nil)
        #expect(
            total.deadline(on: calendar) == nil
                && total.left(at: Shanghai.time("2026-03-02 09:00"), on: calendar) == nil)
        #expect(total.used(at: Shanghai.time("2026-03-02 08:28"), on: calendar) == .seconds(28 * 60))
    }

    @Test func `a step back of the wall's clock takes nothing away`() {
        var clock = clock("2026-03-02 08:00", .minutes(30))
        clock.pause(at: Shanghai.time("2026-03-02 07:00"), on: calendar)
        #expect(clock.used(at: Shanghai.time("2026-03-02 07:00"), on: calendar) == .zero)
        clock.resume(at: Shanghai.time("2026-03-02 07:30"))
        #expect(clock.deadline(on: calendar) == Shanghai.time("2026-03-02 08:30"))
    }

    @Test func `random pauses use what was run, no more`() {
        var random = SeededRandom(seed: 77)
        for _ in 0..<500 {
            var now = Shanghai.time("2026-03-02 08:00")
            var clock = ClockAccount(startedAt: now, limit: .minutes(600), calendar: calendar)
            var (ran, runs) = (Duration.zero, true)
            for _ in 0..<20 {
                let step = Duration.seconds(Int.random(in: 0..<7200, using: &random))
                now = now + step
                if runs { ran += step }
                #expect(clock.used(at: now, on: calendar) == ran)
                if Bool.random(using: &random) {
                    runs ? clock.pause(at: now, on: calendar) : clock.resume(at: now)
                    runs.toggle()
                }
            }
            clock.stop(at: now, on: calendar)
            #expect(clock.isStopped && clock.used(at: now + .seconds(9999), on: calendar) == ran)
        }
    }
}

@Suite struct ClockAccountTextTests {
    @Test func `an account is the same after it was kept, in each state`() throws {
        var account = ClockAccount(
            startedAt: Shanghai.time("2026-03-03 08:00"), limit: Limit(4, .workHour),
            calendar: WorkCalendar.usual(in: Shanghai.zone))
        #expect(ClockAccount(text: account.text) == account)
        account.pause(at: Shanghai.time("2026-03-03 09:30"), on: Shanghai.calendar)
        #expect(ClockAccount(text: account.text) == account && account.text.contains(" paused "))
        account.stop(at: Shanghai.time("2026-03-03 10:00"), on: Shanghai.calendar)
        #expect(ClockAccount(text: account.text) == account)
        let endless = ClockAccount(startedAt: account.startedAt, limit: nil, calendar: Shanghai.calendar)
        #expect(ClockAccount(text: endless.text) == endless)
        for broken in [
            "", "1 running 1 0 2 urgent_hour", "1 runs 1 0 - - a", "1 running 1 0 0 urgent_hour a",
            "1 running 1 0 2 hour a",
        ] {
            #expect(ClockAccount(text: broken) == nil)
        }
    }

    @Test func `a limit longer than can be configured is kept`() {
        let long = Limit(10_000, .workHour).scaled(by: 3)
        #expect(Limit(text: long.text) == long && Limit(configured: long.text) == nil)
    }
}
