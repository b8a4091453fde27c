import Foundation
import Logging
import Media

/// One line an entry on standard error: time, level, text, `key=value`.
package struct LogLines: LogHandler {
    /// Every log line of this process goes to standard error from now on; once a process.
    ///
    /// - Parameter language: of what is said to people in it, alarms and mistakes; names of entries and keys are fixed.
    package static func install(in timeZone: TimeZone, speaking language: Language) {
        LoggingSystem.bootstrap { LogLines(label: $0, timeZone: timeZone) }
        Logbook.language.withLock { $0 = language }
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
        let line = Self.line(
            at: WallTime(Date()).rfc3339(in: timeZone), "\(event.level)", "\(event.message)",
            values.mapValues { "\($0)" })
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }

    /// One line, whatever is in it: names, notes and addresses come from outside.
    package static func line(at time: String, _ level: String, _ message: String, _ values: [String: String]) -> String
    {
        let pairs = values.sorted { $0.key < $1.key }.map { " \($0.key.shownSafely)=\(quoted($0.value))" }.joined()
        return "\(time) \(level) \(message.shownSafely)\(pairs)"
    }

    private static func quoted(_ text: String) -> String {
        let shown = text.replacing("\\", with: "\\\\").shownSafely
        let isPlain = !text.isEmpty && text.allSatisfy { !$0.isWhitespace && $0 != "\"" && $0 != "=" && $0 != "\\" }
        return isPlain ? shown : "\"" + shown.replacing("\"", with: "\\\"") + "\""
    }
}
