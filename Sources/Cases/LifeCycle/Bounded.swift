import Media

/// How often something happened to a case, as it is kept; one that was kept larger than any case can have is refused.
@propertyWrapper
package struct BoundedCount: Hashable, Sendable, Codable {
    package var wrappedValue: Int

    /// No case is returned a million times.
    private static let range = 0...1_000_000

    package init(wrappedValue: Int) { self.wrappedValue = wrappedValue }

    /// - Throws: for one outside 0 to a million.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let kept = try container.decode(Int.self)
        guard Self.range.contains(kept) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(kept) is no count")
        }
        wrappedValue = kept
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

/// How long something took, as it is kept; one that was kept larger than can be counted on is refused.
@propertyWrapper
package struct BoundedTime: Hashable, Sendable, Codable {
    package var wrappedValue: Duration

    /// 292,000 years: whatever a case adds to it stays countable.
    private static let range = Duration.zero...Duration.microseconds(Int64.max)

    package init(wrappedValue: Duration) { self.wrappedValue = wrappedValue }

    /// - Throws: for one below zero or above 292,000 years.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let kept = try container.decode(Duration.self)
        guard Self.range.contains(kept) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(kept) is no time spent")
        }
        wrappedValue = kept
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}
