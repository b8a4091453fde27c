import Media

/// Which times are work: slots of a working day, with the dates that are off and those that make up for them (调休).
///
/// A calendar is never changed: another one has another version, and a clock goes by the version that it was started
/// with until it is changed itself.
package struct WorkCalendar: Hashable, Sendable {
    /// Part of a working day, in minutes since midnight.
    package struct Slot: Hashable, Sendable, Codable {
        package let from: Int
        package let to: Int

        package init(from: Int, to: Int) { (self.from, self.to) = (from, to) }

        var length: Duration { .seconds(60 * (to - from)) }
    }

    package let version: String
    package let timeZone: LocalZone
    /// In order, apart, within the day.
    package let slots: [Slot]
    package let daysOff: Set<CalendarDate.Weekday>
    package let holidays: Set<CalendarDate>
    /// Days that are worked whatever weekday they are.
    package let makeUpDays: Set<CalendarDate>

    /// 08:00 to 12:00 and 14:00 to 18:00.
    package static let usualSlots = [Slot(from: 8 * 60, to: 12 * 60), Slot(from: 14 * 60, to: 18 * 60)]

    /// - Parameters:
    ///   - slots: at least one, of at least a minute, in order, none over another, within the day.
    ///   - daysOff: not the whole week.
    package init(
        version: String, timeZone: LocalZone, slots: [Slot] = usualSlots,
        daysOff: Set<CalendarDate.Weekday> = [.saturday, .sunday], holidays: Set<CalendarDate> = [],
        makeUpDays: Set<CalendarDate> = []
    ) {
        precondition(Self.hasWork(slots, daysOff), "a calendar has some work, its slots are in order and apart")
        (self.version, self.timeZone, self.slots) = (version, timeZone, slots)
        (self.daysOff, self.holidays, self.makeUpDays) = (daysOff, holidays, makeUpDays)
    }

    private static func hasWork(_ slots: [Slot], _ daysOff: Set<CalendarDate.Weekday>) -> Bool {
        !slots.isEmpty && daysOff.count < 7
            && slots.allSatisfy { $0.from >= 0 && $0.from < $0.to && $0.to <= 24 * 60 }
            && zip(slots, slots.dropFirst()).allSatisfy { $0.to <= $1.from }
    }

    package func isWorkday(_ date: CalendarDate) -> Bool {
        if makeUpDays.contains(date) { return true }
        return !holidays.contains(date) && !daysOff.contains(date.weekday)
    }

    /// How much work a working day has.
    package var workOfDay: Duration { slots.map(\.length).reduce(.zero, +) }

    /// The work between two moments; zero where they stand the wrong way round.
    package func work(from start: WallTime, to end: WallTime) -> Duration {
        guard start < end else { return .zero }
        let (first, last) = (CalendarDate(start, in: timeZone), CalendarDate(end, in: timeZone))
        var sum = worked(on: first, from: start, to: end)
        guard first < last else { return sum }
        var date = first.advanced(by: 1)
        while date < last {
            if isWorkday(date) { sum += workOfDay }
            date = date.advanced(by: 1)
        }
        return sum + worked(on: last, from: start, to: end)
    }

    private func worked(on date: CalendarDate, from start: WallTime, to end: WallTime) -> Duration {
        guard isWorkday(date) else { return .zero }
        return slots.map { slot in
            let (from, to) = moments(of: slot, on: date)
            return max(min(end, to) - max(start, from), .zero)
        }.reduce(.zero, +)
    }

    /// The first moment at which so much work has been done since a start.
    ///
    /// - Returns: nil when it is not done within twenty years: more than any limit, or a calendar without work.
    package func moment(of work: Duration, after start: WallTime) -> WallTime? {
        guard work > .zero else { return start }
        var left = work
        var date = CalendarDate(start, in: timeZone)
        for _ in 0..<20 * 366 {
            if isWorkday(date) {
                for slot in slots {
                    let (from, to) = moments(of: slot, on: date)
                    let begin = max(from, start)
                    guard begin < to else { continue }
                    if left <= to - begin { return begin + left }
                    left -= to - begin
                }
            }
            date = date.advanced(by: 1)
        }
        return nil
    }

    private func moments(of slot: Slot, on date: CalendarDate) -> (from: WallTime, to: WallTime) {
        (date.moment(minute: slot.from, in: timeZone), date.moment(minute: slot.to, in: timeZone))
    }
}

extension WorkCalendar {
    /// Monday to Friday, eight hours: where none is configured.
    package static func usual(in zone: LocalZone) -> WorkCalendar {
        WorkCalendar(version: "usual \(zone.identifier)", timeZone: zone)
    }
}

extension WorkCalendar: Codable {
    private enum CodingKeys: CodingKey { case version, timeZone, slots, daysOff, holidays, makeUpDays }

    /// - Throws: for one without work, or whose slots are not in order and apart.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let slots = try container.decode([Slot].self, forKey: .slots)
        let daysOff = try container.decode(Set<CalendarDate.Weekday>.self, forKey: .daysOff)
        guard Self.hasWork(slots, daysOff) else {
            throw DecodingError.dataCorruptedError(
                forKey: .slots, in: container,
                debugDescription: "a calendar has some work, its slots in order and apart")
        }
        self.init(
            version: try container.decode(String.self, forKey: .version),
            timeZone: try container.decode(LocalZone.self, forKey: .timeZone), slots: slots, daysOff: daysOff,
            holidays: try container.decode(Set<CalendarDate>.self, forKey: .holidays),
            makeUpDays: try container.decode(Set<CalendarDate>.self, forKey: .makeUpDays))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(timeZone, forKey: .timeZone)
        try container.encode(slots, forKey: .slots)
        try container.encode(daysOff, forKey: .daysOff)
        try container.encode(holidays, forKey: .holidays)
        try container.encode(makeUpDays, forKey: .makeUpDays)
    }
}
