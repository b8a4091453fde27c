import Board
import HTTPTypes
import Hummingbird

/// Server-sent events: each screen is told what changed since it was last told, at most once a second; so a slow one
/// falls behind by nothing but time, nothing piles up for it, and nothing is done while nothing changes.
struct EventStreams: Sendable {
    private let source: any ConsoleSource
    private let most: @Sendable () -> Int
    private let messages: NewsMessages
    private let pace: Duration
    private let heartbeat: Duration

    /// - Parameters:
    ///   - most: so many screens at a time.
    ///   - pace: between two messages to a screen.
    ///   - heartbeat: so long without news, and the screen is sent an empty word, which finds out whether it is there.
    init(
        _ source: any ConsoleSource, most: @escaping @Sendable () -> Int, pace: Duration = .seconds(1),
        heartbeat: Duration = .seconds(15)
    ) {
        (self.source, self.most, self.pace, self.heartbeat) = (source, most, pace, heartbeat)
        messages = NewsMessages(source)
    }

    func add(to router: Router<some RequestContext>) {
        router.get("/api/events") { request, _ in response(to: request) }
    }

    private func response(to request: Request) -> Response {
        guard let screen = source.board.openScreen(atMost: most()) else {
            var refusal = Response.text("Too many pages are open.\n", status: .serviceUnavailable)
            refusal.headers[.retryAfter] = "10"
            return refusal
        }
        // Nobody may have looked for hours.
        source.board.set(figures: source.figures())
        let known = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap { Int($0) }
        let body = request.body
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            // The response holds the screen's place: it is free once the response is gone, sent or not.
            body: .init { writer in
                defer { withExtendedLifetime(screen) {} }
                try await body.consumeWithCancellationOnInboundClose { _ in
                    try await tell(&writer, since: known)
                }
            })
    }

    private func tell(_ writer: inout any ResponseBodyWriter, since known: Int?) async throws {
        var known = known
        while true {
            if let message = try messages.message(since: known) {
                try await writer.write(message.bytes)
                known = message.version
                if !message.hasMore { try await Task.sleep(for: pace) }
            } else if let known, try await !hasNews(after: known) {
                try await writer.write(ByteBuffer(string: ":\n\n"))
            }
        }
    }

    /// Waits for news, no longer than until the next heartbeat.
    private func hasNews(after version: Int) async throws -> Bool {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                await source.board.change(after: version)
                return true
            }
            group.addTask {
                try await Task.sleep(for: heartbeat)
                return false
            }
            defer { group.cancelAll() }
            let isNews = try await group.next() ?? false
            try Task.checkCancellation()
            return isNews
        }
    }
}
