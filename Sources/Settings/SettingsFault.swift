/// One mistake in a configuration file: where, what, and what is allowed.
package struct SettingsFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1; nil when the file as a whole is meant.
    package let line: Int?
    /// `cameras[0].zones[1].kind`; empty when the file as a whole is meant.
    package let key: String
    package let problem: String

    package init(file: String, line: Int?, key: String, problem: String) {
        (self.file, self.line, self.key, self.problem) = (file, line, key, problem)
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return key.isEmpty ? "\(place): \(problem)" : "\(place): \(key): \(problem)"
    }
}

/// All mistakes of a configuration, in the order of its lines.
package struct SettingsFaults: Error, Sendable, CustomStringConvertible {
    package let faults: [SettingsFault]

    package init(_ faults: [SettingsFault]) { self.faults = faults }

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
