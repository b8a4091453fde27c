import Foundation
import Hummingbird

/// The console's server: pages, JSON, pictures, metrics. Reads only; listens on this machine alone.
package struct Console: Sendable {
    private let source: any ConsoleSource
    private let host: String
    private let port: Int

    /// - Parameters:
    ///   - host: a loopback address: the configuration's check sees to it.
    ///   - port: 0: the system chooses one.
    package init(_ source: any ConsoleSource, host: String, port: Int) {
        (self.source, self.host, self.port) = (source, host, port)
    }

    /// Serves until its task is cancelled.
    ///
    /// - Parameter onListening: called once with the port.
    /// - Throws: when it cannot listen.
    package func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) })
        try await application.run()
    }

    private func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: LocalRequestsOnly())
        for page in Page.all {
            router.get(RouterPath(page.path)) { _, _ in page.response }
        }
        router.get("/api/state") { _, _ in
            try Self.json(ConsoleNews(from: nil, to: source.state(), now: source.now()))
        }
        let streams = EventStreams(source)
        router.get("/api/events") { _, _ in streams.response() }
        router.get("/api/cases/{number}/{picture}") { _, context in
            let (number, picture) = (context.parameters.get("number") ?? "", context.parameters.get("picture") ?? "")
            guard ["original.jpg", "marked.jpg"].contains(picture) else { throw HTTPError(.notFound) }
            return try Self.jpeg(source.casePicture(number, marked: picture == "marked.jpg"), keeps: true)
        }
        router.get("/api/cameras/{id}/look.jpg") { _, context in
            let id = context.parameters.get("id") ?? ""
            return try Self.jpeg(source.cameraPicture(id.removingPercentEncoding ?? id), keeps: false)
        }
        router.get("/metrics") { _, _ in
            Self.text(source.metrics(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        router.get("/healthz") { _, _ in Self.check(source.isHealthy(), "ok", "a part does not answer") }
        router.get("/readyz") { _, _ in Self.check(source.isReady(), "ready", "starting or stopping") }
        return router
    }

    private static func check(_ isGood: Bool, _ good: String, _ bad: String) -> Response {
        var response = text((isGood ? good : bad) + "\n", type: "text/plain; charset=utf-8")
        response.status = isGood ? .ok : .serviceUnavailable
        return response
    }

    private static func text(_ text: String, type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private static func json(_ value: some Encodable) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }

    /// - Parameter keeps: it never changes.
    private static func jpeg(_ data: Data?, keeps: Bool) throws -> Response {
        guard let data else { throw HTTPError(.notFound) }
        return Response(
            status: .ok,
            headers: [.contentType: "image/jpeg", .cacheControl: keeps ? "private, max-age=86400" : "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
}
