import Media

/// What is wrong with the ground that grids cover: leaves over one another, and places that no grid of a parent covers.
///
/// Both are looked for at points, not worked out exactly: overlaps and gaps of a metre along a border are drawing errors and
/// no matter; others of some size are found.
package struct GridSurvey: Sendable {
    package struct Overlap: Hashable, Sendable {
        package let grids: [String]
        package let place: Point
    }

    package struct Gap: Hashable, Sendable {
        package let parent: String
        /// Of the parent's ground, above 0.
        package let share: Double
        package let place: Point
    }

    /// Metres: what is nearer to a border is the border's.
    private static let tolerance = 1.0
    private static let scanLines = 7
    private static let gapPoints = 2000

    private let tree: GridTree
    private let date: CalendarDate

    package init(_ tree: GridTree, on date: CalendarDate) { (self.tree, self.date) = (tree, date) }

    /// Pairs of leaves of one network that hold the same ground.
    package var overlaps: [Overlap] {
        tree.networks.flatMap { network in
            let leaves = tree.leaves.filter {
                $0.network == network && $0.polygon != nil && $0.validity.contains(date)
            }
            let polygons = leaves.compactMap(\.polygon)
            let index = PolygonIndex(polygons)
            var found: [Set<Int>: Point] = [:]
            for (own, polygon) in polygons.enumerated() {
                for place in Self.points(of: polygon) {
                    for other in index.holding(place) where other != own && found[[own, other]] == nil {
                        guard Ground.metres(from: place, toBorderOf: polygons[other]) > Self.tolerance else { continue }
                        found[[own, other]] = place
                    }
                }
            }
            return found.map { Overlap(grids: $0.key.sorted().map { leaves[$0].id }, place: $0.value) }
        }.sorted { $0.grids.lexicographicallyPrecedes($1.grids) }
    }

    /// Parents of which some ground lies in none of their grids.
    package var gaps: [Gap] {
        tree.grids.compactMap { parent -> Gap? in
            let children = tree.children(of: parent.id).filter { $0.validity.contains(date) }.compactMap(\.polygon)
            guard let polygon = parent.polygon, parent.validity.contains(date), !children.isEmpty else { return nil }
            let index = PolygonIndex(children)
            var (inside, outside) = (0, [Point]())
            for place in Self.spread(over: polygon, Self.gapPoints) where polygon.contains(place) {
                inside += 1
                guard index.near(place, within: Self.tolerance).isEmpty,
                    Ground.metres(from: place, toBorderOf: polygon) > Self.tolerance
                else { continue }
                outside.append(place)
            }
            guard let place = outside.first else { return nil }
            return Gap(parent: parent.id, share: Double(outside.count) / Double(inside), place: place)
        }
    }

    /// The corners, the middles of the edges, and points well inside.
    private static func points(of polygon: Polygon) -> [Point] {
        let corners = polygon.points
        let middles = corners.indices.map { at in
            let (a, b) = (corners[at], corners[(at + 1) % corners.count])
            return Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        }
        let heights = corners.map(\.y)
        guard let low = heights.min(), let high = heights.max() else { return [] }
        let inside = (1...scanLines).compactMap { line in
            widest(of: polygon, at: low + (high - low) * Double(line) / Double(scanLines + 1))
        }
        return corners + middles + inside
    }

    /// The middle of the longest piece of a polygon along a parallel.
    private static func widest(of polygon: Polygon, at y: Double) -> Point? {
        let corners = polygon.points
        let crossings = corners.indices.compactMap { at -> Double? in
            let (a, b) = (corners[at], corners[(at + 1) % corners.count])
            guard (a.y > y) != (b.y > y) else { return nil }
            return (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x
        }.sorted()
        let pieces = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
        return pieces.max { $0.1 - $0.0 < $1.1 - $1.0 }.map { Point(x: ($0.0 + $0.1) / 2, y: y) }
    }

    /// Points spread evenly over a polygon's box, always the same ones (Halton, "On the efficiency of certain
    /// quasi-random sequences of points", 1960; bases 2 and 3).
    private static func spread(over polygon: Polygon, _ count: Int) -> [Point] {
        let (across, down) = (polygon.points.map(\.x), polygon.points.map(\.y))
        guard let left = across.min(), let right = across.max(), let low = down.min(), let high = down.max() else {
            return []
        }
        func part(_ number: Int, _ base: Int) -> Double {
            var (rest, scale, sum) = (number, 1.0, 0.0)
            while rest > 0 {
                scale /= Double(base)
                sum += scale * Double(rest % base)
                rest /= base
            }
            return sum
        }
        return (1...count).map {
            Point(x: left + (right - left) * part($0, 2), y: low + (high - low) * part($0, 3))
        }
    }
}
