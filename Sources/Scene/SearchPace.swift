import Media

/// How thoroughly a scene looks.
package enum LookDepth: Hashable, Sendable {
    /// Follows what moves, and no more.
    case motion
    /// Searches for light, background, things and masses by levels alone.
    case levels
    /// By levels and colour.
    case colour

    /// - Parameters:
    ///   - isThorough: whether the look searches.
    ///   - hasColour: whether the picture's colour could be read.
    package init(isThorough: Bool, hasColour: Bool) {
        self = isThorough ? hasColour ? .colour : .levels : .motion
    }
}

/// Says which looks are thorough: what moves is followed at every look; light, background, things and masses change
/// slowly, and it is enough to look for them five times a second. Only those looks need colour.
package struct SearchPace: Sendable {
    private static let interval = Duration.milliseconds(200)

    private var last: MediaTime?

    package init() {}

    package mutating func isDue(_ time: MediaTime) -> Bool {
        // A hair less, so that pictures of 25 a second, whose times are rounded, do not make it every sixth.
        if let last, time >= last, time - last < Self.interval - .milliseconds(2) { return false }
        last = time
        return true
    }
}
