import Foundation
import Media

/// Polygons as tables write them: `POLYGON ((121.1 31.2, 121.2 31.2, ...))` (OGC 06-103r4, 7.2).
enum WellKnownText {
    enum Mistake: Error, Hashable {
        /// It is no polygon of one ring.
        case noRing
        /// The pair that is no place on the earth.
        case notOnEarth(String)
    }

    static func polygon(_ text: String) throws(Mistake) -> Polygon {
        guard let ring = ring(text) else { throw .noRing }
        var points: [Point] = []
        for pair in ring.split(separator: ",", omittingEmptySubsequences: false) {
            let numbers = pair.split(whereSeparator: \.isWhitespace).map { Double($0) }
            guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { throw .noRing }
            guard Point.longitudes.contains(x), Point.latitudes.contains(y) else {
                throw .notOnEarth(pair.trimmingCharacters(in: .whitespaces))
            }
            points.append(Point(x: x, y: y))
        }
        guard let polygon = Polygon(ring: points) else { throw .noRing }
        return polygon
    }

    /// What stands in the inner brackets.
    private static func ring(_ text: String) -> String? {
        let spaces = CharacterSet.whitespacesAndNewlines
        var rest = text.trimmingCharacters(in: spaces)
        guard rest.uppercased().hasPrefix("POLYGON") else { return nil }
        rest = String(rest.dropFirst("POLYGON".count))
        for _ in 0..<2 {
            rest = rest.trimmingCharacters(in: spaces)
            guard rest.hasPrefix("("), rest.hasSuffix(")"), rest.count > 1 else { return nil }
            rest = String(rest.dropFirst().dropLast())
        }
        return rest
    }
}
