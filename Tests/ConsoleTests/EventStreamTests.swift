import Board
import Console
import Foundation
import TestSupport
import Testing

/// Streams of news over real connections of this machine.
@Suite(.serialized, .onThreads) struct EventStreamTests {
    private let source = FakeSource()
    private let service: ConsoleService

    init() throws {
        let console = Console(source, host: "127.0.0.1", port: 0, connections: { 200 })
        service = try ConsoleService { try await console.run(onListening: $0) }
    }

    private func news(_ text: String) throws -> News {
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("data: ") })
        return try JSONDecoder().decode(News.self, from: Data(line.dropFirst(6).utf8))
    }

    @Test func `a screen is told everything, and then the case that changed`() throws {
        source.open("1", "2")
        let screen = try RawConnection(service.port)
        screen.ask("/api/events")
        let first = try news(screen.read(until: "}\n\n"))
        #expect(first.isWhole && first.cases?.count == 2)
        source.open("3")
        let second = try news(screen.read(until: "}\n\n"))
        #expect(!second.isWhole && second.cases?.map(\.number) == ["3"])
    }

    @Test func `a screen that comes back is told what it missed`() throws {
        source.open("1")
        let known = try #require(source.board.news(since: nil, now: 0)).version
        source.open("2")
        let screen = try RawConnection(service.port)
        screen.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: \(known)\r\n\r\n")
        let missed = try news(screen.read(until: "}\n\n"))
        #expect(!missed.isWhole && missed.cases?.map(\.number) == ["2"])
    }

    @Test(arguments: [false, true])
    func `screens that are reset leave their places to others`(isRead: Bool) throws {
        for _ in 0..<130 {
            let screen = try RawConnection(service.port)
            screen.ask("/api/events")
            if isRead { _ = screen.read(until: "}\n\n") }
            screen.reset()
        }
        // The other side hears of the last ones a moment later.
        let end = ContinuousClock.now + .seconds(20)
        while source.board.isWatched, ContinuousClock.now < end { sched_yield() }
        #expect(!source.board.isWatched)
        let screen = try RawConnection(service.port)
        screen.ask("/api/events")
        #expect(screen.read(until: "}\n\n").hasPrefix("HTTP/1.1 200 OK"))
    }

    @Test func `more screens than there are places for are told so`() throws {
        var screens: [RawConnection] = []
        for _ in 0..<64 {
            let screen = try RawConnection(service.port)
            screen.ask("/api/events")
            #expect(screen.read(until: "}\n\n").hasPrefix("HTTP/1.1 200 OK"))
            screens.append(screen)
        }
        let late = try RawConnection(service.port)
        late.ask("/api/events")
        let refusal = late.read(until: "open.\n")
        #expect(refusal.hasPrefix("HTTP/1.1 503") && refusal.contains("Retry-After: 10"))
        #expect(screens.count == 64)
    }

    @Test func `a name that was pointed at this machine gets nothing over the wire either`() throws {
        for head in [
            "Host: 127.0.0.1.evil.com\r\n", "Host: 127.0.0.1\r\nHost: evil.example\r\n",
            "Host: evil.example\r\nHost: 127.0.0.1\r\n", "Host: 127.0.0.1@evil.com\r\n", "Host: [evil]\r\n", "",
        ] {
            let connection = try RawConnection(service.port)
            connection.send("GET /api/state HTTP/1.1\r\n\(head)\r\n")
            let answer = connection.read(until: "alone.\n")
            #expect(answer.hasPrefix("HTTP/1.1 403 ") && !answer.contains("timeZone"), "\(head)")
        }
    }

    @Test func `no more connections are served than were allowed, and the next when one ends`() throws {
        let console = Console(source, host: "127.0.0.1", port: 0, connections: { 4 })
        let small = try ConsoleService { try await console.run(onListening: $0) }
        var idle = try (0..<40).map { _ in try RawConnection(small.port) }
        let waiting = try RawConnection(small.port)
        waiting.ask("/healthz")
        idle.removeAll()
        #expect(waiting.read(until: "ok\n").hasPrefix("HTTP/1.1 200 OK"))
    }
}
