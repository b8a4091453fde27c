import Cases
import Foundation
import Media
import Settings
import TestSupport
import Testing

/// `cases` of the configuration: what it means, and what it says of mistakes.
@Suite struct CasesSectionTests {
    private func load(_ cases: String) throws -> Result<Settings, SettingsFaults> {
        let file = try TemporaryFolder.make().appending(path: "p.yaml")
        try Data("cameras: []\ncases:\n\(cases)\n".utf8).write(to: file)
        do { return .success(try Settings.load(file.path)) } catch { return .failure(error) }
    }

    private func faults(_ cases: String) throws -> [String] {
        guard case .failure(let faults) = try load(cases) else { return [] }
        return faults.faults.map { "\($0)" }
    }

    @Test func `what is written holds, what is not is as usual`() throws {
        let settings = try load(
            """
              limits: {claim: 10m, check: 1 work_day}
              handling: {crowd: 3 work_hour}
              reopen_within: 1h
              calendar:
                version: "2027"
                slots: ["09:00-17:00"]
                days_off: [sunday]
                holidays: [2027-01-01]
            """
        ).get()
        let scheme = settings.scheme
        #expect(scheme.policy.limits[.claim] == .minutes(10) && scheme.policy.limits[.check] == Limit(1, .workDay))
        #expect(scheme.policy.limits[.accept] == .minutes(15) && scheme.policy.reopening == .seconds(3600))
        #expect(scheme.registration(of: "crowd").limit == Limit(3, .workHour))
        #expect(scheme.registration(of: "street-stall").limit == Limit(2, .urgentHour))
        let calendar = scheme.calendars.current
        #expect(calendar.version == "2027" && calendar.workOfDay == .seconds(8 * 3600) && calendar.daysOff == [.sunday])
    }

    @Test(
        arguments: [
            (
                "  limits: {claim: 0m}",
                "p.yaml:3: cases.limits.claim: a limit is above zero, not '0m'; write it as 15m, 2h, or '4 work_hour'. "
                    + "Classes: urgent_hour, natural_day, work_hour, work_day"
            ),
            (
                "  limits: {claim: 4 hours}",
                "p.yaml:3: cases.limits.claim: '4 hours' is no limit; write it as 15m, 2h, or '4 work_hour'. "
                    + "Classes: urgent_hour, natural_day, work_hour, work_day"
            ),
            (
                "  calendar: {version: a, holidays: [2026-02-30]}",
                "p.yaml:3: cases.calendar.holidays: a day such as 2026-03-01 is needed, not '2026-02-30'"
            ),
            (
                "  calendar: {version: a, holidays: [2026-05-01], make_up_days: [2026-05-01]}",
                "p.yaml:3: cases.calendar.make_up_days: 2026-05-01 is a holiday as well; it can be only one"
            ),
            (
                "  calendar: {version: a, slots: [\"12:00-08:00\"]}",
                "p.yaml:3: cases.calendar.slots: '12:00-08:00' ends before it begins, or is no time of a day"
            ),
            (
                "  calendar: {version: a, slots: [\"08:00-12:00\", \"11:00-18:00\"]}",
                "p.yaml:3: cases.calendar.slots: the spans are in order and do not overlap"
            ),
            (
                "  handling: {street-stal: 2h}",
                "p.yaml:3: cases.handling.street-stal: this key is not known here; did you mean 'street-stall'? "
                    + "Known: street-stall, crowd, waterlogging, muck-truck"
            ),
        ])
    func `a mistake is explained`(cases: String, words: String) throws {
        #expect(try faults(cases) == [words])
    }
}
