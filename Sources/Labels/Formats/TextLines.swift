import Media

/// The lines of a text file of a labelling tool, whatever it ends them with and whether it begins with a byte order mark.
struct TextLines: Sequence {
    struct Line {
        /// From 1.
        let number: Int
        /// Without blanks at its ends; never empty.
        let text: Substring
    }

    private let lines: [Line]

    private static let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]

    init(_ text: String) {
        let bare = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
        // "\r\n" is one character to Swift: lines are cut between bytes.
        let cut = Substring(bare).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines = cut.enumerated().compactMap { index, bytes in
            guard let first = bytes.firstIndex(where: { !Self.blanks.contains($0) }),
                let last = bytes.lastIndex(where: { !Self.blanks.contains($0) })
            else { return nil }
            return Line(number: index + 1, text: Substring(bytes[first...last]))
        }
    }

    func makeIterator() -> [Line].Iterator { lines.makeIterator() }
}

extension Double {
    /// A number as a tool writes it; nil for words (`nan`, `inf`, hexadecimal) and for what no number holds.
    init?(written text: some StringProtocol) {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard isPlain, let number = Double(text), number.isFinite else { return nil }
        self = number
    }
}

extension Int {
    /// A whole number as a tool writes it, `12` or `12.0`.
    init?(written text: some StringProtocol, in range: ClosedRange<Int>) {
        guard let number = Double(written: text), let whole = Int(exactly: number), range.contains(whole) else {
            return nil
        }
        self = whole
    }
}
