import Foundation
import Settings

/// Loads the configuration for a command; every mistake goes to standard error, the status is 78.
enum Configuration {
    static func load(_ path: String) throws -> Settings {
        do {
            return try Settings.load(path)
        } catch {
            throw fail(
                "the configuration has \(error.faults.count) mistake(s)\n\(error)", status: Status.wrongConfiguration)
        }
    }
}
