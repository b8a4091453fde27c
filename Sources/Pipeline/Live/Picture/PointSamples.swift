import FrameKernels
import Media

/// Tells a frozen, a black and a noisy picture by a few thousand points of each look.
struct PointSamples {
    private static let columns = 64
    private static let rows = 36
    /// Two keyframes of one unmoving picture differ by what the codec makes of it.
    private static let codecNoise = 2
    /// Limited-range black is 16; a sensor's own noise lies a little above.
    private static let darkest = 28
    /// Where most points change by more than so many levels, each by itself, there is no picture any more.
    private static let loudest = 14

    private let ignored: [Polygon]
    private var points: [(column: Int, row: Int)] = []
    private var size = (width: 0, height: 0)
    private var levels: [UInt8] = []
    private var before: [UInt8] = []
    /// How many points changed by -255...255 levels.
    private var changes = [Int](repeating: 0, count: 511)

    init(ignoring: [Polygon]) { ignored = ignoring }

    struct Seen {
        var isSame = false
        var isBlack = false
        var isNoisy = false
    }

    mutating func take(_ plane: Plane<UInt8>) -> Seen {
        if size != (plane.width, plane.height) { layOut(plane) }
        levels.removeAll(keepingCapacity: true)
        var lit = 0
        for point in points {
            let level = plane[point.column, point.row]
            levels.append(level)
            if level > Self.darkest { lit += 1 }
        }
        var seen = Seen()
        seen.isBlack = !levels.isEmpty && lit * 500 < levels.count
        if before.count == levels.count, !levels.isEmpty { compare(&seen) }
        swap(&before, &levels)
        return seen
    }

    private mutating func compare(_ seen: inout Seen) {
        // A change of exposure moves all points alike: the middle one of the changes is taken out.
        for index in changes.indices { changes[index] = 0 }
        var most = 0
        for index in levels.indices {
            let change = Int(levels[index]) - Int(before[index])
            most = max(most, abs(change))
            changes[change + 255] += 1
        }
        seen.isSame = most <= Self.codecNoise
        var (middle, below) = (-255, changes[0])
        while below <= levels.count / 2 {
            middle += 1
            below += changes[middle + 255]
        }
        var loud = 0
        for index in levels.indices
        where abs(Int(levels[index]) - Int(before[index]) - middle) > Self.loudest {
            loud += 1
        }
        seen.isNoisy = loud * 2 > levels.count
    }

    mutating func forget() { before.removeAll(keepingCapacity: true) }

    private mutating func layOut(_ plane: Plane<UInt8>) {
        size = (plane.width, plane.height)
        before = []
        points = (0..<Self.rows).flatMap { row in
            (0..<Self.columns).compactMap { column in
                let place = Point(ofCell: column, row, columns: Self.columns, rows: Self.rows)
                guard !ignored.hold(place) else { return nil }
                return (Int(place.x * Double(plane.width)), Int(place.y * Double(plane.height)))
            }
        }
    }
}
