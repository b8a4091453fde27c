import Media

/// What of the total clock each part took; kept as numbers, in microseconds.
@propertyWrapper
package struct PartTimes: Hashable, Sendable, Codable {
    package var wrappedValue: [CasePart: Duration]

    package init(wrappedValue: [CasePart: Duration]) { self.wrappedValue = wrappedValue }

    package init(from decoder: any Decoder) throws {
        let kept = try decoder.singleValueContainer().decode([CasePart: Int64].self)
        wrappedValue = kept.mapValues { .microseconds($0) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue.mapValues(\.wholeMicroseconds))
    }
}
