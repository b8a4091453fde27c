import Media

/// Lets keyframes through no faster than two a second: where every picture is a keyframe, as an MJPEG camera sends
/// them, the policy `keyframes` would else cost as much as `full`.
struct KeyframePace: Sendable {
    private static let shortest = Duration.milliseconds(500)

    private var last: MediaTime?

    mutating func isDue(_ time: MediaTime) -> Bool {
        // A hair less, so that a keyframe each half second is not every other time too early.
        if let last, time - last < Self.shortest - .milliseconds(50), time >= last { return false }
        last = time
        return true
    }
}
