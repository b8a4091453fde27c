import Media

/// A polygon with its edges in bands of latitude, so that a question about one place asks a few edges, not thousands.
struct PreparedPolygon: Sendable {
    let polygon: Polygon
    private let low: Double
    private let height: Double
    /// The edges that touch each band, by the number of their second corner.
    private let bands: [[Int32]]

    init(_ polygon: Polygon) {
        self.polygon = polygon
        let points = polygon.points
        (low, height) = (points.map(\.y).min() ?? 0, polygon.bounds.height)
        var bands = [[Int32]](repeating: [], count: Self.bandCount(points, height))
        for at in points.indices {
            let (a, b) = (points[at].y, points[at == 0 ? points.count - 1 : at - 1].y)
            let (from, to) = (
                Self.band(of: min(a, b), low, height, bands.count), Self.band(of: max(a, b), low, height, bands.count)
            )
            for band in from...to { bands[band].append(Int32(at)) }
        }
        self.bands = bands
    }

    /// Some four edges a band; fewer bands where edges run through many of them, as in a scribble.
    private static func bandCount(_ points: [Point], _ height: Double) -> Int {
        let up = points.indices.reduce(0.0) { $0 + abs(points[$1].y - points[$1 == 0 ? points.count - 1 : $1 - 1].y) }
        let most = up > 0 ? Int(8 * Double(points.count) * height / up) : 1
        return max(1, min(points.count / 4, most, 4096))
    }

    private static func band(of y: Double, _ low: Double, _ height: Double, _ count: Int) -> Int {
        let share = height > 0 ? (y - low) / height : 0
        return min(count - 1, Int(max(0, min(1, share)) * Double(count)))
    }

    /// As `Polygon.contains`: even-odd, an upper or left edge is inside.
    func contains(_ place: Point) -> Bool {
        guard place.y >= low, place.y <= low + height else { return false }
        var inside = false
        for edge in bands[Self.band(of: place.y, low, height, bands.count)] {
            let (a, b) = ends(Int(edge))
            if (a.y > place.y) != (b.y > place.y), place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x {
                inside.toggle()
            }
        }
        return inside
    }

    /// Whether its border comes within some metres of a place.
    func hasBorder(within metres: Double, of place: Point) -> Bool {
        let (_, up) = Ground.degrees(metres, at: place)
        let (from, to) = (
            Self.band(of: place.y - up, low, height, bands.count), Self.band(of: place.y + up, low, height, bands.count)
        )
        return (from...to).contains { band in
            bands[band].contains { edge in
                let (a, b) = ends(Int(edge))
                return Ground.metres(from: place, toSegment: a, b) <= metres
            }
        }
    }

    /// The meridians at which its border crosses a parallel, from west to east: it is inside from the first to the second,
    /// the third to the fourth, and so on.
    func crossings(at y: Double) -> [Double] {
        guard y >= low, y <= low + height else { return [] }
        return bands[Self.band(of: y, low, height, bands.count)].compactMap { edge -> Double? in
            let (a, b) = ends(Int(edge))
            return (a.y > y) != (b.y > y) ? (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x : nil
        }.sorted()
    }

    private func ends(_ edge: Int) -> (Point, Point) {
        (polygon.points[edge], polygon.points[edge == 0 ? polygon.points.count - 1 : edge - 1])
    }
}
