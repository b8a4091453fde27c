/// A value that is kept as one line of text: what a map of maps would say costs ten times as much to read and write, and
/// there are hundreds of thousands.
package protocol KeptAsText: Codable {
    var text: String { get }
    /// nil: it is none.
    init?(text: String)
}

extension KeptAsText {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no \(Self.self)")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
