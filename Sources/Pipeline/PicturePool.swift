import Foundation
import FrameKernels

/// Keeps analysis pictures for re-use.
package final class PicturePool: @unchecked Sendable {
    // Sendable: the lock guards `free`.
    private let lock = NSLock()
    private var free: [AnalysisPicture] = []
    /// As many as may be under way at once, and no more after a change of size.
    private let limit: Int

    package init(limit: Int) { self.limit = limit }

    func take(width: Int, height: Int) -> AnalysisPicture {
        lock.withLock {
            if let index = free.lastIndex(where: { $0.width == width && $0.height == height }) {
                return free.remove(at: index)
            }
            return AnalysisPicture(width: width, height: height)
        }
    }

    func give(_ picture: AnalysisPicture) {
        lock.withLock {
            if free.count >= limit { free.removeFirst() }
            free.append(picture)
        }
    }
}
