/// Why the daemon cannot start: what, where, and what a person can do.
package struct WatchError: Error, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
