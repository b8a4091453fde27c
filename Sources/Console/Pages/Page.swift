import Hummingbird

/// The files of the page, built into the program.
struct Page: Sendable {
    private let path: RouterPath
    private let type: String
    private let content: [UInt8]

    private static let all = [
        Page(path: "/", type: "text/html; charset=utf-8", content: PackageResources.page_html),
        Page(path: "/page.css", type: "text/css; charset=utf-8", content: PackageResources.page_css),
        Page(path: "/page.js", type: "text/javascript; charset=utf-8", content: PackageResources.page_js),
        Page(path: "/news.js", type: "text/javascript; charset=utf-8", content: PackageResources.news_js),
        Page(path: "/accuracy.js", type: "text/javascript; charset=utf-8", content: PackageResources.accuracy_js),
        Page(path: "/words.js", type: "text/javascript; charset=utf-8", content: PackageResources.words_js),
    ]

    static func add(to router: Router<some RequestContext>) {
        for page in all { router.get(page.path) { _, _ in page.response } }
    }

    private var response: Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: content)))
    }
}
