/// What somebody measured in a camera's picture, and what its ground scale follows from: four points of known distance, or two
/// people or cars of known size.
package struct GroundReference: Hashable, Sendable {
    /// A point of the picture and its place on the ground: metres from wherever one likes, in two directions at right angles.
    package struct Place: Hashable, Sendable {
        package let point: Point
        package let metres: Point

        package init(_ point: Point, metres: Point) { (self.point, self.metres) = (point, metres) }
    }

    /// Something of known size, from one end to the other: a person from foot to head, a car from its left to its right where it
    /// stands, seen from the front or from behind.
    package struct Thing: Hashable, Sendable {
        package let from: Point
        package let to: Point
        package let metres: Double

        package init(from: Point, to: Point, metres: Double) { (self.from, self.to, self.metres) = (from, to, metres) }
    }

    private enum Kind: Hashable, Sendable {
        case places(ProjectiveMap)
        /// A metre's share of the picture's height (upright) or width (across) is `slope` times how far its row lies below the
        /// horizon's.
        case rows(slope: Double, horizon: Double, isUpright: Bool)
    }

    private let kind: Kind
    /// Degrees.
    private let view: Double

    /// Streets are up to some hundred metres long; the usual picture, which checks of sizes are made for.
    private static let (usualAspect, persons) = (16.0 / 9, 0.01...2.0)
    /// Shares of the picture below which two points are one, and a thing has no size; metres likewise.
    private static let (apart, metresApart) = (0.005, 0.05)
    /// Of a triangle, its height over its longest side, below which it is a line.
    private static let flat = 0.02
    /// Two things must stand so far apart in the picture's rows: what lies between and beyond is reckoned from that.
    private static let rowsApart = 0.05

    /// - Parameters:
    ///   - places: four, no three of them on a line.
    ///   - view: angle of view across the picture, degrees; matters for how tall people are alone.
    package init(places: [Place], view: Double = GroundScale.usualView) throws(GroundFault) {
        guard places.count == 4 else { throw .fourPoints(places.count) }
        let (points, grounds) = (places.map(\.point), places.map(\.metres))
        try Self.check(points, apart: Self.apart)
        try Self.check(grounds, apart: Self.metresApart)
        let map = ProjectiveMap(from: points, to: grounds)
        if let over = points.firstIndex(where: { map.weight(at: $0) <= 0 }) { throw .turnsOver(over) }
        guard map.h > 0 else { throw .upsideDown }
        (kind, self.view) = (.places(map), view)
        try checkPersons()
    }

    /// - Parameter people: two, each from foot to head.
    package init(people: [Thing], view: Double = GroundScale.usualView) throws(GroundFault) {
        try self.init(people, view: view, isUpright: true)
    }

    /// - Parameter cars: two, each from left to right.
    package init(cars: [Thing], view: Double = GroundScale.usualView) throws(GroundFault) {
        try self.init(cars, view: view, isUpright: false)
    }

    private init(_ things: [Thing], view: Double, isUpright: Bool) throws(GroundFault) {
        guard things.count == 2 else { throw .twoThings(things.count) }
        var seen: [(row: Double, size: Double)] = []
        for (index, thing) in things.enumerated() {
            let (wide, high) = (abs(thing.to.x - thing.from.x), thing.from.y - thing.to.y)
            if isUpright, high < 2 * Self.apart { throw .noHeight(index) }
            if !isUpright, wide < 2 * Self.apart || abs(high) > wide / 4 { throw .notLevel(index) }
            seen.append(
                isUpright
                    ? (thing.from.y, high / thing.metres) : ((thing.from.y + thing.to.y) / 2, wide / thing.metres))
        }
        guard abs(seen[0].row - seen[1].row) >= Self.rowsApart else { throw .sameRow }
        let slope = (seen[0].size - seen[1].size) / (seen[0].row - seen[1].row)
        guard slope > 0 else { throw .upsideDown }
        kind = .rows(slope: slope, horizon: seen[0].row - seen[0].size / slope, isUpright: isUpright)
        self.view = view
        try checkPersons()
    }

    /// - Parameter aspect: width over height of the picture.
    package func scale(aspect: Double) -> GroundScale {
        switch kind {
        case .places(let map): return GroundScale(map, aspect: aspect, view: view, isRough: false)
        case .rows(let slope, let horizon, let isUpright):
            // Of a camera that hangs straight and looks down by t, in heights of the picture: a metre across appears as long as
            // s = f / z, z the distance along its axis; s grows evenly with the row; along the ground z / cos t is the way.
            let focal = GroundScale.focalLength(aspect: aspect, view: view)
            let down = GroundScale.lookingDown(0.5 - horizon, aspect: aspect, view: view)
            let across = isUpright ? slope / down : slope * aspect
            let map = ProjectiveMap(
                (aspect / across, 0, -0.5 * aspect / across), (0, 0, focal / (across * down)), weight: (0, 1, -horizon))
            return GroundScale(map, aspect: aspect, view: view, isRough: true)
        }
    }

    private static func check(_ points: [Point], apart: Double) throws(GroundFault) {
        for (one, first) in points.enumerated() {
            for (other, second) in points.enumerated() where other > one {
                if distance(first, second) < apart { throw .samePlace(one, other) }
            }
        }
        // Each three are the four without one.
        for left in points.indices {
            let three = points.indices.filter { $0 != left }
            let (a, b, c) = (points[three[0]], points[three[1]], points[three[2]])
            let longest = max(distance(a, b), distance(b, c), distance(c, a))
            let twice = abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y))
            if twice < flat * longest * longest { throw .onLine(three[0], three[1], three[2]) }
        }
    }

    private static func distance(_ one: Point, _ other: Point) -> Double {
        let (x, y) = (one.x - other.x, one.y - other.y)
        return (x * x + y * y).squareRoot()
    }

    /// Whether a person at the lower edge has a size that can be.
    private func checkPersons() throws(GroundFault) {
        let person = scale(aspect: Self.usualAspect).personHeight(at: Point(x: 0.5, y: 1))
        guard Self.persons.contains(person) else { throw .persons(person) }
    }
}
