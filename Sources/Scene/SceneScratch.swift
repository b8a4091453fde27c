import FrameKernels

/// The planes that a scene needs for one look and not longer: cameras of one size share them, one look at a time.
package final class SceneScratch {
    package let width: Int
    package let height: Int
    /// The background's levels.
    let background: Plane<UInt8>
    /// Its neighbourhood.
    let lowest: Plane<UInt8>
    let highest: Plane<UInt8>
    /// 255 where something is that does not belong to the place: what the last search found.
    package let foreground: Plane<UInt8>
    let light: Plane<UInt8>
    let mask: Plane<UInt8>
    let maskScratch: Plane<UInt8>
    let thingsBefore: Plane<UInt8>
    /// Things at rest that are wider than a person.
    let bulky: Plane<UInt8>
    /// Where the background is held: what was a thing in the last search, and its rim.
    let held: Plane<UInt8>
    /// At half the size.
    let coloured: Plane<UInt8>
    let rates: Plane<UInt16>
    /// A number for each tile.
    let tileCounts: Plane<Int32>
    var pieces: Components
    var lightGuard: LightGuard
    var counts: [Int32] = []
    var onsets: [Int32] = []

    /// - Parameters:
    ///   - width, height: of the scenes, at least 16 each.
    package init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        func bytes() -> Plane<UInt8> { Plane(width: width, height: height, filledWith: 0) }
        (background, lowest, highest, foreground) = (bytes(), bytes(), bytes(), bytes())
        (light, mask, maskScratch, thingsBefore, bulky) = (bytes(), bytes(), bytes(), bytes(), bytes())
        held = bytes()
        coloured = Plane(width: width / 2, height: height / 2, filledWith: 0)
        rates = Plane(width: width / 2, height: height / 2, filledWith: 0)
        tileCounts = Plane(width: width / Tiles.side, height: height / Tiles.side, filledWith: 0)
        pieces = Components(width: width, height: height)
        lightGuard = LightGuard(width: width, height: height)
    }
}
