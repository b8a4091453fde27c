import Hummingbird

/// The pictures of cases and cameras.
struct PictureRoutes: Sendable {
    private let source: any ConsoleSource

    init(_ source: any ConsoleSource) { self.source = source }

    func add(to router: Router<some RequestContext>) {
        router.get("/api/cases/{number}/{picture}") { _, context in
            let (number, picture) = (context.parameters.get("number") ?? "", context.parameters.get("picture") ?? "")
            guard ["original.jpg", "marked.jpg"].contains(picture) else { throw HTTPError(.notFound) }
            return try Response.jpeg(source.casePicture(number, marked: picture == "marked.jpg"), keeps: true)
        }
        router.get("/api/cameras/{id}/look.jpg") { _, context in
            let id = context.parameters.get("id") ?? ""
            return try Response.jpeg(source.cameraPicture(id.removingPercentEncoding ?? id), keeps: false)
        }
    }
}
