import FrameKernels

/// The planes that a scene needs for one look and not longer: cameras of one size share them, one look at a time.
package final class SceneScratch {
    package let width: Int
    package let height: Int
    let look: Plane<Float>
    /// The background's neighbourhood.
    let lowest: Plane<Float>
    let highest: Plane<Float>
    let floats: (Plane<Float>, Plane<Float>)
    let foreground: Plane<UInt8>
    let light: Plane<UInt8>
    let mask: Plane<UInt8>
    let maskScratch: Plane<UInt8>
    let thingsBefore: Plane<UInt8>
    var pieces: Components
    var lightGuard: LightGuard
    /// Where the planes of scenes that rest are awake.
    private(set) lazy var planes = ScenePlanes(width: width, height: height)

    package init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        func floats() -> Plane<Float> { Plane(width: width, height: height, filledWith: 0) }
        func bytes() -> Plane<UInt8> { Plane(width: width, height: height, filledWith: 0) }
        (look, lowest, highest, self.floats) = (floats(), floats(), floats(), (floats(), floats()))
        (foreground, light, mask, maskScratch, thingsBefore) = (bytes(), bytes(), bytes(), bytes(), bytes())
        pieces = Components(width: width, height: height)
        lightGuard = LightGuard(width: width, height: height)
    }
}
