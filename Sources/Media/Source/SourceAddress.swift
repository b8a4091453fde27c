/// Where a camera's pictures come from, secrets included: whatever prints it shows it as it was configured.
package struct SourceAddress: Hashable, Sendable {
    /// How RTSP carries its packets.
    package enum Transport: String, Sendable, CaseIterable { case tcp, udp }

    /// What is wrong with a configured source; never holds a secret.
    package struct Mistake: Error, Worded, Hashable, Sendable, CustomStringConvertible {
        package let words: Words

        package var description: String { words.en }
    }

    package let kind: SourceKind
    package let transport: Transport
    /// With its secrets: for libavformat alone.
    package let secretURL: String
    /// The hosts, beside its own, that an HLS playlist may send Piculet to; in lower case.
    package let otherHosts: Set<String>
    /// As configured, `${NAME}` unfilled, other secrets hidden.
    private let shown: String

    /// - Parameters:
    ///   - text: as configured; `${NAME}` stands for a variable of the environment.
    ///   - otherHosts: from which an HLS playlist may fetch, beside the host of its own address.
    ///   - variable: looks a variable up.
    ///   - folder: where paths of files begin.
    package init(
        configured text: String, transport: Transport = .tcp, otherHosts: [String] = [], folder: String,
        variable: (String) -> String?
    ) throws(Mistake) {
        let found = try Self.kind(of: text)
        kind = found
        self.transport = transport
        self.otherHosts = Set(otherHosts.map { $0.lowercased() })
        let isURL = found != .file && found != .lavfi
        let filled = try Self.fill(text, encoding: isURL, variable: variable)
        switch found {
        case .file:
            let start = text.hasPrefix("/") ? "" : folder + "/"
            (secretURL, shown) = (filled.hasPrefix("/") ? filled : folder + "/" + filled, start + text)
        case .lavfi:
            let graph = String(filled.dropFirst("lavfi:".count))
            // What a variable brings must be drawn as well.
            try TestPictureGraph.check(graph)
            (secretURL, shown) = (graph, String(text.dropFirst("lavfi:".count)))
        default:
            (secretURL, shown) = (filled, Self.redacted(text))
        }
    }

    /// What kind a configured source is; knows it before its secrets are there.
    package static func kind(of text: String) throws(Mistake) -> SourceKind {
        if text.hasPrefix("lavfi:") {
            if variables(in: text).isEmpty { try TestPictureGraph.check(String(text.dropFirst("lavfi:".count))) }
            return .lavfi
        }
        guard let schemeEnd = text.firstRange(of: "://")?.lowerBound else { return .file }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        switch text[..<schemeEnd] {
        case "rtsp": return .rtsp
        case "udp": return .udp
        case "http", "https":
            if path.hasSuffix(".flv") { return .httpFLV }
            if path.hasSuffix(".m3u8") { return .hls }
            throw .wrongEnding
        default:
            throw .unknownKind(String(text[..<schemeEnd]))
        }
    }

    /// Whether what this source names may be fetched: from its own host, or from one that the camera lists.
    ///
    /// - Parameter url: with a scheme; `crypto+` may stand before it.
    package func mayFetch(_ url: String) -> Bool {
        guard let host = URLHost.of(url) else { return false }
        return host == URLHost.of(secretURL) || otherHosts.contains(host)
    }

    /// The host that a URL leads to, as it may be shown: what comes from a stream may hold anything.
    package static func host(of url: String) -> String? {
        let plain = "abcdefghijklmnopqrstuvwxyz0123456789.-_:"
        return URLHost.of(url).map { String($0.prefix(100).map { plain.contains($0) ? $0 : "?" }) }
    }

    /// The names of the variables that a configured source needs.
    package static func variables(in text: String) -> [String] {
        text.matches(of: /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/).map { String($0.1) }
    }

    private static func fill(
        _ text: String, encoding: Bool, variable: (String) -> String?
    ) throws(Mistake) -> String {
        var filled = text
        for name in variables(in: text) {
            guard let value = variable(name) else {
                throw .noVariable(name)
            }
            filled = filled.replacing("${\(name)}", with: encoding ? percentEncoded(value) : value)
        }
        return filled
    }

    /// A password may hold an @ or a colon, which would end it inside a URL (RFC 3986, 2.1).
    private static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return String(
            text.utf8.flatMap { byte -> [Character] in
                let isPlain =
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
                return isPlain
                    ? [Character(Unicode.Scalar(byte))] : ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            })
    }
}

extension SourceAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// As it was configured, `${NAME}` unfilled, without name, password and query: what may be shown.
    package var description: String { shown }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(reflecting: description) }

    /// A configured URL as it may be shown: name and password, the values of its query and a password that is written
    /// into its path become `***`; `${NAME}` stays.
    package static func redacted(_ text: String) -> String {
        guard let scheme = text.firstRange(of: "://") else { return text }
        var rest = text[scheme.upperBound...]
        var query = ""
        if let mark = rest.firstIndex(of: "?") {
            rest = rest[..<mark]
            query = "?***"
        }
        let hostEnd = rest.firstIndex(of: "/") ?? rest.endIndex
        // A password may hold a bare @: the last one before the path ends it.
        let host = rest[..<hostEnd]
        let shown = host.lastIndex(of: "@").map { "***@" + host[host.index(after: $0)...] } ?? String(host)
        return text[..<scheme.upperBound] + shown + hidingPasswords(inPath: rest[hostEnd...]) + query
    }

    /// Some cameras take `/user=admin_password=secret_channel=1` or `&` between.
    private static func hidingPasswords(inPath path: Substring) -> String {
        String(path).replacing(/(?i)((?:password|passwd|pwd|pass)=)(\$\{\w+\}|[^&_\/;]*)/) { match in
            match.2.isEmpty || match.2.hasPrefix("${") ? String(match.0) : "\(match.1)***"
        }
    }
}
