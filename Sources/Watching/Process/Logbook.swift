import Foundation
import Logging
import Media
import Pipeline
import Synchronization

/// The daemon's log: fixed texts with their values beside them, repeated faults once a second.
package final class Logbook: @unchecked Sendable {
    // Sendable: the lock guards `repeated`.
    /// In which sentences are logged; chosen with where the lines go.
    static let language = Mutex(Language.zh)

    private let logger: Logger
    private let clock: any LiveClock
    private let lock = NSLock()
    private var repeated = RepeatedFaults()

    package init(clock: any LiveClock) {
        logger = Logger(label: "piculet")
        self.clock = clock
    }

    /// A sentence in the language of the log.
    func said(_ words: Words) -> String { words[Self.language.withLock { $0 }] }

    package func info(_ text: String, _ values: Logger.Metadata = [:]) {
        logger.log(level: .info, Logger.Message(stringLiteral: text), metadata: values)
    }

    /// What may come many times a second.
    package func fault(_ text: String, _ values: Logger.Metadata = [:]) {
        let key = text + values.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        guard let unsaid = lock.withLock({ repeated.take(key, at: clock.now()) }) else { return }
        var shown = values
        if unsaid > 0 { shown["times"] = "\(unsaid + 1)" }
        logger.log(level: .warning, Logger.Message(stringLiteral: text), metadata: shown)
    }

    package func error(_ text: String, _ values: Logger.Metadata = [:]) {
        logger.log(level: .error, Logger.Message(stringLiteral: text), metadata: values)
    }

    /// Each second: tells what was kept quiet.
    func flush() {
        for (message, times) in lock.withLock({ repeated.flush(at: clock.now()) }) {
            logger.log(level: .warning, Logger.Message(stringLiteral: message), metadata: ["times": "\(times)"])
        }
    }
}
