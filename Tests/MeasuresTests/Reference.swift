import Foundation
import Testing

/// Inputs, and what public programs make of them: the files that `References/make.py` wrote.
enum Reference {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "References")

    /// The cases of one file; there is at least one.
    static func cases<Case: Decodable>(_ name: String, as type: Case.Type = Case.self) throws -> [Case] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let cases = try decoder.decode([Case].self, from: Data(contentsOf: folder.appending(path: name + ".json")))
        try #require(!cases.isEmpty)
        return cases
    }
}

extension Double? {
    /// Whether both are the same but for rounding, or both are none.
    func isNear(_ other: Double?, within most: Double = 1e-12) -> Bool {
        guard let self, let other else { return self == nil && other == nil }
        return abs(self - other) <= most * max(1, abs(other))
    }
}

extension [Double?] {
    func areNear(_ others: [Double?], within most: Double = 1e-12) -> Bool {
        count == others.count && zip(self, others).allSatisfy { $0.isNear($1, within: most) }
    }
}
