import HTTPTypes
import Hummingbird
import Media

/// Refuses requests that name another host: a page from elsewhere could have pointed its own name at this machine
/// (DNS rebinding).
struct LocalRequestsOnly<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // The first `Host` is the authority; a second one is left among the fields.
        guard let authority = request.head.authority, LoopbackHost(authority: authority) != nil,
            !request.headers.contains(where: { $0.name.canonicalName == "host" })
        else {
            return Response(
                status: .forbidden, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "The console answers this machine alone.\n")))
        }
        return try await next(request, context)
    }
}
