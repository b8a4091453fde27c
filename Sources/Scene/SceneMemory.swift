import FrameKernels

/// What a scene knows of its place, to be kept over a restart: without it, whatever stands there when a camera is
/// switched on would be taken for part of the place.
package struct SceneMemory: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// Luma of the background, row by row, `width * height` bytes.
    package let background: [UInt8]

    package init?(width: Int, height: Int, background: [UInt8]) {
        guard width >= 16, height >= 16, background.count == width * height else { return nil }
        (self.width, self.height, self.background) = (width, height, background)
    }
}

extension Scene {
    /// What it knows now; nil while it still learns the place.
    package var memory: SceneMemory? {
        guard hasLearnt else { return nil }
        return SceneMemory(width: width, height: height, background: Background.narrow(background))
    }
}
