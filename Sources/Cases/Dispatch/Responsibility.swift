import Media

/// A row of the responsibility list (责任清单): who leads what happens where and when.
package struct Responsibility: Hashable, Sendable, Codable {
    package let id: String
    /// Algorithms; empty: all.
    package let types: Set<String>
    /// Kinds of grids; empty: all.
    package let kinds: Set<String>
    /// nil: at all hours.
    package let window: DailyWindow?
    /// nil: the grid's own unit.
    package let lead: String?
    package let coUnits: [String]
    /// nil: as `cases.handling` says.
    package let limit: Limit?

    package init(
        id: String, types: Set<String> = [], kinds: Set<String> = [], window: DailyWindow? = nil, lead: String? = nil,
        coUnits: [String] = [], limit: Limit? = nil
    ) {
        (self.id, self.types, self.kinds, self.window) = (id, types, kinds, window)
        (self.lead, self.coUnits, self.limit) = (lead, coUnits, limit)
    }

    /// The closer a row says what it is about, the higher it ranks: type before kind before hours.
    package var rank: Int { (types.isEmpty ? 0 : 4) + (kinds.isEmpty ? 0 : 2) + (window == nil ? 0 : 1) }

    /// Why a row of the right type is not about something; nil: it is.
    func mismatch(kind: String?, minute: Int) -> String? {
        if !kinds.isEmpty, kind.map({ !kinds.contains($0) }) ?? true { return "another kind of grid" }
        if let window, !window.contains(minuteOfDay: minute) { return "other hours" }
        return nil
    }

    /// Whether two rows rank equal and may be about the same: then neither can be chosen.
    package func collides(with other: Responsibility) -> Bool {
        func meet(_ left: Set<String>, _ right: Set<String>) -> Bool { left.isEmpty || !left.isDisjoint(with: right) }
        guard rank == other.rank, meet(types, other.types), meet(kinds, other.kinds) else { return false }
        guard let window, let otherWindow = other.window else { return true }
        return window.contains(minuteOfDay: otherWindow.fromMinute)
            || otherWindow.contains(minuteOfDay: window.fromMinute)
    }
}

/// Ground on which something is let pass, or taken more or less seriously (管控区、疏导点、许可).
package struct GroundZone: Hashable, Sendable, Codable {
    package enum Effect: String, CaseIterable, Sendable, Codable {
        /// It is permitted here: the case is kept, but ends as rejected at once.
        case suppress
        /// Urgent, with half the time.
        case raise
        /// With twice the time.
        case lower

        /// Of the time for handling.
        package var timeFactor: Double {
            switch self {
            case .suppress: 1
            case .raise: 0.5
            case .lower: 2
            }
        }
    }

    package let id: String
    package let polygon: Polygon
    /// Algorithms; empty: all.
    package let types: Set<String>
    package let effect: Effect
    package let window: DailyWindow?
    package let validity: Validity

    package init(
        id: String, polygon: Polygon, types: Set<String> = [], effect: Effect, window: DailyWindow? = nil,
        validity: Validity = .always
    ) {
        (self.id, self.polygon, self.types, self.effect) = (id, polygon, types, effect)
        (self.window, self.validity) = (window, validity)
    }

    func holds(_ type: String, at place: Point, on date: CalendarDate, minute: Int) -> Bool {
        (types.isEmpty || types.contains(type)) && validity.contains(date)
            && window?.contains(minuteOfDay: minute) ?? true && polygon.contains(place)
    }
}
