import ArgumentParser
import Foundation
import Phrases
import Settings
import Sight

/// Loads the configuration for a command; every mistake goes to standard error, the status is 78.
package enum Configuration {
    package static func load(_ path: String) throws -> Settings {
        do {
            return try Settings.load(path, catalog: Known.algorithms)
        } catch {
            // A pack that could not be read is not known to the configuration either: its own mistake is told first.
            throw refusal(SettingsFaults(joining: [Sight.here.faults, error].compactMap(\.self)))
        }
    }

    package static func refusal(_ faults: SettingsFaults) -> ExitCode {
        fail(CommandWords.mistakes(faults.count), more: faults.lines, status: Status.wrongConfiguration)
    }

    /// Of packs alone.
    package static func refusal(ofPacks faults: SettingsFaults) -> ExitCode {
        fail(HelpWords.packMistakes(faults.count), more: faults.lines, status: Status.wrongConfiguration)
    }
}
