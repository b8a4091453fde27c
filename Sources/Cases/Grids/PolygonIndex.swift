import Media

/// Finds which of many polygons hold a point, or come near it, without asking them all.
///
/// A raster of cells over all of them; each cell lists the polygons whose boxes touch it. Some ten thousand leaves that tile
/// a district share a cell with a handful of neighbours.
struct PolygonIndex: Sendable {
    private struct Bounds {
        var low: Point
        var high: Point

        /// Around some points; of none: nowhere.
        init(_ points: some Sequence<Point>) {
            (low, high) = (Point(x: .infinity, y: .infinity), Point(x: -.infinity, y: -.infinity))
            for point in points {
                low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
                high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
            }
        }

        var isNowhere: Bool { low.x > high.x }

        func touches(_ low: Point, _ high: Point) -> Bool {
            self.low.x <= high.x && low.x <= self.high.x && self.low.y <= high.y && low.y <= self.high.y
        }
    }

    private let polygons: [PreparedPolygon]
    private let bounds: [Bounds]
    private let area: Bounds
    private let side: Int
    private let cells: [[Int32]]

    /// - Parameter polygons: of at least three points each; those without are in no place.
    init(_ polygons: [PreparedPolygon]) {
        self.polygons = polygons
        bounds = polygons.map { Bounds($0.polygon.points) }
        area = Bounds(bounds.filter { !$0.isNowhere }.flatMap { [$0.low, $0.high] })
        side = Self.side(for: bounds, area)
        var cells = [[Int32]](repeating: [], count: side * side)
        for (index, box) in bounds.enumerated() where !box.isNowhere {
            let (from, to) = (Self.cell(of: box.low, area, side), Self.cell(of: box.high, area, side))
            for row in from.row...to.row {
                for column in from.column...to.column { cells[row * side + column].append(Int32(index)) }
            }
        }
        self.cells = cells
    }

    /// As many cells as polygons, so that each lists a few; fewer where polygons lie over one another by the hundred.
    private static func side(for bounds: [Bounds], _ area: Bounds) -> Int {
        var side = max(1, min(512, Int(Double(bounds.count).squareRoot().rounded(.up))))
        func listed() -> Int {
            bounds.filter { !$0.isNowhere }.reduce(0) { sum, box in
                let (from, to) = (cell(of: box.low, area, side), cell(of: box.high, area, side))
                return sum + (to.row - from.row + 1) * (to.column - from.column + 1)
            }
        }
        while side > 1, listed() > 64 * bounds.count + 4096 { side /= 2 }
        return side
    }

    private static func cell(of point: Point, _ area: Bounds, _ side: Int) -> (column: Int, row: Int) {
        func part(_ value: Double, _ low: Double, _ high: Double) -> Int {
            let share = high > low ? (value - low) / (high - low) : 0
            return min(side - 1, Int(max(0, min(1, share)) * Double(side)))
        }
        return (part(point.x, area.low.x, area.high.x), part(point.y, area.low.y, area.high.y))
    }

    /// The polygons that hold a point, by their places in the list.
    func holding(_ point: Point) -> [Int] {
        guard area.touches(point, point) else { return [] }
        let (column, row) = Self.cell(of: point, area, side)
        return cells[row * side + column].map(Int.init).filter {
            bounds[$0].touches(point, point) && polygons[$0].contains(point)
        }
    }

    /// The polygons that hold a point or whose border is within some metres of it (0 where they hold it), by their
    /// places in the list.
    func near(_ place: Point, within metres: Double) -> [(index: Int, metres: Double)] {
        let (x, y) = Ground.degrees(metres, at: place)
        return touching(Point(x: place.x - x, y: place.y - y), Point(x: place.x + x, y: place.y + y)).compactMap {
            let polygon = polygons[$0]
            let away = polygon.contains(place) ? 0 : Ground.metres(from: place, toBorderOf: polygon.polygon)
            return away <= metres ? ($0, away) : nil
        }
    }

    /// Whether some polygon holds a point, or its border is within some metres of it.
    func comesNear(_ place: Point, within metres: Double) -> Bool {
        let (x, y) = Ground.degrees(metres, at: place)
        return touching(Point(x: place.x - x, y: place.y - y), Point(x: place.x + x, y: place.y + y)).contains {
            polygons[$0].contains(place) || polygons[$0].hasBorder(within: metres, of: place)
        }
    }

    /// The polygons whose boxes touch a box, by their places in the list.
    private func touching(_ low: Point, _ high: Point) -> [Int] {
        guard area.touches(low, high) else { return [] }
        let (from, to) = (Self.cell(of: low, area, side), Self.cell(of: high, area, side))
        var found: Set<Int> = []
        for row in from.row...to.row {
            for column in from.column...to.column {
                for index in cells[row * side + column] where bounds[Int(index)].touches(low, high) {
                    found.insert(Int(index))
                }
            }
        }
        return found.sorted()
    }
}
