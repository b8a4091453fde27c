import Media

/// How long to wait before a camera is knocked at again: 1 s five times, 5 s five times, 10 s ten times, then 60 s for
/// ever, each up to a fifth longer by chance, so that the cameras of a switch that came back do not knock together.
package struct Backoff: Sendable {
    /// A connection that lasted so long was a good one: the next failure is a first one.
    private static let goodConnection = Duration.seconds(30)

    package private(set) var failures = 0

    package init() {}

    /// - Parameters:
    ///   - recovery: what the failure asks for.
    ///   - lasted: how long pictures had come; nil when it never connected.
    ///   - chance: 0..<1.
    package mutating func wait(after recovery: SourceFault.Recovery, lasted: Duration?, chance: Double) -> Duration {
        if let lasted, lasted >= Self.goodConnection { failures = 0 }
        failures = min(failures + 1, 1_000_000)
        let plain: Duration =
            switch (recovery, failures) {
            case (.reconnectSeldom, _): .seconds(60)
            case (_, ...5): .seconds(1)
            case (_, ...10): .seconds(5)
            case (_, ...20): .seconds(10)
            default: .seconds(60)
            }
        return plain + .microseconds(Int64(Double(plain.wholeMicroseconds) * 0.2 * chance))
    }
}
