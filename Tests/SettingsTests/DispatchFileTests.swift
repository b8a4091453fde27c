import Cases
import Foundation
import Media
import Settings
import TestSupport
import Testing

/// `dispatch.yaml`: what it means, and what it says of mistakes.
@Suite struct DispatchFileTests {
    private static let units = """
        units:
          - {name: 站, grid: leaf}
          - {name: 中心}

        """
    private static let rules = "rules: [{id: all}]\n"

    private func load(_ dispatch: String) throws -> Result<Settings, SettingsFaults> {
        let folder = try TemporaryFolder.make()
        func write(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try write(dispatch, "dispatch.yaml")
        try write(
            """
            - {id: town, name: 镇, level: 1}
            - {id: leaf, name: 格, level: 2, parent: town, kind: leaf, unit: 站}
            """, "grids.yaml")
        try write(
            "grids: grids.yaml\ndispatch: dispatch.yaml\n"
                + "cameras: [{id: gate, algorithms: [{use: street-stall}, {use: crowd}]}]\n", "p.yaml")
        do { return .success(try Settings.load(folder.appending(path: "p.yaml").path)) } catch {
            return .failure(error)
        }
    }

    private func faults(_ dispatch: String) throws -> [String] {
        guard case .failure(let faults) = try load(dispatch) else { return [] }
        return faults.faults.map { "\($0)" }
    }

    @Test func `people have their roles, rosters their days`() throws {
        let scheme = try load(
            "version: a\n" + Self.units + """
                people: [{name: 王某, unit: 站, roles: [handler, department]}]
                shifts: [{unit: 站, days: [monday, holidays, 2026-03-08], time: "20:00-08:00", people: [王某]}]
                rules: [{id: all, when: "08:00-20:00", limit: 4 work_hour}, {id: night, with: [中心]}]
                """
        ).get().scheme
        #expect(scheme.people == [Person(name: "王某", unit: "站", roles: [.handler, .department])])
        #expect(scheme.dispatch.version == "a" && scheme.dispatch.rules.map(\.id) == ["all", "night"])
        #expect(scheme.dispatch.rules[0].limit == Limit(4, .workHour))
        let shift = try #require(scheme.dispatch.roster.shifts.first)
        #expect(shift.days.weekdays == [.monday] && shift.days.kinds == [.holidays] && shift.days.dates.count == 1)
    }

    @Test func `the gap of a roster is named with its day`() throws {
        let settings = try load(
            "version: a\n" + Self.units + """
                people: [{name: 王某, unit: 站, roles: [handler]}]
                shifts:
                  - {unit: 站, days: [monday, tuesday, wednesday, thursday, friday, saturday], people: [王某]}
                  - {unit: 站, days: [sunday], time: "08:00-24:00", people: [王某]}

                """ + Self.rules
        ).get()
        let first = try #require(CalendarDate("2026-03-02"))
        #expect(
            settings.rosterGaps(from: first).map { "\($0)" } == [
                "dispatch.yaml:7: shifts: the unit '站' has nobody on duty on 2026-03-08 from 00:00 to 08:00, and 3 more "
                    + "time(s) within 30 days; add a shift, or say with the unit's 'duty' when it is needed"
            ])
    }

    @Test func `what no camera uses needs no row`() throws {
        _ = try load("version: a\n" + Self.units + "rules: [{id: both, types: [street-stall, crowd]}]").get()
    }

    @Test(
        arguments: [
            (
                units + "rules: [{id: stall, types: [street-stall]}]",
                "dispatch.yaml:5: rules: the type 'crowd' has no unit: add a row for it, or one without types for all"
            ),
            (
                units + "rules: [{id: all, lead: 中新}]",
                "dispatch.yaml:5: rules[0].lead: there is no unit '中新' in 'units'; did you mean '中心'?"
            ),
            (
                units
                    + "rules: [{id: a}, {id: b, when: \"08:00-20:00\", types: [crowd]}, {id: c, when: \"19:00-23:00\", types: [crowd]}]",
                "dispatch.yaml:5: rules[2]: 'c' and 'b' rank equal and are about the same; name types, kinds or hours in one "
                    + "of them so that it says it closer"
            ),
            (
                units + "shifts: [{unit: 站, people: []}]\n" + rules,
                "dispatch.yaml:5: shifts[0].people: a shift has somebody; name those who are on duty, or leave it out"
            ),
            (
                units + "people: [{name: 王某, unit: 中心, roles: [leader]}]\n" + rules,
                "dispatch.yaml:5: people[0]: '王某' has no grid: give one, or give the unit '中心' one, so that cases find the way"
            ),
            (
                units + "people: [{name: 王某, unit: 站, roles: [handler]}]\n"
                    + "shifts: [{unit: 站, days: [moonday], people: [王某]}]\n" + rules,
                "dispatch.yaml:6: shifts[0].days: 'moonday' is no day; did you mean 'monday'? Known: monday, tuesday, wednesday, "
                    + "thursday, friday, saturday, sunday, workdays, restdays, holidays, or a date such as 2026-10-01"
            ),
            (
                units + "rules: [{id: all, limit: 0 work_hour}]",
                "dispatch.yaml:5: rules[0].limit: a limit is above zero, not '0 work_hour'; write it as 15m, 2h, or "
                    + "'4 work_hour'. Classes: urgent_hour, natural_day, work_hour, work_day"
            ),
            (
                "units: [{name: 中心, grid: leaf}]\n" + rules,
                "dispatch.yaml:2: units: the grid 'leaf' names the unit '站', which is not among them"
            ),
        ])
    func `a mistake is explained`(dispatch: String, words: String) throws {
        #expect(try faults("version: a\n" + dispatch) == [words])
    }
}
