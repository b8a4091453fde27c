import Cases
import Media

/// Square grids for tests: some 111 m a thousandth of a degree of latitude.
enum Squares {
    /// A square with its lower left corner at a place, in thousandths of a degree.
    static func square(_ x: Double, _ y: Double, side: Double = 1) -> Polygon {
        let (left, low, side) = (121 + x / 1000, 31 + y / 1000, side / 1000)
        return Polygon([
            Point(x: left, y: low), Point(x: left + side, y: low), Point(x: left + side, y: low + side),
            Point(x: left, y: low + side),
        ])
    }

    static func place(_ x: Double, _ y: Double) -> Point { Point(x: 121 + x / 1000, y: 31 + y / 1000) }

    /// A town of `side` x `side` leaves.
    static func town(side: Int, network: String = Grid.operation, leaving out: Set<String> = []) -> [Grid] {
        let top = "\(network)-town"
        let leaves = (0..<side * side).map { at in
            Grid(
                id: "\(network)-\(at % side)-\(at / side)", name: "叶", level: 2, parent: top, network: network,
                unit: "站 \(at)", polygon: square(Double(at % side), Double(at / side)))
        }
        return [
            Grid(
                id: top, name: "镇", level: 1, network: network, unit: "城运中心",
                polygon: square(0, 0, side: Double(side)))
        ] + leaves.filter { !out.contains($0.id) }
    }

    static func date(_ text: String) -> CalendarDate { Shanghai.date(text) }
}
