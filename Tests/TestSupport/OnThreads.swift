import Testing

/// Runs tests that block, on threads of their own: the few that tasks share belong to the tests that compute, and to a console
/// under test.
package struct OnThreads: SuiteTrait, TestTrait, TestScoping {
    package let isRecursive = true

    package func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(ThreadEach.shared) { try await function() }
    }
}

extension Trait where Self == OnThreads {
    package static var onThreads: Self { OnThreads() }
}
