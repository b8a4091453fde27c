import Foundation
import Media

/// Polygons as tables write them: `POLYGON ((121.1 31.2, 121.2 31.2, ...))` (OGC 06-103r4, 7.2).
enum WellKnownText {
    /// - Returns: nil for what is no polygon of one ring.
    static func polygon(_ text: String) -> Polygon? {
        let spaces = CharacterSet.whitespacesAndNewlines
        var rest = text.trimmingCharacters(in: spaces)
        guard rest.uppercased().hasPrefix("POLYGON") else { return nil }
        rest = String(rest.dropFirst("POLYGON".count)).trimmingCharacters(in: spaces)
        guard rest.hasPrefix("("), rest.hasSuffix(")") else { return nil }
        rest = String(rest.dropFirst().dropLast()).trimmingCharacters(in: spaces)
        guard rest.hasPrefix("("), rest.hasSuffix(")") else { return nil }
        rest = String(rest.dropFirst().dropLast())
        var points: [Point] = []
        for pair in rest.split(separator: ",", omittingEmptySubsequences: false) {
            let numbers = pair.split(whereSeparator: \.isWhitespace).map { Double($0) }
            guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
            points.append(Point(x: x, y: y))
        }
        return Polygon(ring: points)
    }
}
