import Board
import Console
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Media
import Testing

/// What the console answers, asked without a socket.
@Suite struct RouteTests {
    private struct Context: RequestContext {
        struct Source: RequestContextSource { let logger: Logger }

        var coreContext: CoreRequestContextStorage

        init(source: Source) { coreContext = .init(source: source) }
    }

    private final class Body: ResponseBodyWriter, @unchecked Sendable {
        // Sendable: used by one answer at a time.
        private(set) var bytes = Data()

        func write(_ buffer: ByteBuffer) async throws { bytes.append(contentsOf: buffer.readableBytesView) }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private let source = FakeSource()

    private func ask(
        _ path: String, host: String? = "127.0.0.1:8321", fields: HTTPFields = [:], of source: FakeSource? = nil
    ) async throws -> (response: Response, body: Data) {
        let responder = Console.router(source ?? self.source, Context.self, screens: { 2 }).buildResponder()
        let head = HTTPRequest(
            method: .get, scheme: "http", authority: host, path: path, headerFields: fields)
        let response = try await responder.respond(
            to: Request(head: head, body: .init(buffer: ByteBuffer())),
            context: Context(source: .init(logger: Logger(label: "test"))))
        let body = Body()
        if response.body.contentLength != nil { try await response.body.write(body) }
        return (response, body.bytes)
    }

    @Test(arguments: ["127.0.0.1:8321", "localhost", "[::1]:8321", "127.8.9.10"])
    func `a page opened on this machine is served`(host: String) async throws {
        #expect(try await ask("/", host: host).response.status == .ok)
    }

    @Test(arguments: [
        "127.evil.example", "127.0.0.1.evil.com", "[evil]", "127.0.0.1@evil.com", "evil.example:8321", "", nil,
    ])
    func `a name that was pointed at this machine is refused, and gets no data`(host: String?) async throws {
        for path in ["/", "/api/state", "/api/events", "/nowhere", "/healthz"] {
            let (response, body) = try await ask(path, host: host)
            #expect(response.status == .forbidden)
            #expect(String(decoding: body, as: UTF8.self) == "The console answers this machine alone.\n")
        }
    }

    @Test func `a request that names two hosts is refused`() async throws {
        var second = HTTPFields()
        second.append(HTTPField(name: try #require(HTTPField.Name("Host")), value: "localhost"))
        #expect(try await ask("/", fields: second).response.status == .forbidden)
    }

    @Test func `every answer tells browsers to keep it to the page`() async throws {
        var answers = [
            try await ask("/", host: "evil.example").response, try await ask("/nowhere").response,
            try await ask("/api/cases/none/marked.jpg").response, try await ask("/").response,
            try await ask("/api/news?since=x").response,
        ]
        #expect(answers.map(\.status.code) == [403, 404, 404, 200, 400])
        var unsound = FakeSource()
        unsound.isSound = false
        answers.append(try await ask("/healthz", of: unsound).response)
        let screens = (0..<2).compactMap { _ in source.board.openScreen(atMost: 2) }
        answers.append(try await ask("/api/events").response)
        #expect(answers.suffix(2).map(\.status.code) == [503, 503] && screens.count == 2)
        for answer in answers {
            let fields = Dictionary(answer.headers.map { ($0.name.canonicalName, $0.value) }) { $1 }
            #expect(fields["content-security-policy"]?.hasPrefix("default-src 'self'; ") == true)
            #expect(fields["x-content-type-options"] == "nosniff" && fields["referrer-policy"] == "no-referrer")
            #expect(fields["cross-origin-resource-policy"] == "same-origin")
            #expect(fields["cross-origin-opener-policy"] == "same-origin")
        }
    }

    @Test func `all that is known is one document, and news are what changed since`() async throws {
        source.open("1", "2")
        let all = try JSONDecoder().decode(News.self, from: try await ask("/api/state").body)
        #expect(all.isWhole && all.cases?.map(\.number) == ["1", "2"])
        #expect(try await ask("/api/news?since=\(all.version)").response.status == .noContent)
        source.open("3")
        source.board.set(cases: [], ended: ["1"])
        let news = try JSONDecoder().decode(News.self, from: try await ask("/api/news?since=\(all.version)").body)
        #expect(news.cases?.map(\.number) == ["3"] && news.gone == ["1"] && !news.hasMore)
        let part = try JSONDecoder().decode(
            News.self, from: try await ask("/api/news?since=\(all.version)&limit=1").body)
        #expect(part.hasMore && part.cases?.map(\.number) == ["3"] && part.gone == nil)
    }

    @Test func `field accuracy is in the state, and the page has its table in both languages`() async throws {
        let line = AccuracyLine(
            algorithm: "crowd", name: Words(zh: "人群聚集", en: "Crowd"), hits: 12, reviewed: 10, correct: 8, wrong: 1,
            leftOut: 1, precision: 8.0 / 9, lower: 0.56, upper: 0.98, standing: "open", trend: [0.8, 1])
        source.board.set(accuracy: [line])
        let all = try JSONDecoder().decode(News.self, from: try await ask("/api/state").body)
        #expect(all.accuracy == [line])
        func text(_ path: String) async throws -> String { String(decoding: try await ask(path).body, as: UTF8.self) }
        let page = try await text("/")
        #expect(page.contains("<tbody id=\"accuracy\">") && page.contains("<script src=\"/accuracy.js\" defer>"))
        let script = try await text("/accuracy.js")
        #expect(script.contains("function showAccuracy()"))
        // Every word that the table asks for is there, twice: the Chinese ones and the English ones.
        let words = try await text("/words.js")
        let asked =
            page.matches(of: /data-word="(\w+)"/).map { String($0.1) }
            + script.matches(of: /word\("(\w+)"\)/).map { String($0.1) }
        #expect(asked.contains("precision") && asked.contains("noAccuracy"))
        for word in Set(asked) {
            #expect(words.matches(of: try Regex("[ {,]\(word): ")).count == 2, "\(word)")
        }
    }

    @Test func `open cases are listed page by page`() async throws {
        struct List: Decodable {
            struct Card: Decodable { let number: String }
            let cases: [Card]
            let next: String?
        }
        source.open("1", "2", "3")
        let first = try JSONDecoder().decode(List.self, from: try await ask("/api/cases?limit=2").body)
        let next = try #require(first.next)
        let last = try JSONDecoder().decode(List.self, from: try await ask("/api/cases?limit=2&after=\(next)").body)
        #expect(first.cases.map(\.number) == ["1", "2"] && last.cases.map(\.number) == ["3"] && last.next == nil)
    }

    @Test(arguments: [
        ("/api/news?limit=0", "limit: a whole number from 1 to 500 is needed."),
        ("/api/news?limit=501", "limit: a whole number from 1 to 500 is needed."),
        ("/api/cases?limit=-1", "limit: a whole number from 1 to 500 is needed."),
        ("/api/news?since=-1", "since: a whole number from 0 is needed."),
        ("/api/news?since=1e3", "since: a whole number from 0 is needed."),
        ("/api/cases?after=here", "after: give the 'next' of the page before."),
    ])
    func `a crooked question is refused with what is needed`(path: String, words: String) async throws {
        let (response, body) = try await ask(path)
        #expect(response.status == .badRequest && String(decoding: body, as: UTF8.self).contains(words))
    }

    @Test func `pictures are found by the names that people give`() async throws {
        #expect(try await ask("/api/cameras/%E8%A5%BF%E9%97%A8/look.jpg").body == Data([0xFF, 0xD8]))
        #expect(try await ask("/api/cases/20260301-7K3QF2M/marked.jpg").body == Data([0xFF, 0xD8]))
        #expect(try await ask("/api/cases/20260301-7K3QF2M/secret.txt").response.status == .notFound)
    }
}
