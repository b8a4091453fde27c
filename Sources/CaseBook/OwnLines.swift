import Foundation

/// Which lines of the logs were written through one ledger, so that it tells nobody what they did themselves.
package final class OwnLines: @unchecked Sendable {
    // Sendable: the lock guards the ranges.
    private let lock = NSLock()
    /// In order, none touching the next: as many as others wrote in between.
    private var ranges: [ClosedRange<Int64>] = []

    package init() {}

    package func add(_ lines: ClosedRange<Int64>) {
        lock.withLock {
            if let last = ranges.last, last.upperBound + 1 >= lines.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, lines.upperBound)
            } else {
                ranges.append(lines)
            }
        }
    }

    /// The lines after a mark, up to another, that others wrote; what lies before the mark is forgotten.
    package func gaps(after mark: Int64, upTo end: Int64) -> [ClosedRange<Int64>] {
        lock.withLock {
            ranges.removeAll { $0.upperBound <= mark }
            var (gaps, from) = ([ClosedRange<Int64>](), mark + 1)
            for range in ranges where range.lowerBound <= end {
                if from < range.lowerBound { gaps.append(from...range.lowerBound - 1) }
                from = max(from, range.upperBound + 1)
            }
            if from <= end { gaps.append(from...end) }
            return gaps
        }
    }
}
