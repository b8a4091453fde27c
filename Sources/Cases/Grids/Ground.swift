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
            nearest = min(nearest, metres(from: place, toSegment: polygon.points[last], polygon.points[index]))
            last = index
        }
        return nearest
    }

    /// From a place to the nearest point of a straight line between two others.
    static func metres(from place: Point, toSegment a: Point, _ b: Point) -> Double {
        distance(toSegment: offset(of: a, from: place), offset(of: b, from: place))
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

    /// A degree of longitude is shorter by the cosine of the latitude (its series, good to a millionth up to 60 degrees);
    /// at the poles it is taken to be a thousandth, so that nothing is divided by zero.
    private static func shrinkage(at place: Point) -> Double {
        let angle = place.y * Double.pi / 180
        let square = angle * angle
        return max(
            1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90)))), 0.001)
    }
}
