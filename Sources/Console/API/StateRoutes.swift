import Board
import Hummingbird

/// What is on the board, as JSON: all of it, what is new, and the list of cases page by page.
struct StateRoutes: Sendable {
    private struct CaseList: Encodable {
        let cases: [CaseCard]
        /// To be given as `after` for the next page; absent with the last.
        let next: String?
    }

    private let source: any ConsoleSource

    init(_ source: any ConsoleSource) { self.source = source }

    func add(to router: Router<some RequestContext>) {
        router.get("/api/state") { _, _ in
            source.board.set(figures: source.figures())
            return try Response.json(source.board.news(since: nil, now: source.now()))
        }
        router.get("/api/news") { request, _ in
            let since = try Self.number("since", of: request, in: 0...Int.max)
            let limit = try Self.limit(of: request)
            guard let news = source.board.news(since: since, limit: limit, now: source.now()) else {
                return Response(status: .noContent)
            }
            return try Response.json(news)
        }
        router.get("/api/cases") { request, _ in
            let after = request.uri.queryParameters["after"].map(String.init)
            let place = try after.map { text in
                guard let place = CasePlace(text) else {
                    throw HTTPError(.badRequest, message: "after: give the 'next' of the page before.")
                }
                return place
            }
            let (cards, next) = source.board.cases(after: place, limit: try Self.limit(of: request))
            return try Response.json(CaseList(cases: cards, next: next.map { "\($0)" }))
        }
    }

    private static func limit(of request: Request) throws -> Int {
        try number("limit", of: request, in: 1...Board.mostTold) ?? Board.mostTold
    }

    /// - Returns: nil when it was not given.
    private static func number(_ name: String, of request: Request, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = request.uri.queryParameters[Substring(name)] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let most = range.upperBound == .max ? "" : " to \(range.upperBound)"
            throw HTTPError(.badRequest, message: "\(name): a whole number from \(range.lowerBound)\(most) is needed.")
        }
        return number
    }
}
