import Board
import Foundation
import Hummingbird

/// News as they go over a stream. Screens that know the same are told the same, worked out once.
final class NewsMessages: @unchecked Sendable {
    // Sendable: the lock guards `last`.

    struct Message {
        let bytes: ByteBuffer
        /// What a screen knows that was told this.
        let version: Int
        let hasMore: Bool
    }

    /// It carries the server's time, so it does not serve for long.
    private static let freshFor: Int64 = 1000

    private let source: any ConsoleSource
    private let lock = NSLock()
    private var last: (since: Int?, until: Int, at: Int64, message: Message)?

    init(_ source: any ConsoleSource) { self.source = source }

    /// - Returns: nil when there is nothing new.
    func message(since: Int?) throws -> Message? {
        let now = source.now()
        let version = source.board.version
        let kept = lock.withLock { last }
        if let kept, kept.since == since, kept.until == version, (kept.at..<kept.at + Self.freshFor).contains(now) {
            return kept.message
        }
        guard let news = source.board.news(since: since, now: now) else { return nil }
        let json = String(decoding: try JSONEncoder().encode(news), as: UTF8.self)
        // A browser that comes back gives the id again.
        let message = Message(
            bytes: ByteBuffer(string: "id: \(news.version)\ndata: \(json)\n\n"), version: news.version,
            hasMore: news.hasMore)
        lock.withLock { last = (since, version, now, message) }
        return message
    }
}
