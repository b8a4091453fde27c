import Media

/// How long something may take, and which time counts.
package struct Limit: Hashable, Sendable, KeptAsText {
    /// Limit classes (时限类别) of the operators' tables.
    package enum Class: String, CaseIterable, Sendable, Codable {
        /// 紧急工作时: hours on end, nights and holidays included.
        case urgentHour = "urgent_hour"
        /// 紧急工作日, 自然日: days of 24 hours on end.
        case naturalDay = "natural_day"
        /// 工作时: hours of work only.
        case workHour = "work_hour"
        /// 工作日: working days, each of as much work as the calendar's day has.
        case workDay = "work_day"

        /// Whether it runs on end.
        package var isContinuous: Bool { self == .urgentHour || self == .naturalDay }
    }

    /// Above 0, in the unit of the class, within `range`; a quarter of an hour is 0.25 of `urgent_hour`.
    package let amount: Double
    package let limitClass: Class

    /// A microsecond of an hour to more than a thousand years: whatever is done with a limit stays countable.
    package static let range = 1e-10...1e7

    /// - Parameter amount: above 0; one beyond `range` becomes its nearer end.
    package init(_ amount: Double, _ limitClass: Class) {
        precondition(amount > 0, "a limit is above zero")
        self.amount = min(max(amount, Self.range.lowerBound), Self.range.upperBound)
        self.limitClass = limitClass
    }

    /// Reads what people write: `15m` or `2h` on end, or an amount with its class, `4 work_hour`; nil: it is none, or zero.
    package init?(configured text: String) {
        if let limit = Limit(text: text), limit.amount <= 10_000 {
            self = limit
        } else if let duration = Duration(configured: text), duration > .zero {
            self = .minutes(duration.inSeconds / 60)
        } else {
            return nil
        }
    }

    /// `4.0 work_hour`.
    package var text: String { "\(amount) \(limitClass.rawValue)" }

    /// Any that was ever kept: extended ones are longer than what can be configured.
    package init?(text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let amount = Double(words[0]), Self.range.contains(amount),
            let limitClass = Class(rawValue: String(words[1]))
        else { return nil }
        self.init(amount, limitClass)
    }

    /// So many minutes on end.
    package static func minutes(_ minutes: Double) -> Limit { Limit(minutes / 60, .urgentHour) }

    /// - Parameter factor: above 0.
    package func scaled(by factor: Double) -> Limit {
        Limit(max(amount * factor, Self.range.lowerBound), limitClass)
    }

    /// The time that counts, of work or on end.
    package func duration(on calendar: WorkCalendar) -> Duration {
        let unit: Duration =
            switch limitClass {
            case .urgentHour, .workHour: .seconds(3600)
            case .naturalDay: .seconds(24 * 3600)
            case .workDay: calendar.workOfDay
            }
        return unit.scaled(by: amount)
    }
}
