import Foundation
import Hummingbird
import Synchronization

/// Server-sent events: each page is told once a second what changed since it was last told, so a slow page falls behind
/// by nothing but time, and nothing piles up for it.
final class EventStreams: Sendable {
    /// More than a duty room has screens.
    private static let most = 64

    private let source: any ConsoleSource
    private let open = Atomic<Int>(0)

    init(_ source: any ConsoleSource) { self.source = source }

    func response() -> Response {
        guard open.add(1, ordering: .relaxed).newValue <= Self.most else {
            open.subtract(1, ordering: .relaxed)
            return Response(
                status: .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8", .retryAfter: "10"],
                body: .init(byteBuffer: ByteBuffer(string: "Too many pages are open.\n")))
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
            body: .init { [self] writer in
                defer { open.subtract(1, ordering: .relaxed) }
                var told: ConsoleState?
                var quiet = 0
                while true {
                    let state = source.state()
                    let news = ConsoleNews(from: told, to: state, now: source.now())
                    told = state
                    // A word now and then finds out whether anybody still listens.
                    quiet = news.isEmpty ? quiet + 1 : 0
                    if !news.isEmpty || quiet % 5 == 0 {
                        let json = String(decoding: try JSONEncoder().encode(news), as: UTF8.self)
                        try await writer.write(ByteBuffer(string: "data: \(json)\n\n"))
                    }
                    try await Task.sleep(for: .seconds(1))
                }
            })
    }
}
