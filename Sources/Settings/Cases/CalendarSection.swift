import Cases
import Foundation
import Media
import Yams

/// The working calendar: `cases.calendar`.
extension SettingsFile {
    func calendar(_ node: Node?, _ timeZone: TimeZone, _ reader: Reader) -> WorkCalendar? {
        guard let node else { return nil }
        let key = "cases.calendar"
        let fields = reader.fields(
            node, key, allowed: ["version", "slots", "days_off", "holidays", "make_up_days"], required: ["version"])
        let slots = fields["slots"].map { self.slots($0, "\(key).slots", reader) } ?? WorkCalendar.usualSlots
        let weekdays = CalendarDate.Weekday.allCases.map { (name: "\($0)", value: $0) }
        let daysOff = fields["days_off"].map { node in
            Set(reader.list(node, "\(key).days_off").compactMap { reader.choice($0, "\(key).days_off", weekdays) })
        }
        if daysOff?.count == weekdays.count {
            reader.note(fields["days_off"], "\(key).days_off", SettingsWords.noDayOfWork)
            return nil
        }
        let holidays = dates(fields["holidays"], "\(key).holidays", reader)
        let makeUpDays = dates(fields["make_up_days"], "\(key).make_up_days", reader)
        for both in holidays.intersection(makeUpDays).sorted() {
            reader.note(fields["make_up_days"], "\(key).make_up_days", SettingsWords.holidayToo(both))
        }
        guard let version = reader.text(fields["version"], "\(key).version"), let slots else { return nil }
        return WorkCalendar(
            version: version, timeZone: timeZone, slots: slots, daysOff: daysOff ?? [.saturday, .sunday],
            holidays: holidays, makeUpDays: makeUpDays)
    }

    private func slots(_ node: Node, _ key: String, _ reader: Reader) -> [WorkCalendar.Slot]? {
        let nodes = reader.list(node, key)
        let slots = nodes.compactMap { item -> WorkCalendar.Slot? in
            guard let text = reader.text(item, key) else { return nil }
            guard let match = text.wholeMatch(of: /(\d\d):(\d\d)-(\d\d):(\d\d)/) else {
                reader.note(item, key, SettingsWords.noSpan(text, "08:00-12:00"))
                return nil
            }
            let times = [match.1, match.2, match.3, match.4].compactMap { Int($0) }
            let (from, to) = (times[0] * 60 + times[1], times[2] * 60 + times[3])
            guard times[1] < 60, times[3] < 60, from < to, to <= 24 * 60 else {
                reader.note(item, key, SettingsWords.wrongSpan(text))
                return nil
            }
            return WorkCalendar.Slot(from: from, to: to)
        }
        guard !nodes.isEmpty, slots.count == nodes.count else {
            if nodes.isEmpty { reader.note(node, key, SettingsWords.noSpans) }
            return nil
        }
        guard zip(slots, slots.dropFirst()).allSatisfy({ $0.to <= $1.from }) else {
            reader.note(node, key, SettingsWords.spansOverlap)
            return nil
        }
        return slots
    }

    private func dates(_ node: Node?, _ key: String, _ reader: Reader) -> Set<CalendarDate> {
        Set(reader.list(node, key, atMost: 10_000).compactMap { reader.date($0, key) })
    }
}
