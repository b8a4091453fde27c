import Dispatch
import Testing

/// Runs tests that block, on threads of their own: the few that tasks share belong to the console under test.
struct OnThreads: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    private final class Threads: TaskExecutor {
        private let queue = DispatchQueue(label: "tests that block", attributes: .concurrent)

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    private static let threads = Threads()

    func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(Self.threads) { try await function() }
    }
}

extension Trait where Self == OnThreads {
    static var onThreads: Self { OnThreads() }
}
