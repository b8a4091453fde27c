/// What a zone of a camera's picture is.
package enum ZoneKind: String, CaseIterable, Sendable, Codable {
    case pavement, road
    case publicSpace = "public-space"
    case water, building
    case fireLane = "fire-lane"
    case noStopping = "no-stopping"
    /// The strip before shops, where what they put out does not belong.
    case shopFront = "shop-front"
    /// Anything may be watched here.
    case watch
    /// Something is allowed here, and when.
    case permit
    /// On-screen clocks, trees, screens: never looked at.
    case ignore
}

/// A polygon on a camera's picture, with what it is.
package struct Zone: Hashable, Sendable {
    package let id: String
    package let kind: ZoneKind
    package let polygon: Polygon
    /// For a `permit`: the algorithms whose hits it allows.
    package let allows: [String]
    /// For a `permit`: when it holds; nil is always.
    package let when: DailyWindow?

    package init(id: String, kind: ZoneKind, polygon: Polygon, allows: [String] = [], when: DailyWindow? = nil) {
        (self.id, self.kind, self.polygon, self.allows, self.when) = (id, kind, polygon, allows, when)
    }
}

extension Zone {
    /// All of the picture, and anything may be watched there: what holds where no zone is given.
    package static let wholePicture = Zone(id: "all", kind: .watch, polygon: .wholePicture)
}

/// A span of every day, `20:00-07:00`; it may run over midnight. The start belongs to it, the end does not.
package struct DailyWindow: Hashable, Sendable {
    /// Minutes after midnight, 0 to 1440.
    package let fromMinute: Int
    package let toMinute: Int

    package init?(configured text: String) {
        let ends = text.split(separator: "-").map { Self.minute(String($0)) }
        guard ends.count == 2, let from = ends[0], let to = ends[1], from != to else { return nil }
        (fromMinute, toMinute) = (from, to)
    }

    /// As the configuration writes it.
    package var configured: String { "\(Self.clock(fromMinute))-\(Self.clock(toMinute))" }

    /// A minute of the day: `07:30`.
    package static func clock(_ minute: Int) -> String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    package func contains(minuteOfDay minute: Int) -> Bool {
        fromMinute < toMinute
            ? (fromMinute..<toMinute).contains(minute) : minute >= fromMinute || minute < toMinute
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 2, parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...24).contains(hour), (0..<60).contains(minute),
            hour * 60 + minute <= 24 * 60
        else { return nil }
        return hour * 60 + minute
    }
}

extension DailyWindow {
    /// From midnight to midnight.
    package static let wholeDay = DailyWindow(fromMinute: 0, toMinute: 24 * 60)

    private init(fromMinute: Int, toMinute: Int) { (self.fromMinute, self.toMinute) = (fromMinute, toMinute) }
}

extension DailyWindow {
    /// How long ago it last began; nil: it holds all day and never begins.
    ///
    /// - Parameter timeOfDay: since local midnight, 0..<24 h.
    package func sinceStart(_ timeOfDay: Duration) -> Duration? { since(fromMinute, timeOfDay) }

    /// How long ago it last ended; nil: it holds all day and never ends.
    ///
    /// - Parameter timeOfDay: since local midnight, 0..<24 h.
    package func sinceEnd(_ timeOfDay: Duration) -> Duration? { since(toMinute, timeOfDay) }

    /// On a day on which the clocks change it is an hour off.
    private func since(_ minute: Int, _ timeOfDay: Duration) -> Duration? {
        guard (toMinute - fromMinute) % (24 * 60) != 0 else { return nil }
        let day = Duration.seconds(24 * 3600)
        let past = timeOfDay - .seconds(minute % (24 * 60) * 60)
        return past < .zero ? past + day : past
    }
}

extension DailyWindow: Codable {
    private enum CodingKeys: CodingKey { case fromMinute, toMinute }

    /// - Throws: for what is no span of a day.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let minutes = try [CodingKeys.fromMinute, .toMinute].map { try container.decode(Int.self, forKey: $0) }
        guard minutes.allSatisfy((0...24 * 60).contains), minutes[0] != minutes[1] else {
            throw DecodingError.dataCorruptedError(
                forKey: .fromMinute, in: container, debugDescription: "\(minutes) is no span of a day")
        }
        self.init(fromMinute: minutes[0], toMinute: minutes[1])
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(fromMinute, forKey: .fromMinute)
        try container.encode(toMinute, forKey: .toMinute)
    }
}
