import FrameKernels
import Media

/// Tells a frozen and a black picture by a few thousand points of each look, those under `ignore` zones left out: a
/// clock that the camera writes into its picture goes on while the picture stands.
package struct PictureCheck: Sendable {
    private static let columns = 64
    private static let rows = 36
    /// Two keyframes of one unmoving picture differ by what the codec makes of it.
    private static let codecNoise = 2
    /// Limited-range black is 16; a sensor's own noise lies a little above.
    private static let darkest = 28

    private let ignored: [Polygon]
    private var points: [(column: Int, row: Int)] = []
    private var size = (width: 0, height: 0)
    private var before: [UInt8] = []
    private var sameSince: MonotonicInstant?
    private var blackSince: MonotonicInstant?

    package init(ignoring: [Polygon]) { ignored = ignoring }

    package struct Verdict: Hashable, Sendable {
        /// Since when each picture was like the one before.
        package var sameSince: MonotonicInstant?
        package var blackSince: MonotonicInstant?

        package init(sameSince: MonotonicInstant? = nil, blackSince: MonotonicInstant? = nil) {
            (self.sameSince, self.blackSince) = (sameSince, blackSince)
        }
    }

    package mutating func take(_ plane: Plane<UInt8>, at now: MonotonicInstant) -> Verdict {
        if size != (plane.width, plane.height) { layOut(plane) }
        let levels = points.map { plane[$0.column, $0.row] }
        let isSame =
            before.count == levels.count && !levels.isEmpty
            && zip(before, levels).allSatisfy { abs(Int($0) - Int($1)) <= Self.codecNoise }
        sameSince = isSame ? sameSince ?? now : nil
        let isBlack = !levels.isEmpty && levels.count { $0 > Self.darkest } * 500 < levels.count
        blackSince = isBlack ? blackSince ?? now : nil
        before = levels
        return Verdict(sameSince: sameSince, blackSince: blackSince)
    }

    /// A new connection: its first picture is compared with none.
    package mutating func reconnected() { (before, sameSince, blackSince) = ([], nil, nil) }

    private mutating func layOut(_ plane: Plane<UInt8>) {
        size = (plane.width, plane.height)
        points = (0..<Self.rows).flatMap { row in
            (0..<Self.columns).compactMap { column in
                let place = Point(
                    x: (Double(column) + 0.5) / Double(Self.columns), y: (Double(row) + 0.5) / Double(Self.rows))
                guard !ignored.contains(where: { $0.contains(place) }) else { return nil }
                return (Int(place.x * Double(plane.width)), Int(place.y * Double(plane.height)))
            }
        }
    }
}
