import FrameKernels

/// What a scene remembers, pixel by pixel: luma levels and seconds.
final class ScenePlanes {
    /// What a pixel showed lately.
    let short: Plane<Float>
    /// The background.
    let long: Plane<Float>
    /// By how much a pixel at rest changes from look to look.
    let noise: Plane<Float>
    /// For how many seconds it kept its level.
    let still: Plane<Float>
    /// For how many seconds it was foreground.
    let present: Plane<Float>

    init(width: Int, height: Int) {
        func floats(_ value: Float) -> Plane<Float> { Plane(width: width, height: height, filledWith: value) }
        (short, long, still, present) = (floats(0), floats(0), floats(0), floats(0))
        noise = floats(2)
    }
}

/// The same in half the memory, for scenes that are looked at seldom: hundreds of cameras that wait for their next
/// keyframe share the planes of those that are looked at.
final class RestingPlanes {
    /// 1/256 of a level.
    private static let levels: Float = 256
    /// Ticks of 1/16 s; more than 68 minutes are 68 minutes.
    static let ticks: Float = 16

    private let words: [Plane<UInt16>]

    init(width: Int, height: Int) {
        words = (0..<5).map { _ in Plane(width: width, height: height, filledWith: 0) }
    }

    func rest(_ planes: ScenePlanes) {
        for (plane, words, scale) in pairs(planes) { Packing.pack(plane, into: words, scale: scale) }
    }

    func wake(into planes: ScenePlanes) {
        for (plane, words, scale) in pairs(planes) { Packing.unpack(words, into: plane, scale: scale) }
    }

    func wakeBackground(into plane: Plane<Float>) { Packing.unpack(words[1], into: plane, scale: Self.levels) }

    private func pairs(_ planes: ScenePlanes) -> [(Plane<Float>, Plane<UInt16>, Float)] {
        [
            (planes.short, words[0], Self.levels), (planes.long, words[1], Self.levels),
            (planes.noise, words[2], Self.levels), (planes.still, words[3], Self.ticks),
            (planes.present, words[4], Self.ticks),
        ]
    }
}
