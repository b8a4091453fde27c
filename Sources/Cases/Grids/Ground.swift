import Media

/// Distances on the ground, in metres, between places a few kilometres apart at most: degrees on a plane that touches the
/// sphere (mean radius 6,371 km) there.
package enum Ground {
    private static let metresOfDegree = 6_371_000 * Double.pi / 180

    /// So many metres as degrees of longitude and latitude at a place.
    static func degrees(_ metres: Double, at place: Point) -> (x: Double, y: Double) {
        (metres / (metresOfDegree * shrinkage(at: place)), metres / metresOfDegree)
    }

    package static func metres(from a: Point, to b: Point) -> Double {
        let (x, y) = offset(of: b, from: a)
        return (x * x + y * y).squareRoot()
    }

    /// From a place to the nearest point of a polygon's border.
    package static func metres(from place: Point, toBorderOf polygon: Polygon) -> Double {
        var nearest = Double.infinity
        var last = polygon.points.count - 1
        for index in polygon.points.indices {
            let (a, b) = (offset(of: polygon.points[last], from: place), offset(of: polygon.points[index], from: place))
            nearest = min(nearest, distance(toSegment: a, b))
            last = index
        }
        return nearest
    }

    private static func offset(of point: Point, from place: Point) -> (x: Double, y: Double) {
        ((point.x - place.x) * metresOfDegree * shrinkage(at: place), (point.y - place.y) * metresOfDegree)
    }

    /// From the origin.
    private static func distance(toSegment a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let share = length > 0 ? max(0, min(1, -(a.x * dx + a.y * dy) / length)) : 0
        let (x, y) = (a.x + share * dx, a.y + share * dy)
        return (x * x + y * y).squareRoot()
    }

    /// A degree of longitude is shorter by the cosine of the latitude (its series, good to a millionth up to 60 degrees).
    private static func shrinkage(at place: Point) -> Double {
        let angle = place.y * Double.pi / 180
        let square = angle * angle
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90))))
    }
}
