/// The host that a URL leads to, read as libavformat's `av_url_split` reads it: what it would connect to counts.
enum URLHost {
    /// In lower case, without name, password and port, an IPv6 address without its brackets; nil where there is none.
    static func of(_ url: String) -> String? {
        // By scalars, as bytes go: a combining mark behind a slash does not hide the slash.
        let text = url.unicodeScalars
        let scheme = text.prefix {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789+.-".unicodeScalars.contains($0))
        }
        let rest = text[scheme.endIndex...]
        guard !scheme.isEmpty, rest.starts(with: "://".unicodeScalars) else { return nil }
        let authority = rest.dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let place = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let host = place.first == "[" ? place.dropFirst().prefix { $0 != "]" } : place.prefix { $0 != ":" }
        return host.isEmpty ? nil : String(host).lowercased()
    }
}
