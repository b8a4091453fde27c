import FrameKernels

/// What a scene knows of its place, to be kept over a restart: without it, whatever stands there when a camera is
/// switched on would be taken for part of the place.
package struct SceneMemory: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// Luma of the background, row by row, `width * height` bytes.
    package let background: [UInt8]
    /// Its blue and red difference at half the size, `(width / 2) * (height / 2)` bytes each.
    package let u: [UInt8]
    package let v: [UInt8]

    /// - Returns: nil where sizes do not fit.
    package init?(width: Int, height: Int, background: [UInt8], u: [UInt8], v: [UInt8]) {
        let half = (width / 2) * (height / 2)
        guard width >= 16, height >= 16, background.count == width * height, u.count == half, v.count == half else {
            return nil
        }
        (self.width, self.height, self.background, self.u, self.v) = (width, height, background, u, v)
    }
}

extension Scene {
    /// What it knows now; nil while it still learns the place.
    package var memory: SceneMemory? {
        guard hasLearnt else { return nil }
        return SceneMemory(
            width: width, height: height, background: Background.bytes(of: planes.long),
            u: Background.bytes(of: planes.u), v: Background.bytes(of: planes.v))
    }
}
