import FrameKernels
import Media

/// Measures how much of the picture changed, against a look of half a second or more before.
struct ChangeMeter {
    private static let distance = Duration.milliseconds(400)
    /// Levels: above what noise and codec make of a ground at rest.
    private static let threshold: UInt8 = 25

    private var before: Plane<UInt8>?
    private var at = MediaTime.zero

    /// - Returns: the share of pixels that changed, 0...1; nil when the last measure is too near.
    mutating func take(_ look: Plane<UInt8>, at now: MediaTime) -> Double? {
        guard let before, before.width == look.width, before.height == look.height, now >= at else {
            let kept = Plane<UInt8>(width: look.width, height: look.height, filledWith: 0)
            kept.copy(from: look)
            (before, at) = (kept, now)
            return nil
        }
        guard now - at >= Self.distance else { return nil }
        let share = Difference.share(of: look, before, threshold: Self.threshold)
        before.copy(from: look)
        at = now
        return share
    }

    /// What comes next is compared with nothing.
    mutating func cut() { before = nil }
}
