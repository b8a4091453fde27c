import Media

/// Decides which cases' pictures go: those that are too old, then, where all together are too large, the oldest of
/// cases that nobody waits for, then the oldest.
package struct Retention: Sendable {
    package struct Kept: Hashable, Sendable {
        package let number: CaseNumber
        package let at: WallTime
        package let bytes: Int64
        /// The case still waits for somebody.
        package let isOpen: Bool

        package init(number: CaseNumber, at: WallTime, bytes: Int64, isOpen: Bool) {
            (self.number, self.at, self.bytes, self.isOpen) = (number, at, bytes, isOpen)
        }
    }

    private let keep: Duration
    private let atMost: ByteCount

    package init(keep: Duration, atMost: ByteCount) { (self.keep, self.atMost) = (keep, atMost) }

    package func goes(of kept: [Kept], at now: WallTime) -> [(number: CaseNumber, reason: MissingEvidence)] {
        // What waits for somebody is needed, however long it waits.
        let old = kept.filter { !$0.isOpen && now - $0.at > keep }
        var gone = old.map { (number: $0.number, reason: MissingEvidence.tooOld) }
        let oldNumbers = Set(old.map(\.number))
        let rest = kept.filter { !oldNumbers.contains($0.number) }
        var total = rest.map(\.bytes).reduce(0, +)
        let order = rest.filter { !$0.isOpen }.sorted { $0.at < $1.at } + rest.filter(\.isOpen).sorted { $0.at < $1.at }
        for one in order where total > atMost.bytes {
            gone.append((one.number, .tooMuch))
            total -= one.bytes
        }
        return gone
    }
}
