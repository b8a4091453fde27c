import Cases
import Foundation
import Media

/// How long a place takes to find its grid, in a district of 10,000 leaves that tile it with wavy borders of 200 points each.
enum GridSpeed {
    private static let side = 100
    private static let pointsOfSide = 50

    static func tell() throws {
        let began = ContinuousClock().now
        let tree = try GridTree(district())
        let built = ContinuousClock().now - began
        var random = SystemRandomNumberGenerator()
        let places = (0..<100_000).map { _ in
            Point(x: .random(in: 121..<122, using: &random), y: .random(in: 31..<32, using: &random))
        }
        let day = CalendarDate(day: 20_000)
        let start = ContinuousClock().now
        var found = 0
        for place in places where tree.grid(at: place, on: day)?.level == 2 { found += 1 }
        let took = ContinuousClock().now - start
        let dispatcher = Dispatcher(tree)
        let second = ContinuousClock().now
        var neighbours = 0
        for place in places {
            neighbours += dispatcher.assign(grid: nil, location: place, on: day).neighbours?.count ?? 0
        }
        let dispatched = ContinuousClock().now - second
        func micro(_ time: Duration) -> String { String(format: "%.2f", time.inSeconds * 1e6 / Double(places.count)) }
        print(
            "{\"grids\": \(tree.grids.count), \"points_of_each\": \(4 * pointsOfSide), \"found\": \(found), "
                + "\"places\": \(places.count), \"build_s\": \(String(format: "%.2f", built.inSeconds)), "
                + "\"resolve_us\": \(micro(took)), \"dispatch_us\": \(micro(dispatched)), \"near_borders\": \(neighbours)}"
        )
    }

    /// Corners of a raster, joined by waves that both neighbours share.
    private static func district() -> [Grid] {
        func corner(_ column: Int, _ row: Int) -> Point {
            Point(x: 121 + Double(column) / Double(side), y: 31 + Double(row) / Double(side))
        }
        func line(_ from: Point, _ to: Point) -> [Point] {
            (0..<pointsOfSide).map { at in
                let share = Double(at) / Double(pointsOfSide)
                let wave = 0.0004 * sin(share * 6 * .pi)
                return Point(
                    x: from.x + (to.x - from.x) * share + (to.y - from.y == 0 ? 0 : wave),
                    y: from.y + (to.y - from.y) * share + (to.y - from.y == 0 ? wave : 0))
            }
        }
        var grids = [
            Grid(
                id: "district", name: "区", level: 1, unit: "城运中心",
                polygon: Polygon([corner(0, 0), corner(side, 0), corner(side, side), corner(0, side)]))
        ]
        for row in 0..<side {
            for column in 0..<side {
                let (a, b) = (corner(column, row), corner(column + 1, row))
                let (c, d) = (corner(column + 1, row + 1), corner(column, row + 1))
                // The upper and the left side as their neighbours draw them, turned round.
                let upper = [c] + line(d, c).dropFirst().reversed()
                let left = [d] + line(a, d).dropFirst().reversed()
                let polygon = Polygon(line(a, b) + line(b, c) + upper + left)
                grids.append(
                    Grid(id: "\(column)-\(row)", name: "叶", level: 2, parent: "district", unit: "站", polygon: polygon))
            }
        }
        return grids
    }
}
