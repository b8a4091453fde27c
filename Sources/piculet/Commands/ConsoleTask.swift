import Console
import Foundation
import Settings

/// The console while it serves.
final class ConsoleTask {
    private let task: Task<Void, Never>
    let port: Int

    /// Waits until it listens.
    ///
    /// - Throws: when it cannot.
    init(_ source: any ConsoleSource, _ listen: ServiceSettings.Listen) throws {
        let outcome = Outcome()
        let console = Console(source, host: listen.host, port: listen.port)
        task = Task.detached {
            do { try await console.run { outcome.tell(.success($0)) } } catch { outcome.tell(.failure(error)) }
        }
        switch outcome.wait() {
        case .success(let port): self.port = port
        case .failure:
            throw fail(
                "\(listen.host):\(listen.port): the console cannot listen there. Another program may use the port; "
                    + "give another with console.listen.")
        }
    }

    /// The first thing that is told.
    private final class Outcome: @unchecked Sendable {
        // Sendable: written once before the semaphore is signalled, read after.
        private let told = DispatchSemaphore(value: 0)
        private let lock = NSLock()
        private var result: Result<Int, any Error>?

        func tell(_ result: Result<Int, any Error>) {
            lock.withLock { self.result = self.result ?? result }
            told.signal()
        }

        func wait() -> Result<Int, any Error> {
            told.wait()
            return lock.withLock { result } ?? .success(0)
        }
    }
}
