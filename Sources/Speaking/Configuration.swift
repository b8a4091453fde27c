import ArgumentParser
import Foundation
import Phrases
import Settings

/// Loads the configuration for a command; every mistake goes to standard error, the status is 78.
package enum Configuration {
    package static func load(_ path: String) throws -> Settings {
        do {
            return try Settings.load(path, catalog: Known.algorithms)
        } catch {
            throw refusal(error)
        }
    }

    package static func refusal(_ faults: SettingsFaults) -> ExitCode {
        fail(CommandWords.mistakes(faults.count), more: faults.lines, status: Status.wrongConfiguration)
    }
}
