import Foundation
import Logging
import Media

/// One line an entry on standard error: time, level, text, `key=value`.
package struct LogLines: LogHandler {
    /// Every log line of this process goes to standard error from now on; once a process.
    package static func install(in timeZone: TimeZone) {
        LoggingSystem.bootstrap { LogLines(label: $0, timeZone: timeZone) }
    }

    package var metadata: Logger.Metadata = [:]
    package var logLevel = Logger.Level.info
    private let label: String
    private let timeZone: TimeZone

    private init(label: String, timeZone: TimeZone) { (self.label, self.timeZone) = (label, timeZone) }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let values = metadata.merging(event.metadata ?? [:]) { _, new in new }
        // The console's server tells its own start in its own words: what it warns of is enough.
        guard label == "piculet" || event.level >= .warning else { return }
        let pairs = values.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }.joined()
        let line = "\(WallTime(Date()).rfc3339(in: timeZone)) \(event.level) \(event.message)\(pairs)\n"
        FileHandle.standardError.write(Data(line.utf8))
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.allSatisfy { !$0.isWhitespace && $0 != "\"" && $0 != "=" }
        if isPlain { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            + "\""
    }
}
