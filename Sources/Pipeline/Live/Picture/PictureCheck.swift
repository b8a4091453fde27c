import FrameKernels
import Media

/// Tells since when something is wrong with a camera's picture; what lies under `ignore` zones does not count: a clock
/// that the camera writes into its picture goes on while the picture stands.
package struct PictureCheck {
    /// Tiles and view are judged no more often: what they tell lasts.
    private static let interval = Duration.milliseconds(3900)

    private let ignored: [Polygon]
    private var size = (width: 0, height: 0)
    private var samples: PointSamples
    private var tiles: TileJudge?
    private var view: ViewMatch?
    private var judgedAt: MonotonicInstant?
    private var verdict = Verdict()

    package init(ignoring: [Polygon]) {
        ignored = ignoring
        samples = PointSamples(ignoring: ignoring)
    }

    package struct Verdict: Hashable, Sendable {
        /// When each fault was first seen of those that last.
        package var since: [PictureFault: MonotonicInstant]

        package init(since: [PictureFault: MonotonicInstant] = [:]) { self.since = since }

        /// Whether it has lasted long enough to be told.
        func tells(_ fault: PictureFault, at now: MonotonicInstant) -> Bool {
            since[fault].map { now - $0 >= fault.patience } ?? false
        }

        mutating func note(_ fault: PictureFault, _ isSo: Bool, at now: MonotonicInstant) {
            if !isSo {
                since[fault] = nil
            } else if since[fault] == nil {
                since[fault] = now
            }
        }
    }

    package mutating func take(_ plane: Plane<UInt8>, at now: MonotonicInstant) -> Verdict {
        if size != (plane.width, plane.height) {
            size = (plane.width, plane.height)
            tiles = TileJudge(width: plane.width, height: plane.height, ignoring: ignored)
            view = ViewMatch(width: plane.width, height: plane.height, ignoring: ignored)
        }
        let seen = samples.take(plane)
        verdict.note(.frozen, seen.isSame, at: now)
        verdict.note(.black, seen.isBlack, at: now)
        verdict.note(.noisy, seen.isNoisy, at: now)
        if let judgedAt, now - judgedAt < Self.interval { return verdict }
        let seconds = judgedAt.map { min((now - $0).inSeconds, 10) } ?? 1
        judgedAt = now
        let isBlack = seen.isBlack
        let judged = isBlack ? nil : tiles?.take(plane, seconds: seconds)
        verdict.note(.blinded, judged?.isBlinded ?? false, at: now)
        verdict.note(.blurred, judged?.isBlurred ?? false, at: now)
        // A view that cannot be seen says nothing of where the camera looks: what was known of it stays.
        if !isBlack, judged?.isBlinded != true, judged?.isBlurred != true, let view {
            verdict.note(.moved, view.hasMoved(plane, seconds: seconds), at: now)
        }
        return verdict
    }

    /// A new connection: its first picture is compared with none. Where the camera looked is remembered.
    package mutating func reconnected() {
        samples.forget()
        let moved = verdict.since[.moved]
        verdict = Verdict()
        if let moved { verdict.since[.moved] = moved }
    }
}
