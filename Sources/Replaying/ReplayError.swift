/// Why a replay failed: what, where, and what a person can do.
package struct ReplayError: Error, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
