import FrameKernels
import Media
import Scene
import Video

/// Looks at a film's pictures as the pipeline does; the scene is made when the first says how large it is.
final class SceneLooker {
    private struct Parts {
        let scene: Scene
        let scratch: SceneScratch
        let seen: AnalysisPicture
    }

    private let shrinker = PictureShrinker()
    private var searches = SearchPace()
    private var parts: Parts?
    private let searchesAlways: Bool

    /// - Parameter searchesAlways: in every picture, not five times a second.
    init(searchesAlways: Bool = false) { self.searchesAlways = searchesAlways }

    /// - Returns: what a search found, and the foreground that it found it in; nil for motion alone, and for a picture
    ///   that cannot be read.
    func look(_ frame: Frame) -> (found: SceneLook, foreground: Plane<UInt8>)? {
        let parts = parts ?? made(for: frame)
        let isThorough = searchesAlways || searches.isDue(frame.time)
        guard let hasColour = try? shrinker.shrink(frame, into: parts.seen, withColour: isThorough) else { return nil }
        let depth = LookDepth(isThorough: isThorough, hasColour: hasColour)
        guard let found = parts.scene.see(parts.seen, depth, at: frame.time, with: parts.scratch) else { return nil }
        return (found, parts.scratch.foreground)
    }

    private func made(for frame: Frame) -> Parts {
        let (width, height) = PictureShrinker.size(of: frame)
        let made = Parts(
            scene: Scene(width: width, height: height, personScale: .streetCamera, ignoring: []),
            scratch: SceneScratch(width: width, height: height), seen: AnalysisPicture(width: width, height: height))
        parts = made
        return made
    }
}
