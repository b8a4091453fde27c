import Console
import Testing

@Suite(.onThreads) struct ConsoleServiceTests {
    private struct Broken: Error, Equatable {}

    @Test func `a console that serves no more says why`() async throws {
        let (ends, end) = AsyncStream<Void>.makeStream()
        let service = try ConsoleService { onListening in
            onListening(8321)
            for await _ in ends {}
            throw Broken()
        }
        #expect(service.port == 8321 && service.end == nil)
        end.finish()
        while service.end == nil { await Task.yield() }
        #expect(service.end is Broken)
    }

    @Test func `one that cannot listen is refused`() {
        #expect(throws: Broken.self) { try ConsoleService { _ in throw Broken() } }
    }
}
