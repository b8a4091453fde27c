import Hummingbird

/// Refuses requests that name another host: a page from elsewhere could have pointed its own name at this machine.
/// Adds what browsers need to know to keep the page to itself.
struct LocalRequestsOnly<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let authority = request.head.authority ?? ""
        let host = authority.hasPrefix("[") ? "[::1]" : String(authority.prefix { $0 != ":" })
        guard host == "localhost" || host == "[::1]" || host.hasPrefix("127.") else {
            return Response(
                status: .forbidden, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "The console answers this machine alone.\n")))
        }
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        return response
    }
}
