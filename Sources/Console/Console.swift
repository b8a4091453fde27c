import Foundation
import Hummingbird

/// The console's server: pages, JSON, pictures, metrics. Reads only; listens on this machine alone.
package struct Console: Sendable {
    private let source: any ConsoleSource
    private let host: String
    private let port: Int
    private let connections: ConnectionLimit

    /// - Parameters:
    ///   - host: a loopback address: the configuration's check sees to it.
    ///   - port: 0: the system chooses one.
    ///   - connections: how many are served at a time; asked again for each.
    package init(
        _ source: any ConsoleSource, host: String, port: Int, connections: @escaping @Sendable () -> Int
    ) {
        (self.source, self.host, self.port) = (source, host, port)
        self.connections = ConnectionLimit(connections)
    }

    /// Serves until its task is cancelled.
    ///
    /// - Parameter onListening: called once with the port.
    /// - Throws: when it cannot listen.
    package func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        let application = Application(
            router: Self.router(source, BasicRequestContext.self, screens: connections.screens),
            server: .http1(configuration: .init(additionalChannelHandlers: [ConnectionDeadlines()])),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil, availableConnectionsDelegate: connections),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) })
        try await application.run()
    }

    /// What it answers, without a server.
    ///
    /// - Parameter screens: so many are told the news at a time.
    package static func router<Context: RequestContext>(
        _ source: any ConsoleSource, _ context: Context.Type, screens: @escaping @Sendable () -> Int
    ) -> Router<Context> {
        let router = Router(context: context)
        router.add(middleware: SafeAnswers())
        router.add(middleware: LocalRequestsOnly())
        Page.add(to: router)
        StateRoutes(source).add(to: router)
        PictureRoutes(source).add(to: router)
        ServiceRoutes(source).add(to: router)
        EventStreams(source, most: screens).add(to: router)
        return router
    }
}
