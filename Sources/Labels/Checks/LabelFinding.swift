import Media

/// One thing to tell of labels: where, and what. Whatever it says of a file is safe to show.
package struct LabelFinding: Hashable, Sendable, Worded, CustomStringConvertible {
    /// As its dataset names it: `labels/stall.json`.
    package let file: String
    /// From 1; nil when the file as a whole is meant.
    package let line: Int?
    /// `events[2].start_s`; empty when the line or the file as a whole is meant.
    package let key: String
    package let problem: Words

    package init(file: String, line: Int?, key: String, problem: Words) {
        (self.file, self.line, self.key) = (file.named, line, key.named)
        self.problem = problem.map { $0.withoutAddresses.shownSafely }
    }

    /// The place and the problem.
    package var words: Words {
        let place = line.map { "\(file):\($0)" } ?? file
        return problem.map { key.isEmpty ? "\(place): \($0)" : "\(place): \(key): \($0)" }
    }

    package var description: String { words.en }
}

/// All that is to be told of labels. With a fault they cannot be used; a notice is worth knowing, and they can.
package struct LabelFindings: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Weight: Hashable, Sendable { case fault, notice }

    /// The first of each weight, in the order in which they were found.
    package private(set) var faults: [LabelFinding] = []
    package private(set) var notices: [LabelFinding] = []
    /// How many there are.
    package private(set) var faultCount = 0
    package private(set) var noticeCount = 0

    /// So many of each weight are kept: nobody reads more.
    package static let kept = 1000

    package init() {}

    /// - Parameter count: how many there are, where fewer were kept.
    package init(faults: [LabelFinding], count: Int) {
        self.faults = Array(faults.prefix(Self.kept))
        faultCount = count
    }

    /// There is no fault.
    package var isClean: Bool { faultCount == 0 }

    /// - Parameter problem: made only if it is kept: a suggestion takes time.
    package mutating func note(
        _ weight: Weight = .fault, file: String, line: Int? = nil, key: String = "", problem: @autoclosure () -> Words
    ) {
        switch weight {
        case .fault:
            faultCount += 1
            guard faults.count < Self.kept else { return }
            faults.append(LabelFinding(file: file, line: line, key: key, problem: problem()))
        case .notice:
            noticeCount += 1
            guard notices.count < Self.kept else { return }
            notices.append(LabelFinding(file: file, line: line, key: key, problem: problem()))
        }
    }

    package mutating func add(_ other: LabelFindings) {
        faults += other.faults.prefix(Self.kept - faults.count)
        notices += other.notices.prefix(Self.kept - notices.count)
        faultCount += other.faultCount
        noticeCount += other.noticeCount
    }

    /// A line for each fault that was kept, and one for those that were not.
    package var lines: [Words] { Self.lines(faults, of: faultCount) }

    /// The same of the notices.
    package var noticeLines: [Words] { Self.lines(notices, of: noticeCount) }

    package var description: String { lines.map(\.en).joined(separator: "\n") }

    private static func lines(_ kept: [LabelFinding], of count: Int) -> [Words] {
        kept.map(\.words) + (count > kept.count ? [CheckWords.more(count - kept.count)] : [])
    }
}
