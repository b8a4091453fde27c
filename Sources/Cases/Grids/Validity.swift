import Media

/// From which day until which something holds: boundaries are drawn anew, old cases keep their owners.
package struct Validity: Hashable, Sendable, Codable {
    /// The first day; nil: since ever.
    package let from: CalendarDate?
    /// The first day on which it holds no more; nil: for ever.
    package let until: CalendarDate?

    package static let always = Validity()

    package init(from: CalendarDate? = nil, until: CalendarDate? = nil) { (self.from, self.until) = (from, until) }

    package func contains(_ date: CalendarDate) -> Bool {
        from.map { $0 <= date } ?? true && until.map { date < $0 } ?? true
    }

    /// Whether there is a day on which both hold.
    package func overlaps(_ other: Validity) -> Bool {
        func ends(_ one: Validity, before two: Validity) -> Bool {
            if let until = one.until, let from = two.from { until <= from } else { false }
        }
        return !ends(self, before: other) && !ends(other, before: self)
    }

    /// Whether no day is in it.
    package var isEmpty: Bool { if let from, let until { until <= from } else { false } }
}
