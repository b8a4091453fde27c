/// What people call a case: the local day it began and seven letters, `20260301-7K3QF2M`.
///
/// The letters are a hash of the incident's key (FNV-1a, 64 bit, Fowler/Noll/Vo; 35 bits of it in Crockford's base 32),
/// so that the same incident has the same number however often, in whatever order and on whichever machine it is
/// worked out: no counter to share, and a repeated opening is seen as one.
package struct CaseNumber: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ text: String) { description = text }

    /// - Parameter date: local, `2026-03-01`.
    package init(incident key: String, date: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 32
        let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var code = ""
        for _ in 0..<7 {
            code.append(letters[Int(hash & 31)])
            hash >>= 5
        }
        description = "\(date.filter { $0 != "-" })-\(code)"
    }
}
