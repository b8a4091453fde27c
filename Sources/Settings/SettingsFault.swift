import Media

/// One mistake in a configuration file: where, what, and what is allowed. Whatever it says of the file is safe to show: on
/// one line, and without secrets.
package struct SettingsFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1; nil when the file as a whole is meant.
    package let line: Int?
    /// `cameras[0].zones[1].kind`; empty when the file as a whole is meant.
    package let key: String
    package let problem: Words

    package init(file: String, line: Int?, key: String, problem: Words) {
        (self.file, self.line) = (file.shownSafely, line)
        self.key = key.named
        self.problem = problem.map { $0.withoutAddresses.shownSafely }
    }

    /// The place and the problem.
    package var words: Words {
        let place = line.map { "\(file):\($0)" } ?? file
        return problem.map { key.isEmpty ? "\(place): \($0)" : "\(place): \(key): \($0)" }
    }

    package var description: String { words.en }
}

/// All mistakes of a configuration, in the order of its lines.
package struct SettingsFaults: Error, Sendable, CustomStringConvertible {
    /// The first of them: nobody reads more than a thousand.
    package let faults: [SettingsFault]
    /// How many there are.
    package let count: Int

    /// So many are told at once; a file of another kind has one on every line.
    private static let told = 100

    package init(_ faults: [SettingsFault], count: Int? = nil) {
        (self.faults, self.count) = (faults, count ?? faults.count)
    }

    /// Those of several files.
    package init(joining all: [SettingsFaults]) {
        self.init(all.flatMap(\.faults), count: all.map(\.count).reduce(0, +))
    }

    /// A line each, the first hundred.
    package var lines: [Words] {
        let told = faults.prefix(Self.told).map(\.words)
        return count > told.count ? told + [SettingsWords.more(count - told.count)] : told
    }

    package var description: String { lines.map(\.en).joined(separator: "\n") }
}
