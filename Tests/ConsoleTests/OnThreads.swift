import TestSupport
import Testing

/// Runs tests that block, on threads of their own: the few that tasks share belong to the console under test.
struct OnThreads: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(ThreadEach.shared) { try await function() }
    }
}

extension Trait where Self == OnThreads {
    static var onThreads: Self { OnThreads() }
}
