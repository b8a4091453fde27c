/// Kept as its list of breakpoints; what was changed by hand into no rising curve is refused.
extension IsotonicFit: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let fit = IsotonicFit(try container.decode([Breakpoint].self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "Breakpoints need rising scores, and shares in 0 ... 1 that do not fall.")
        }
        self = fit
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(breakpoints)
    }
}
