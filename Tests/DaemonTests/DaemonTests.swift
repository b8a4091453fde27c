import TestSupport
import Testing

/// Everything that runs the daemon and needs the machine to itself: one after another.
@Suite(.serialized) enum Alone {}

/// Everything that runs the daemon and mostly waits for the world: some at a time.
@Suite(.someAtATime) enum Together {}

/// Lets no more tests run at once than two cores carry: a daemon that waits for its turn would look like a broken one.
struct SomeAtATime: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    private static let gate = Gate(places: 4)

    func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        // What takes longest begins first.
        if test.traits.contains(where: { $0 is TakesLongest }) {
            return try await withTaskExecutorPreference(ThreadEach.shared) { try await function() }
        }
        await Self.gate.enter()
        // They block: on the threads that tasks share, fewer would run than there are places.
        do { try await withTaskExecutorPreference(ThreadEach.shared) { try await function() } } catch {
            await Self.gate.leave()
            throw error
        }
        await Self.gate.leave()
    }

    /// A room with some places.
    private actor Gate {
        private var places: Int
        private var waiting: [CheckedContinuation<Void, Never>] = []

        init(places: Int) { self.places = places }

        func enter() async {
            if places > 0 {
                places -= 1
            } else {
                await withCheckedContinuation { waiting.append($0) }
            }
        }

        func leave() {
            if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
        }
    }
}

/// A test that waits for the world longer than all others together: it needs no place.
struct TakesLongest: TestTrait {}

extension Trait where Self == TakesLongest {
    static var takesLongest: Self { TakesLongest() }
}

extension Trait where Self == SomeAtATime {
    static var someAtATime: Self { SomeAtATime() }
}
