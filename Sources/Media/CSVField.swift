extension String {
    /// As a field of comma-separated values: in quotes where it has a comma, a quote or a line's end (RFC 4180).
    package var csvField: String {
        guard contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return self }
        return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
