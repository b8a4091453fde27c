import Hummingbird

/// What supervisors ask for: figures, signs of life.
struct ServiceRoutes: Sendable {
    private let source: any ConsoleSource

    init(_ source: any ConsoleSource) { self.source = source }

    func add(to router: Router<some RequestContext>) {
        router.get("/metrics") { _, _ in
            Response.text(source.metrics(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        router.get("/healthz") { _, _ in Self.sign(source.isHealthy(), "ok", "a part does not answer") }
        router.get("/readyz") { _, _ in Self.sign(source.isReady(), "ready", "starting or stopping") }
    }

    private static func sign(_ isGood: Bool, _ good: String, _ bad: String) -> Response {
        .text((isGood ? good : bad) + "\n", status: isGood ? .ok : .serviceUnavailable)
    }
}
