import Media

/// Who is on duty when (值班表): shifts of units, with the days and hours that they cover.
package struct Roster: Hashable, Sendable, Codable {
    package struct Shift: Hashable, Sendable, Codable {
        package let unit: String
        package let days: Days
        /// One that ends before it begins goes on into the next day.
        package let window: DailyWindow
        /// By name, whoever is asked first, first.
        package let people: [String]

        package init(unit: String, days: Days, window: DailyWindow, people: [String]) {
            (self.unit, self.days, self.window, self.people) = (unit, days, window, people)
        }

        func covers(_ date: CalendarDate, minute: Int, _ calendar: WorkCalendar) -> Bool {
            guard window.contains(minuteOfDay: minute) else { return false }
            let began = window.fromMinute < window.toMinute || minute >= window.fromMinute
            return days.contain(began ? date : date.advanced(by: -1), calendar)
        }
    }

    /// Which days a shift is on.
    package struct Days: Hashable, Sendable, Codable {
        package enum Kind: String, CaseIterable, Sendable, Codable { case workdays, restdays, holidays }

        package let weekdays: Set<CalendarDate.Weekday>
        package let kinds: Set<Kind>
        package let dates: Set<CalendarDate>

        package init(
            weekdays: Set<CalendarDate.Weekday> = [], kinds: Set<Kind> = [], dates: Set<CalendarDate> = []
        ) {
            (self.weekdays, self.kinds, self.dates) = (weekdays, kinds, dates)
        }

        package static let all = Days(weekdays: Set(CalendarDate.Weekday.allCases))

        func contain(_ date: CalendarDate, _ calendar: WorkCalendar) -> Bool {
            weekdays.contains(date.weekday) || dates.contains(date)
                || kinds.contains(calendar.isWorkday(date) ? .workdays : .restdays)
                || kinds.contains(.holidays) && calendar.holidays.contains(date)
        }
    }

    /// A time in which a unit that has a roster has nobody: minutes after midnight of a day.
    package struct Gap: Hashable, Sendable {
        package let unit: String
        package let date: CalendarDate
        package let minutes: Range<Int>

        package init(unit: String, date: CalendarDate, minutes: Range<Int>) {
            (self.unit, self.date, self.minutes) = (unit, date, minutes)
        }
    }

    package let shifts: [Shift]
    /// When a unit must have somebody; units that are not named here: always.
    package let duty: [String: DailyWindow]

    package init(shifts: [Shift], duty: [String: DailyWindow] = [:]) { (self.shifts, self.duty) = (shifts, duty) }

    package static let none = Roster(shifts: [])

    /// nil: the unit has no roster, its cases wait in its queue.
    package func onDuty(in unit: String, at now: WallTime, _ calendar: WorkCalendar) -> [String]? {
        let its = shifts.filter { $0.unit == unit }
        guard !its.isEmpty else { return nil }
        let date = CalendarDate(now, in: calendar.timeZone)
        let minute = now.minuteOfDay(in: calendar.timeZone)
        return its.filter { $0.covers(date, minute: minute, calendar) }.flatMap(\.people)
    }

    /// The gaps of some days, by unit and time.
    package func gaps(from first: CalendarDate, days: Int, _ calendar: WorkCalendar) -> [Gap] {
        Set(shifts.map(\.unit)).sorted().flatMap { unit in
            let its = shifts.filter { $0.unit == unit }
            return (0..<days).flatMap { day in gaps(of: unit, its, first.advanced(by: day), calendar) }
        }
    }

    private func gaps(
        of unit: String, _ its: [Shift], _ date: CalendarDate, _ calendar: WorkCalendar
    ) -> [Gap] {
        let needed = duty[unit]
        // Somebody comes or goes at these minutes only.
        let edges = Set(its.flatMap { [$0.window.fromMinute, $0.window.toMinute] })
            .union([0, 24 * 60]).union(needed.map { [$0.fromMinute, $0.toMinute] } ?? []).sorted()
        var gaps: [Gap] = []
        for (from, to) in zip(edges, edges.dropFirst()) {
            guard needed?.contains(minuteOfDay: from) ?? true,
                !its.contains(where: { $0.covers(date, minute: from, calendar) })
            else { continue }
            if let last = gaps.last, last.minutes.upperBound == from {
                gaps[gaps.count - 1] = Gap(unit: unit, date: date, minutes: last.minutes.lowerBound..<to)
            } else {
                gaps.append(Gap(unit: unit, date: date, minutes: from..<to))
            }
        }
        return gaps
    }
}
