import Foundation
import Media

/// `index.html`: a score that people read, with all that it shows in the one file.
package enum ScorePage {
    /// - Parameters:
    ///   - names: what people call the algorithms, by id.
    ///   - shown: pictures and courses of the events that are worth looking at.
    package static func html(_ file: ScoreFile, names: [String: Words], shown: [ShownEvent]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let data = String(
            decoding: try encoder.encode(Contents(score: file, names: names, shown: shown)), as: UTF8.self)
        let parts = [
            "/* page.css */": text(PackageResources.page_css), "/* words.js */": text(PackageResources.words_js),
            "/* charts.js */": text(PackageResources.charts_js), "/* boxes.js */": text(PackageResources.boxes_js),
            "/* stills.js */": text(PackageResources.stills_js),
            "/* page.js */": text(PackageResources.page_js),
            // What stands in labels must end no script.
            "/* contents */": data.replacing("<", with: "\\u003c"),
        ]
        return fill(text(PackageResources.page_html), parts)
    }

    private struct Contents: Encodable {
        let score: ScoreFile
        let names: [String: Words]
        let shown: [ShownEvent]
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Each place once: what is put in is not looked at again.
    private static func fill(_ template: String, _ parts: [String: String]) -> String {
        var (out, rest) = ("", template[...])
        while let start = rest.firstRange(of: "/* "), let end = rest[start.upperBound...].firstRange(of: " */") {
            let name = String(rest[start.lowerBound..<end.upperBound])
            out += rest[..<start.lowerBound] + (parts[name] ?? name)
            rest = rest[end.upperBound...]
        }
        return out + rest
    }
}
