import ArgumentParser
import CityAlgorithms
import Foundation
import Media
import Phrases
import Settings
import Sight
import Speaking

/// `piculet pack`: the algorithms, as folders describe them.
package struct PackCommand: ParsableCommand {
    package init() {}

    package static let configuration = CommandConfiguration(
        commandName: "pack", abstract: HelpWords.packCommand[Speech.language], subcommands: [List.self, Check.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.packList[Speech.language],
            discussion: HelpWords.example("piculet pack list")[Speech.language])

        func run() throws {
            try Known.readPacks()
            let catalog = Known.algorithms
            for entry in catalog.entries {
                guard let pack = entry.pack else { continue }
                let missing = catalog.missing(for: entry)
                say(row: [
                    pack.id, "\(pack.version)", catalog.name(of: pack.id)[Speech.language],
                    entry.profile.watchedKinds.map(\.rawValue).joined(separator: ","),
                    HelpWords.packUsable(missing: missing)[Speech.language],
                ])
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.packCheck[Speech.language],
            discussion: HelpWords.example("piculet pack check models/street-stall")[Speech.language])

        @Argument(help: HelpWords.packFolders.help) var folders: [String]

        func run() throws {
            var faults: [SettingsFaults] = []
            for folder in folders {
                do throws(SettingsFaults) {
                    let pack = try PackFile.load(Self.folder(of: folder))
                    let name = Words(zh: pack.profile.nameZH, en: pack.profile.nameEN)
                    let missing = Sight.here.missing(for: pack.looksFor.networks)
                    say(HelpWords.packClean(pack.id, pack.version, name, missing: missing))
                } catch {
                    faults.append(error)
                }
            }
            guard faults.isEmpty else { throw Configuration.refusal(ofPacks: SettingsFaults(joining: faults)) }
        }

        /// Whoever names the manifest means its folder.
        private static func folder(of path: String) -> URL {
            let place = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
            return place.lastPathComponent == PackFile.name ? place.deletingLastPathComponent() : place
        }
    }
}
