import Foundation
import FrameKernels

/// Keeps analysis planes for re-use.
package final class PlanePool: @unchecked Sendable {
    // Sendable: the lock guards `free`.
    private let lock = NSLock()
    private var free: [Plane<UInt8>] = []
    /// As many as may be under way at once, and no more after a change of size.
    private let limit: Int

    package init(limit: Int) { self.limit = limit }

    func take(width: Int, height: Int) -> Plane<UInt8> {
        lock.withLock {
            if let index = free.lastIndex(where: { $0.width == width && $0.height == height }) {
                return free.remove(at: index)
            }
            return Plane(width: width, height: height, filledWith: 0)
        }
    }

    func give(_ plane: Plane<UInt8>) {
        lock.withLock {
            if free.count >= limit { free.removeFirst() }
            free.append(plane)
        }
    }
}
