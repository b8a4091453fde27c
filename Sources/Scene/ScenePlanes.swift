import FrameKernels

/// What a scene remembers, pixel by pixel, in words of 16 bits (see `FixedPoint`): some 11 bytes a pixel of the analysis
/// size, so that hundreds of cameras fit into memory.
final class ScenePlanes {
    /// What a pixel showed lately.
    let short: Plane<UInt16>
    /// The background.
    let long: Plane<UInt16>
    /// By how much a pixel at rest changes from look to look.
    let noise: Plane<UInt16>
    /// For how long it kept its level.
    let still: Plane<UInt16>
    /// For how long it was foreground.
    let present: Plane<UInt16>
    /// The background's colour, at half the size.
    let u: Plane<UInt16>
    let v: Plane<UInt16>
    /// What the last search took still foreground for (`ThingMark`).
    let things: Plane<UInt8>

    init(width: Int, height: Int) {
        func words(_ value: UInt16) -> Plane<UInt16> { Plane(width: width, height: height, filledWith: value) }
        (short, long, still, present) = (words(0), words(0), words(0), words(0))
        noise = words(FixedPoint.noise(2))
        let grey = FixedPoint.level(128)
        (u, v) = (
            Plane(width: width / 2, height: height / 2, filledWith: grey),
            Plane(width: width / 2, height: height / 2, filledWith: grey)
        )
        things = Plane(width: width, height: height, filledWith: 0)
    }
}
