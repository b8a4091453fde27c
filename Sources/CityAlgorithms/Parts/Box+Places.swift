import Media

extension Box {
    /// Points spread evenly over it, `side` in a row and as many rows.
    func places(_ side: Int) -> [Point] {
        let steps = (0..<side).map { (Double($0) + 0.5) / Double(side) }
        return steps.flatMap { down in steps.map { Point(x: x + $0 * width, y: y + down * height) } }
    }

    /// A point on the left or upper edge is inside, on the right or lower one outside.
    func contains(_ point: Point) -> Bool {
        (x..<x + width).contains(point.x) && (y..<y + height).contains(point.y)
    }
}
