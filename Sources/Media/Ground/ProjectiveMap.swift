/// Takes points of one plane to another as a camera does: straight lines stay straight, and what is far gets narrow.
///
/// A point (x, y) goes to ((a x + b y + c) / w, (d x + e y + f) / w) with the weight w = g x + h y + i. The line on which the
/// weight is 0 goes to infinity: from a picture to the ground that is the horizon.
package struct ProjectiveMap: Hashable, Sendable {
    package let a, b, c: Double
    package let d, e, f: Double
    package let g, h, i: Double

    package init(
        _ x: (Double, Double, Double), _ y: (Double, Double, Double), weight: (Double, Double, Double)
    ) {
        (a, b, c) = x
        (d, e, f) = y
        (g, h, i) = weight
    }

    /// The one that takes the corners of the unit square, (0, 0), (1, 0), (1, 1) and (0, 1), to four points.
    ///
    /// P. Heckbert, Fundamentals of Texture Mapping and Image Warping (1989), section 2.2.3. Of the four no three lie on a
    /// line.
    private init(toCorners p: [Point]) {
        let (first, second) = (
            Point(x: p[1].x - p[2].x, y: p[1].y - p[2].y), Point(x: p[3].x - p[2].x, y: p[3].y - p[2].y)
        )
        let sum = Point(x: p[0].x - p[1].x + p[2].x - p[3].x, y: p[0].y - p[1].y + p[2].y - p[3].y)
        let whole = first.x * second.y - second.x * first.y
        let g = (sum.x * second.y - second.x * sum.y) / whole
        let h = (first.x * sum.y - sum.x * first.y) / whole
        self.init(
            (p[1].x - p[0].x + g * p[1].x, p[3].x - p[0].x + h * p[3].x, p[0].x),
            (p[1].y - p[0].y + g * p[1].y, p[3].y - p[0].y + h * p[3].y, p[0].y), weight: (g, h, 1))
    }

    /// The one that takes four points to four others. Of either four no three lie on a line. Its weight is of one sign, and
    /// then above 0, at all four where a camera can see them so.
    package init(from: [Point], to: [Point]) {
        precondition(from.count == 4 && to.count == 4, "four points and their places")
        let map = Self(toCorners: to).after(Self(toCorners: from).adjugate)
        self = map.weight(at: from[0]) < 0 ? map.scaled(by: -1) : map
    }

    package func weight(at point: Point) -> Double { g * point.x + h * point.y + i }

    /// - Parameter point: not on the line that goes to infinity.
    package func callAsFunction(_ point: Point) -> Point {
        let weight = weight(at: point)
        return Point(x: (a * point.x + b * point.y + c) / weight, y: (d * point.x + e * point.y + f) / weight)
    }

    /// The way back, but for a factor that changes no point.
    private var adjugate: ProjectiveMap {
        ProjectiveMap(
            (e * i - f * h, c * h - b * i, b * f - c * e), (f * g - d * i, a * i - c * g, c * d - a * f),
            weight: (d * h - e * g, b * g - a * h, a * e - b * d))
    }

    private func after(_ first: ProjectiveMap) -> ProjectiveMap {
        func row(_ x: Double, _ y: Double, _ one: Double) -> (Double, Double, Double) {
            (
                x * first.a + y * first.d + one * first.g, x * first.b + y * first.e + one * first.h,
                x * first.c + y * first.f + one * first.i
            )
        }
        return ProjectiveMap(row(a, b, c), row(d, e, f), weight: row(g, h, i))
    }

    private func scaled(by factor: Double) -> ProjectiveMap {
        ProjectiveMap(
            (a * factor, b * factor, c * factor), (d * factor, e * factor, f * factor),
            weight: (g * factor, h * factor, i * factor))
    }
}
