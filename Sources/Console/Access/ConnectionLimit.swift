import Hummingbird
import HummingbirdCore

/// How many connections are served at a time: file descriptors are kept for store, evidence and cameras. Those beyond
/// it wait until one ends, which the deadlines see to.
struct ConnectionLimit: AvailableConnectionsDelegate {
    private let most: @Sendable () -> Int
    private var open = 0

    /// More than a duty room has screens.
    private static let mostScreens = 64

    init(_ most: @escaping @Sendable () -> Int) { self.most = most }

    /// Screens hold their connections for days: half of all, so that pages and supervisors still get through.
    var screens: @Sendable () -> Int { { [most] in min(Self.mostScreens, max(1, most() / 2)) } }

    mutating func connectionOpened() { open += 1 }

    mutating func connectionClosed() { open -= 1 }

    func isAcceptingNewConnections() -> Bool { open < most() }
}
