import Foundation

/// How large what a camera sees is on the ground: metres and square metres of places in its picture.
///
/// Flat ground, a lens that keeps straight lines straight, square pixels. Lengths and areas on the ground follow from the map
/// alone. How tall an upright thing appears does not: the picture's scale across the view at its foot is known from the map (at
/// one distance all lengths across the view shrink alike), and for a camera near level an upright metre appears as long as one
/// across. One that looks down by an angle t shows it shorter, in the middle of the picture by cos t (A. Criminisi, I. Reid,
/// A. Zisserman, Single View Metrology, 2000, works it out for any place); t follows from how far the horizon lies above the
/// picture's middle and from the angle of view. What that leaves out is up to 5 % at 20° and some 11 % at 30°.
package struct GroundScale: Hashable, Sendable {
    /// What people are taken to measure, metres.
    package static let person = 1.7
    /// How wide a car is taken to be, metres.
    package static let car = 1.8
    /// The usual street camera's angle of view across the picture, degrees.
    package static let usualView = 60.0
    /// Where a person appears smaller than this share of the picture's height, nothing is measured: a row of the picture is
    /// metres there.
    package static let smallest = 0.02

    /// From the picture, 0..1 from the upper left, to metres on the ground.
    private let map: ProjectiveMap
    /// An upright metre's share of the picture's height where the map's weight is 1.
    private let upright: Double
    /// Areas rest on an assumed angle of view and on two sizes alone: up to 20° down they are some 15 % too large or too small,
    /// at 30° a third.
    package let isRough: Bool

    /// - Parameters:
    ///   - map: its weight is above 0 on the ground and grows down the picture.
    ///   - aspect: width over height of the picture.
    ///   - view: angle of view across the picture, degrees.
    package init(_ map: ProjectiveMap, aspect: Double, view: Double, isRough: Bool) {
        (self.map, self.isRough) = (map, isRough)
        // Along the horizon the distance is the same; a step there is one height of the picture long.
        let slope = hypot(map.h * aspect, map.g)
        let step = slope > 0 ? Point(x: map.h / slope, y: -map.g / slope) : Point(x: 1 / aspect, y: 0)
        let across = hypot(map.a * step.x + map.b * step.y, map.d * step.x + map.e * step.y)
        let belowHorizon = map.weight(at: Point(x: 0.5, y: 0.5)) / hypot(map.g / aspect, map.h)
        upright = Self.lookingDown(belowHorizon, aspect: aspect, view: view) / across
    }

    /// The cosine of the angle by which a camera looks down.
    ///
    /// - Parameter belowHorizon: how far the picture's middle lies below the horizon, in heights of the picture.
    static func lookingDown(_ belowHorizon: Double, aspect: Double, view: Double) -> Double {
        cos(atan(belowHorizon / focalLength(aspect: aspect, view: view)))
    }

    /// In heights of the picture.
    static func focalLength(aspect: Double, view: Double) -> Double { aspect / (2 * tan(view * .pi / 360)) }

    /// Metres on the ground of a point of the picture; nil above the horizon, and so near below it that nothing is measured.
    package func metres(at point: Point) -> Point? { isMeasured(point) ? map(point) : nil }

    /// How tall a person who stands at a point appears, a share of the picture's height; 0 and below it on and above the horizon.
    package func personHeight(at foot: Point) -> Double { Self.person * upright * map.weight(at: foot) }

    /// How far apart two points of the picture are on the ground, metres; nil where one of them is not measured.
    package func metres(from one: Point, to other: Point) -> Double? {
        guard let one = metres(at: one), let other = metres(at: other) else { return nil }
        return hypot(one.x - other.x, one.y - other.y)
    }

    /// How wide what stands in a box is where it stands, metres; nil where that is not measured.
    package func width(of box: Box) -> Double? {
        metres(from: Point(x: box.x, y: box.y + box.height), to: Point(x: box.x + box.width, y: box.y + box.height))
    }

    /// How much ground a polygon of the picture covers. What lies too far away to be measured is left out.
    package func squareMetres(of polygon: Polygon) -> Double {
        let ground = measured(polygon.points).map { map($0) }
        var twice = 0.0
        var last = ground.count - 1
        for index in ground.indices {
            twice += ground[last].x * ground[index].y - ground[index].x * ground[last].y
            last = index
        }
        return abs(twice) / 2
    }

    package func squareMetres(of box: Box) -> Double {
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        return squareMetres(
            of: Polygon([
                Point(x: box.x, y: box.y), Point(x: right, y: box.y), Point(x: right, y: bottom),
                Point(x: box.x, y: bottom),
            ]))
    }

    private func isMeasured(_ point: Point) -> Bool { personHeight(at: point) >= Self.smallest }

    /// What of a polygon is near enough: clipped at one line (Sutherland and Hodgman, 1974).
    private func measured(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for (index, point) in points.enumerated() {
            let before = points[(index + points.count - 1) % points.count]
            if isMeasured(point) != isMeasured(before) {
                let (from, to) = (personHeight(at: before), personHeight(at: point))
                let share = (Self.smallest - from) / (to - from)
                kept.append(
                    Point(x: before.x + share * (point.x - before.x), y: before.y + share * (point.y - before.y)))
            }
            if isMeasured(point) { kept.append(point) }
        }
        return kept
    }
}
