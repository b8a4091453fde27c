/// The filter graph of a `lavfi:` source, checked by name: libavfilter also has filters that read files and addresses
/// of their own, past every whitelist of protocols.
enum TestPictureGraph {
    /// They draw, and read nothing.
    static let sources: Set<String> = [
        "allrgb", "allyuv", "color", "colorspectrum", "gradients", "mandelbrot", "nullsrc", "pal100bars", "pal75bars",
        "rgbtestsrc", "sierpinski", "smptebars", "smptehdbars", "testsrc", "testsrc2", "yuvtestsrc",
    ]
    /// They change a picture by their options alone.
    static let filters: Set<String> = [
        "avgblur", "boxblur", "crop", "drawbox", "drawgrid", "eq", "fade", "format", "fps", "gblur", "hflip", "hstack",
        "hue", "negate", "noise", "null", "overlay", "pad", "rotate", "scale", "scroll", "setdar", "setpts", "setsar",
        "split", "transpose", "trim", "vflip", "vignette", "vstack",
    ]

    private typealias Text = Substring.UnicodeScalarView

    /// Allows only what draws test pictures.
    static func check(_ graph: String) throws(SourceAddress.Mistake) {
        // By scalars, as bytes go: a combining mark behind a quote does not hide the quote.
        var rest = Text(graph.unicodeScalars)
        repeat {
            try skipLabels(&rest)
            let name = rest.prefix { !isOne(of: "=,;[", $0) }
            rest = rest[name.endIndex...]
            // 'color@sky': a name that its author gives a filter follows the filter's own.
            let filter = trimmed(name.prefix { $0 != "@" })
            guard sources.contains(filter) || filters.contains(filter) else { throw refusal(of: filter) }
            if rest.first == "=" { skipOptions(&rest) }
            try skipLabels(&rest)
            guard let end = rest.first else { return }
            guard end == "," || end == ";" else {
                throw .noFilterList(String(end))
            }
            rest = rest.dropFirst()
        } while !trimmed(rest).isEmpty
    }

    private static func refusal(of filter: String) -> SourceAddress.Mistake {
        let shown = String(filter.prefix(40))
        let nearest = NearestName.of(shown, among: sources.union(filters).sorted())
        return .forbiddenFilter(shown, nearest, sources: sources.sorted(), filters: filters.sorted())
    }

    private static func isOne(of set: String, _ scalar: Unicode.Scalar) -> Bool { set.unicodeScalars.contains(scalar) }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { isOne(of: " \n\t\r", scalar) }

    private static func trimmed(_ text: Text) -> String {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text = text.dropLast() }
        return String(text)
    }

    /// `[in]` and `[out]`.
    private static func skipLabels(_ rest: inout Text) throws(SourceAddress.Mistake) {
        while true {
            rest = rest.drop(while: isSpace)
            guard rest.first == "[" else { return }
            guard let end = rest.firstIndex(of: "]") else {
                throw .openLabel
            }
            rest = rest[rest.index(after: end)...]
        }
    }

    /// Up to the end of the filter, as libavutil's `av_get_token` reads it: a backslash takes the next character as it
    /// is, quotes take all between them.
    private static func skipOptions(_ rest: inout Text) {
        var isQuoted = false
        while let next = rest.first {
            if !isQuoted, next == "\\" {
                rest = rest.dropFirst(2)
                continue
            }
            if next == "'" { isQuoted.toggle() }
            if !isQuoted, isOne(of: "[],;", next) { return }
            rest = rest.dropFirst()
        }
    }
}
