import Foundation
import Scene

/// Lends scenes the planes of one look; as many exist as looks are under way at once.
package final class ScratchPool: @unchecked Sendable {
    // Sendable: the lock guards `free`.
    private let lock = NSLock()
    private var free: [SceneScratch] = []
    /// Sizes that are no longer asked for make way.
    private let limit: Int

    package init(limit: Int) { self.limit = limit }

    func lend<Result>(width: Int, height: Int, _ body: (SceneScratch) -> Result) -> Result {
        let scratch = lock.withLock {
            free.lastIndex { $0.width == width && $0.height == height }.map { free.remove(at: $0) }
        }
        let lent = scratch ?? SceneScratch(width: width, height: height)
        defer {
            lock.withLock {
                if free.count >= limit { free.removeFirst() }
                free.append(lent)
            }
        }
        return body(lent)
    }
}
