import Media

/// The ground that polygons cover together, as cells: finds what they enclose but do not cover.
///
/// A cell is covered where a polygon holds its middle, or comes within a metre of it to the north, south, east or west:
/// cracks along a border are drawing errors and let nothing through.
struct GroundRaster {
    /// A piece of enclosed ground.
    struct Hole: Hashable {
        let place: Point
        /// Square metres, to a cell.
        let area: Double
    }

    private let columns: Int
    private let rows: Int
    private let corner: Point
    private let cell: (width: Double, height: Double)
    /// How many polygons hold each cell.
    private var covers: [Int32]

    /// Cells across one polygon of many, on average; more would find smaller holes and take longer.
    private static let cellsAcross = 12.0
    private static let most = 1024
    /// Metres.
    private static let crack = 1.0

    init(_ polygons: [PreparedPolygon]) {
        let boxes = polygons.map(\.polygon.bounds)
        let whole = boxes.dropFirst().reduce(boxes.first ?? Box(x: 0, y: 0, width: 0, height: 0)) { $0.union($1) }
        let side = max(64, min(Self.most, Int(Double(polygons.count).squareRoot() * Self.cellsAcross)))
        (columns, rows, corner) = (side, side, Point(x: whole.x, y: whole.y))
        cell = (whole.width / Double(side), whole.height / Double(side))
        covers = .init(repeating: 0, count: (side + 1) * side)
        guard cell.width > 0, cell.height > 0 else { return }
        for (polygon, box) in zip(polygons, boxes) { cover(polygon, box) }
        for row in 0..<rows {
            var sum: Int32 = 0
            for column in 0..<columns {
                sum += covers[row * (columns + 1) + column]
                covers[row * (columns + 1) + column] = sum
            }
        }
    }

    /// Notes where its spans begin and end; they are summed at the end.
    private mutating func cover(_ polygon: PreparedPolygon, _ box: Box) {
        let (wide, high) = Ground.degrees(Self.crack, at: Point(x: box.x, y: box.y))
        let from = Self.whole((box.y - high - corner.y) / cell.height, atMost: rows)
        let to = Self.whole((box.y + box.height + high - corner.y) / cell.height, atMost: rows - 1)
        for row in from...max(from, to) where row < rows {
            let y = corner.y + (Double(row) + 0.5) * cell.height
            for parallel in [y - high, y, y + high] {
                let crossings = polygon.crossings(at: parallel)
                for at in stride(from: 0, to: crossings.count - 1, by: 2) {
                    let first = column(after: crossings[at] - wide)
                    let end = column(after: crossings[at + 1] + wide)
                    guard first < end else { continue }
                    covers[row * (columns + 1) + first] += 1
                    covers[row * (columns + 1) + end] -= 1
                }
            }
        }
    }

    /// The first column whose middle lies at a meridian or east of it.
    private func column(after x: Double) -> Int {
        Self.whole(((x - corner.x) / cell.width - 0.5).rounded(.up), atMost: columns)
    }

    /// Ground that is a hair wide has cells so small that no whole number counts them.
    private static func whole(_ count: Double, atMost most: Int) -> Int { Int(max(0, min(Double(most), count))) }

    /// What lies within the covered ground and is not covered; ground that is open to the outside is none.
    var holes: [Hole] {
        guard cell.width > 0, cell.height > 0 else { return [] }
        var isSeen = [Bool](repeating: false, count: columns * rows)
        for column in 0..<columns { _ = flood([(column, 0), (column, rows - 1)], &isSeen) }
        for row in 0..<rows { _ = flood([(0, row), (columns - 1, row)], &isSeen) }
        var holes: [Hole] = []
        for row in 0..<rows {
            for column in 0..<columns where covers[row * (columns + 1) + column] == 0 {
                let cells = flood([(column, row)], &isSeen)
                guard !cells.isEmpty else { continue }
                let place = middle(of: cells[cells.count / 2])
                holes.append(Hole(place: place, area: Double(cells.count) * area(at: place)))
            }
        }
        return holes
    }

    /// The uncovered cells that hang together with some, and were not seen yet.
    private func flood(_ start: [(Int, Int)], _ isSeen: inout [Bool]) -> [(column: Int, row: Int)] {
        var (found, next) = ([(column: Int, row: Int)](), start)
        while let (column, row) = next.popLast() {
            guard (0..<columns).contains(column), (0..<rows).contains(row), !isSeen[row * columns + column],
                covers[row * (columns + 1) + column] == 0
            else { continue }
            isSeen[row * columns + column] = true
            found.append((column, row))
            next += [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)]
        }
        return found
    }

    private func middle(of at: (column: Int, row: Int)) -> Point {
        Point(x: corner.x + (Double(at.column) + 0.5) * cell.width, y: corner.y + (Double(at.row) + 0.5) * cell.height)
    }

    private func area(at place: Point) -> Double {
        Ground.metres(from: place, to: Point(x: place.x + cell.width, y: place.y))
            * Ground.metres(from: place, to: Point(x: place.x, y: place.y + cell.height))
    }
}
