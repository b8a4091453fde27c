/// What people call a case: the local day it began and seven letters, `20260301-7K3QF2M`.
///
/// The letters are a hash of the incident's key (FNV-1a, 64 bit, Fowler/Noll/Vo; 35 bits of it in Crockford's base 32),
/// so that the same incident has the same number however often, in whatever order and on whichever machine it is
/// worked out: no counter to share, and a repeated opening is seen as one. Two incidents of one day that hash alike are
/// told apart when the second is opened: it takes the `next` number that is free.
package struct CaseNumber: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let codeLength = 7

    package init(_ text: String) { description = text }

    /// - Parameter date: local, `2026-03-01`.
    package init(incident key: String, date: String) {
        var hash = Self.hash(key)
        hash ^= hash >> 32
        var code = ""
        for _ in 0..<Self.codeLength {
            code.append(Self.letters[Int(hash & 31)])
            hash >>= 5
        }
        description = "\(date.filter { $0 != "-" })-\(code)"
    }

    /// The number after this one on the same day; of a number of another form, a form of it that is longer.
    package var next: CaseNumber {
        guard let dash = description.lastIndex(of: "-") else { return CaseNumber("\(description)-2") }
        let code = description[description.index(after: dash)...]
        var digits = code.compactMap { Self.letters.firstIndex(of: $0) }
        guard code.count == Self.codeLength, digits.count == code.count else { return CaseNumber("\(description)-2") }
        for index in digits.indices.reversed() {
            digits[index] = (digits[index] + 1) % Self.letters.count
            if digits[index] > 0 { break }
        }
        return CaseNumber("\(description[...dash])\(String(digits.map { Self.letters[$0] }))")
    }

    /// Eight hexadecimal digits of an incident's key, for names that two cases must never share.
    package static func digits(of key: String) -> String {
        let text = String(hash(key) >> 32, radix: 16)
        return String(repeating: "0", count: max(8 - text.count, 0)) + text
    }

    private static func hash(_ key: String) -> UInt64 {
        key.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
