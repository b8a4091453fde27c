import FrameKernels
import Media
import Scene

/// Draws looks for a scene without any video: a textured ground, things with a pattern or of one level on it, noise.
package final class DrawnLooks {
    package struct Patch {
        let box: Box
        let level: UInt8
        /// Blue and red difference.
        let colour: (u: UInt8, v: UInt8)

        package init(_ box: Box, level: UInt8, colour: (UInt8, UInt8) = (128, 128)) {
            (self.box, self.level, self.colour) = (box, level, colour)
        }
    }

    package private(set) var scene: Scene
    private let scratch: SceneScratch
    private let picture: AnalysisPicture
    private var plane: Plane<UInt8> { picture.luma }
    private var latest: SceneLook?
    private var searches = SearchPace()
    private var random: SeededRandom
    private let isPlain: Bool

    /// - Parameter isPlain: whether things are of one level, else they show a coarse pattern.
    package init(
        width: Int = 320, height: Int = 180, seed: UInt64 = 1, ignoring: [Polygon] = [], isPlain: Bool = false
    ) {
        self.isPlain = isPlain
        scene = Scene(
            width: width, height: height, personScale: .streetCamera, ignoring: ignoring)
        scratch = SceneScratch(width: width, height: height)
        picture = AnalysisPicture(width: width, height: height)
        random = SeededRandom(seed: seed)
    }

    /// As after a restart: with the memory that was kept, or with none.
    package func restart(recalling memory: SceneMemory?) {
        searches = SearchPace()
        scene = Scene(
            width: plane.width, height: plane.height, personScale: .streetCamera, ignoring: [], recalling: memory)
    }

    /// - Parameters:
    ///   - gain: the light, 1 as at first.
    ///   - noise: levels up or down, of each pixel.
    ///   - isGrey: without colour, as under infra-red light; else the ground is a little warm.
    ///   - change: of the level of a place, 0...1 each way.
    package func look(
        at seconds: Double, _ patches: [Patch] = [], gain: Double = 1, noise: Int = 2, isGrey: Bool = false,
        change: (Double, Double, Double) -> Double = { $2 }
    ) -> SceneLook {
        for row in 0..<plane.height {
            for column in 0..<plane.width {
                let point = Point(
                    x: (Double(column) + 0.5) / Double(plane.width), y: (Double(row) + 0.5) / Double(plane.height))
                let patch = patches.last {
                    $0.box.intersection(Box(x: point.x, y: point.y, width: 1e-9, height: 1e-9)) > 0
                }
                // Slabs of 20 x 10 pixels with a dark joint.
                let joint = column % 20 == 0 || row % 10 == 0
                let ground = joint ? 90.0 : 130.0
                let pattern = patch.map {
                    Double($0.level) + (isPlain ? 0 : (column / 4 + row / 4) % 2 == 0 ? 20 : -20)
                }
                let level = change(point.x, point.y, (pattern ?? ground) * gain)
                plane[column, row] = UInt8(
                    max(0, min(255, level + Double(Int.random(in: -noise...noise, using: &random)))))
                guard row % 2 == 0, column % 2 == 0, column / 2 < picture.u.width, row / 2 < picture.u.height else {
                    continue
                }
                picture.u[column / 2, row / 2] = isGrey ? 128 : patch?.colour.u ?? 122
                picture.v[column / 2, row / 2] = isGrey ? 128 : patch?.colour.v ?? 134
            }
        }
        let now = MediaTime(seconds: seconds)
        let found = scene.see(picture, searches.isDue(now) ? .colour : .motion, at: now, with: scratch)
        latest = found ?? latest
        guard let latest else { fatalError("the first look is thorough") }
        return latest
    }
}
