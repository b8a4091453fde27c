import Foundation

/// Work on many values, on all cores.
package enum InParallel {
    /// The same as `items.map(body)`, in the same order.
    ///
    /// - Parameter fewest: to share out fewer costs more than to do them.
    package static func map<Item: Sendable, Outcome: Sendable>(
        _ items: [Item], from fewest: Int = 64, _ body: @Sendable (Item) -> Outcome
    ) -> [Outcome] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        guard cores > 1, items.count >= fewest else { return items.map(body) }
        let size = (items.count + 4 * cores - 1) / (4 * cores)
        let outcomes = Outcomes<Outcome>()
        DispatchQueue.concurrentPerform(iterations: (items.count + size - 1) / size) { piece in
            let from = piece * size
            outcomes.keep(items[from..<min(from + size, items.count)].map(body), at: piece)
        }
        return outcomes.inOrder
    }

    private final class Outcomes<Outcome: Sendable>: @unchecked Sendable {
        // Sendable: the lock guards the pieces.
        private let lock = NSLock()
        private var pieces: [Int: [Outcome]] = [:]

        func keep(_ piece: [Outcome], at index: Int) { lock.withLock { pieces[index] = piece } }

        var inOrder: [Outcome] { pieces.sorted { $0.key < $1.key }.flatMap(\.value) }
    }
}
