import Foundation
import Logging
import Media
import Pipeline

/// The daemon's log: fixed texts with their values beside them, repeated faults once a second.
final class Logbook: @unchecked Sendable {
    // Sendable: the lock guards `repeated`.
    private let logger: Logger
    private let clock: any LiveClock
    private let lock = NSLock()
    private var repeated = RepeatedFaults()

    init(clock: any LiveClock) {
        logger = Logger(label: "piculet")
        self.clock = clock
    }

    func info(_ text: String, _ values: Logger.Metadata = [:]) {
        logger.log(level: .info, Logger.Message(stringLiteral: text), metadata: values)
    }

    /// What may come many times a second.
    func fault(_ text: String, _ values: Logger.Metadata = [:]) {
        let key = text + values.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        guard let unsaid = lock.withLock({ repeated.take(key, at: clock.now()) }) else { return }
        var shown = values
        if unsaid > 0 { shown["times"] = "\(unsaid + 1)" }
        logger.log(level: .warning, Logger.Message(stringLiteral: text), metadata: shown)
    }

    func error(_ text: String, _ values: Logger.Metadata = [:]) {
        logger.log(level: .error, Logger.Message(stringLiteral: text), metadata: values)
    }

    /// Each second: tells what was kept quiet.
    func flush() {
        for (message, times) in lock.withLock({ repeated.flush(at: clock.now()) }) {
            logger.log(level: .warning, Logger.Message(stringLiteral: message), metadata: ["times": "\(times)"])
        }
    }
}

/// One line an entry on standard error: time, level, text, `key=value`.
struct LogLines: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let label: String
    private let timeZone: TimeZone

    init(label: String, timeZone: TimeZone) { (self.label, self.timeZone) = (label, timeZone) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
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
