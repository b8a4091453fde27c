import Foundation

/// The console while it serves, on a task of its own that ends with this.
package final class ConsoleService: Sendable {
    private let outcome = Outcome()
    private let task: Task<Void, Never>
    package let port: Int

    /// Waits until it listens.
    ///
    /// - Parameter serve: serves until it cannot any more; tells the port once it listens.
    /// - Throws: when it cannot listen.
    package init(_ serve: @escaping @Sendable (_ onListening: @escaping @Sendable (Int) -> Void) async throws -> Void)
        throws
    {
        task = Task.detached { [outcome] in
            do {
                try await serve { outcome.begin($0) }
                outcome.end(CancellationError())
            } catch {
                outcome.end(error)
            }
        }
        port = try outcome.wait()
    }

    deinit { task.cancel() }

    /// Why it serves no more; nil while it does.
    package var end: (any Error)? { outcome.reason }

    private final class Outcome: @unchecked Sendable {
        // Sendable: the lock guards everything.
        private let told = DispatchSemaphore(value: 0)
        private let lock = NSLock()
        private var port: Int?
        private var error: (any Error)?

        func begin(_ port: Int) {
            lock.withLock { self.port = port }
            told.signal()
        }

        func end(_ error: any Error) {
            lock.withLock { self.error = error }
            told.signal()
        }

        /// Whatever is told first.
        func wait() throws -> Int {
            told.wait()
            return try lock.withLock {
                guard let port else { throw error ?? CancellationError() }
                return port
            }
        }

        var reason: (any Error)? { lock.withLock { error } }
    }
}
