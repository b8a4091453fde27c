import Media

/// What is wrong with the ground that grids cover: leaves over one another, holes between them, and places of a parent that
/// none of its grids covers.
///
/// They are looked for at points, not worked out exactly: overlaps and gaps of a metre along a border are drawing errors and
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

    /// Ground that the leaves of a network enclose and none of them covers.
    package struct Hole: Hashable, Sendable {
        package let network: String
        package let place: Point
        /// Square metres, roughly.
        package let area: Double
    }

    /// Metres: what is nearer to a border is the border's.
    private static let tolerance = 1.0
    private static let scanLines = 7
    private static let gapPoints = 2000
    /// Corners of one polygon at which overlaps are looked for; a coast line has thousands.
    private static let mostCorners = 64
    /// Where so many overlaps are found, two maps lie over one another, and more would tell nothing.
    package static let mostOverlaps = 1000

    private static let mostHoles = 1000

    private let tree: GridTree
    private let date: CalendarDate
    /// Of each network, its leaves that have a polygon on that day.
    private let leaves: [String: [(grid: Grid, polygon: PreparedPolygon)]]

    package init(_ tree: GridTree, on date: CalendarDate) {
        (self.tree, self.date) = (tree, date)
        let placed = tree.leaves.filter { $0.validity.contains(date) }.compactMap { grid in
            grid.polygon.map { (grid: grid, polygon: PreparedPolygon($0)) }
        }
        leaves = Dictionary(grouping: placed, by: \.grid.network)
    }

    /// Pairs of leaves of one network that hold the same ground; the first thousand.
    package var overlaps: [Overlap] {
        tree.networks.flatMap { network in overlaps(leaves[network] ?? []) }
            .sorted { $0.grids.lexicographicallyPrecedes($1.grids) }
    }

    private func overlaps(_ leaves: [(grid: Grid, polygon: PreparedPolygon)]) -> [Overlap] {
        let index = PolygonIndex(leaves.map(\.polygon))
        var found: [Set<Int>: Point] = [:]
        for (own, leaf) in leaves.enumerated() {
            for place in Self.points(of: leaf.polygon) {
                for other in index.holding(place) where other != own && found[[own, other]] == nil {
                    guard !leaves[other].polygon.hasBorder(within: Self.tolerance, of: place) else { continue }
                    found[[own, other]] = place
                }
            }
            if found.count >= Self.mostOverlaps { break }
        }
        return found.prefix(Self.mostOverlaps).map {
            Overlap(grids: $0.key.sorted().map { leaves[$0].grid.id }, place: $0.value)
        }
    }

    /// Parents of which some ground lies in none of their grids.
    package var gaps: [Gap] {
        tree.grids.compactMap { parent -> Gap? in
            guard let polygon = judged(parent) else { return nil }
            let children = tree.children(of: parent.id).filter { $0.validity.contains(date) }.compactMap(\.polygon)
            let index = PolygonIndex(children.map(PreparedPolygon.init))
            var (inside, outside) = (0, [Point]())
            for place in Self.spread(over: polygon.polygon, Self.gapPoints) where polygon.contains(place) {
                inside += 1
                guard !index.comesNear(place, within: Self.tolerance),
                    !polygon.hasBorder(within: Self.tolerance, of: place)
                else { continue }
                outside.append(place)
            }
            guard let place = outside.first else { return nil }
            return Gap(parent: parent.id, share: Double(outside.count) / Double(inside), place: place)
        }
    }

    /// What the leaves of a network enclose and none covers, the largest first; what lies in a parent with a polygon is a gap
    /// of that parent, and no hole.
    package var holes: [Hole] {
        let parents = tree.grids.compactMap(judged)
        return tree.networks.flatMap { network -> [Hole] in
            let polygons = (leaves[network] ?? []).map(\.polygon)
            let index = PolygonIndex(polygons)
            let found = GroundRaster(polygons).holes.sorted { $0.area > $1.area }.prefix(Self.mostHoles)
            return found.filter { hole in
                !index.comesNear(hole.place, within: Self.tolerance) && !parents.contains { $0.contains(hole.place) }
            }.map { Hole(network: network, place: $0.place, area: $0.area) }
        }.sorted { ($1.area, $0.place.x, $0.place.y) < ($0.area, $1.place.x, $1.place.y) }
    }

    /// The networks of which nobody drew how far they reach: some leaf has no grid above it with a polygon. A leaf that is
    /// missing at their rim cannot be told from ground that is not theirs.
    package var openNetworks: [String] {
        tree.networks.filter { network in
            (leaves[network] ?? []).contains { leaf in
                !tree.path(to: leaf.grid.id).dropLast().contains { $0.polygon != nil }
            }
        }
    }

    /// The polygon of a grid whose own grids have polygons too; nil: nothing can be said of gaps.
    private func judged(_ parent: Grid) -> PreparedPolygon? {
        guard let polygon = parent.polygon, parent.validity.contains(date) else { return nil }
        let hasPlaced = tree.children(of: parent.id).contains { $0.polygon != nil && $0.validity.contains(date) }
        return hasPlaced ? PreparedPolygon(polygon) : nil
    }

    /// Some corners, the middles of their edges, and points well inside.
    private static func points(of prepared: PreparedPolygon) -> [Point] {
        let corners = prepared.polygon.points
        let step = max(1, corners.count / mostCorners)
        let some = stride(from: 0, to: corners.count, by: step)
        let middles = some.map { at in
            let (a, b) = (corners[at], corners[(at + 1) % corners.count])
            return Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        }
        let box = prepared.polygon.bounds
        let inside = (1...scanLines).compactMap { line in
            widest(of: prepared, at: box.y + box.height * Double(line) / Double(scanLines + 1))
        }
        return some.map { corners[$0] } + middles + inside
    }

    /// The middle of the longest piece of a polygon along a parallel.
    private static func widest(of polygon: PreparedPolygon, at y: Double) -> Point? {
        let crossings = polygon.crossings(at: y)
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
