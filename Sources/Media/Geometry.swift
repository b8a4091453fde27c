/// A point of a picture, 0..1 of its width and height from the upper left; or degrees of longitude and latitude.
package struct Point: Hashable, Sendable, Codable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    /// Degrees of longitude and latitude that there are on the earth.
    package static let longitudes = -180.0...180.0
    package static let latitudes = -90.0...90.0

    /// The middle of a cell of a raster over the whole picture.
    package init(ofCell column: Int, _ row: Int, columns: Int, rows: Int) {
        self.init(x: (Double(column) + 0.5) / Double(columns), y: (Double(row) + 0.5) / Double(rows))
    }

    /// The nearest point that a polygon over the whole picture holds: feet on the lower edge stand within it.
    package var insidePicture: Point { Point(x: min(max(x, 0), 0.9999), y: min(max(y, 0), 0.9999)) }
}

/// An upright rectangle of a picture, 0..1.
package struct Box: Hashable, Sendable, Codable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// Where a thing stands: the middle of the lower edge.
    package var foot: Point { Point(x: x + width / 2, y: y + height) }

    package var area: Double { width * height }

    /// Whether the picture's edge cuts what it holds, as near as a network or the scene tells.
    package var isCutByEdge: Bool {
        let near = 0.005
        return x <= near || y <= near || x + width >= 1 - near || y + height >= 1 - near
    }

    package func intersection(_ other: Box) -> Double {
        let wide = min(x + width, other.x + other.width) - max(x, other.x)
        let high = min(y + height, other.y + other.height) - max(y, other.y)
        return wide > 0 && high > 0 ? wide * high : 0
    }

    package func union(_ other: Box) -> Box {
        let (left, top) = (min(x, other.x), min(y, other.y))
        let (right, bottom) = (max(x + width, other.x + other.width), max(y + height, other.y + other.height))
        return Box(x: left, y: top, width: right - left, height: bottom - top)
    }
}

/// A closed polygon; the last point joins the first.
package struct Polygon: Hashable, Sendable, Codable {
    package let points: [Point]

    package init(_ points: [Point]) { self.points = points }

    /// Of a ring as maps write it, whose last point may be its first again; nil for fewer than three points.
    package init?(ring: [Point]) {
        let open = ring.count > 1 && ring.first == ring.last ? Array(ring.dropLast()) : ring
        guard open.count >= 3 else { return nil }
        self.init(open)
    }

    package static let wholePicture = Polygon([
        Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1),
    ])

    /// Even-odd rule; a point on an upper or left edge is inside, on a lower or right edge outside, so that
    /// polygons that share an edge never both hold a point of it.
    package func contains(_ point: Point) -> Bool {
        var inside = false
        var last = points.count - 1
        for index in points.indices {
            let (a, b) = (points[index], points[last])
            if (a.y > point.y) != (b.y > point.y),
                point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
            {
                inside.toggle()
            }
            last = index
        }
        return inside
    }

    package var bounds: Box {
        guard let first = points.first else { return Box(x: 0, y: 0, width: 0, height: 0) }
        var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
        for point in points {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        return Box(x: left, y: top, width: right - left, height: bottom - top)
    }
}

extension [Polygon] {
    /// Whether any of them contains a point.
    package func hold(_ point: Point) -> Bool { contains { $0.contains(point) } }
}
