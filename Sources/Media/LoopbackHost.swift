/// A name or address that always means the machine itself: `localhost`, 127.0.0.0/8, `[::1]`.
///
/// Taken apart strictly: names that merely begin like an address (`127.0.0.1.example`), short and octal forms of
/// addresses (`127.1`, `127.0.0.01`) are none.
package struct LoopbackHost: Hashable, Sendable {
    /// What a socket is bound to: without brackets.
    package let address: String

    /// - Parameter text: without a port, `127.0.0.1` or `[::1]`.
    /// - Returns: nil when it is another machine, or no host at all.
    package init?(_ text: some StringProtocol) {
        let name = text.lowercased()
        if name == "[::1]" {
            address = "::1"
        } else if name == "localhost" || Self.isAddress(name) {
            address = name
        } else {
            return nil
        }
    }

    /// - Parameter authority: a host with or without a port, as a browser names it in `Host`.
    /// - Returns: nil when it is another machine, or no authority: a user, an empty or crooked port.
    package init?(authority: String) {
        // An address in brackets has colons of its own.
        let end = authority.firstIndex(of: "]").map { authority.index(after: $0) } ?? authority.firstIndex(of: ":")
        let host = authority[..<(end ?? authority.endIndex)]
        let rest = authority[host.endIndex...]
        if let port = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).last, !rest.isEmpty {
            guard rest.first == ":", Self.number(port, atMost: 65535) != nil else { return nil }
        }
        self.init(host)
    }

    private static func isAddress(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127"
            && parts.allSatisfy { part in number(part, atMost: 255).map { "\($0)" == part } ?? false }
    }

    /// Digits alone: `Int` would take a sign too.
    private static func number(_ text: Substring, atMost most: Int) -> Int? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), number <= most else {
            return nil
        }
        return number
    }
}
