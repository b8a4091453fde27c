import ArgumentParser
import CityAlgorithms
import Foundation
import Media
import Phrases
import Settings
import Sight
import Speaking
import Weights

/// `piculet model`: the networks and their weights.
package struct ModelCommand: ParsableCommand {
    package init() {}

    package static let configuration = CommandConfiguration(
        commandName: "model", abstract: HelpWords.modelCommand[Speech.language],
        subcommands: [List.self, Pull.self, Verify.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.modelList[Speech.language],
            discussion: HelpWords.example("piculet model list")[Speech.language])

        func run() throws {
            var faults: [SettingsFaults] = []
            for name in try Networks.names() {
                do throws(SettingsFaults) { say(row: row(try Sight.here.stock.listed(name))) } catch {
                    say(row: [name, HelpWords.modelBroken[Speech.language]])
                    faults.append(error)
                }
            }
            try Networks.refuse(faults)
        }

        private func row(_ network: ListedNetwork) -> [String] {
            let manifest = network.manifest
            let bytes = (network.filesHere ?? manifest.files).reduce(0) { $0 + $1.bytes }
            let state =
                if network.filesHere != nil {
                    HelpWords.modelHere
                } else if network.hasSomething {
                    HelpWords.modelPartial
                } else {
                    HelpWords.modelMissing(manifest.isMadeHere, hasAddress: manifest.hasAddress)
                }
            return [
                manifest.id, state[Speech.language], ByteCount(bytes: Int64(bytes)).description, manifest.licence,
                Networks.users(of: manifest.id).joined(separator: ","), manifest.upstream,
            ]
        }
    }

    struct Pull: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.modelPull[Speech.language],
            discussion: HelpWords.example("piculet model pull yolox-nano --from ../shared/models")[Speech.language])

        @Argument(help: HelpWords.modelIDs.help) var ids: [String]
        @Option(help: HelpWords.modelFrom.help) var from: String?

        func run() throws {
            var isWhole = true
            for network in try Networks.named(ids) {
                let manifest = network.manifest
                guard !manifest.isMadeHere else {
                    warn(HelpWords.modelMadeHere(manifest.id))
                    isWhole = false
                    continue
                }
                let source =
                    from.map { WeightPull.Source.folder(URL(filePath: $0, directoryHint: .isDirectory)) } ?? .owner
                do throws(WeightFault) {
                    let brought = try WeightPull(network).pull(from: source) { file, place in
                        say(HelpWords.modelPulling(file.name, ByteCount(bytes: Int64(file.bytes)).description, place))
                    }
                    say(
                        HelpWords.modelPulled(
                            manifest.id, brought, licence: manifest.licence, upstream: manifest.upstream,
                            users: Networks.users(of: manifest.id)))
                } catch {
                    warn(error.words)
                    isWhole = false
                }
            }
            guard isWhole else { throw ExitCode(Status.workFailed) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.modelVerify[Speech.language],
            discussion: HelpWords.example("piculet model verify")[Speech.language])

        @Argument(help: HelpWords.modelIDs.help) var ids: [String] = []

        func run() throws {
            var isWhole = true
            var faults: [SettingsFaults] = []
            for name in try ids.isEmpty ? Networks.names() : Networks.checked(ids) {
                do throws(SettingsFaults) {
                    isWhole = try tell(of: try Sight.here.stock.listed(name)) && isWhole
                } catch { faults.append(error) }
            }
            try Networks.refuse(faults)
            guard isWhole else { throw fail(HelpWords.modelDamaged) }
        }

        /// - Returns: whether all is as it should be; what nobody brought and nobody asked for is.
        private func tell(of network: ListedNetwork) throws(SettingsFaults) -> Bool {
            do throws(WeightFault) {
                let files = try network.verified()
                if ids.isEmpty, files.allSatisfy({ $0.state == .missing }) { return true }
                for (file, state) in files {
                    say(row: [network.manifest.id, file.name, state.words[Speech.language]])
                }
                return files.allSatisfy { $0.state == .whole }
            } catch {
                warn(error.words)
                return false
            }
        }
    }
}

/// The networks that have a manifest here.
private enum Networks {
    /// - Throws: there is none.
    static func names() throws -> [String] {
        let (names, folder) = (Sight.here.stock.names, Sight.here.stock.folder)
        guard !names.isEmpty else { throw fail(HelpWords.noModels(folder?.path)) }
        return names
    }

    static func checked(_ ids: [String]) throws -> [String] {
        let names = try names()
        for id in ids where !names.contains(id) {
            throw wrongUsage(HelpWords.noModel(id, NearestName.of(id, among: names), names))
        }
        return ids.inOrderOnce
    }

    static func named(_ ids: [String]) throws -> [ListedNetwork] {
        try checked(ids).map { id in
            do throws(SettingsFaults) { return try Sight.here.stock.listed(id) } catch { throw refusal([error]) }
        }
    }

    static func refuse(_ faults: [SettingsFaults]) throws {
        if !faults.isEmpty { throw refusal(faults) }
    }

    private static func refusal(_ faults: [SettingsFaults]) -> ExitCode {
        let all = SettingsFaults(joining: faults)
        return fail(HelpWords.modelMistakes(all.count), more: all.lines, status: Status.wrongConfiguration)
    }

    /// The packs that see with a network, or with one that judges what it finds.
    static func users(of id: String) -> [String] {
        Known.algorithms.entries.compactMap(\.pack).filter { pack in
            pack.looksFor.networks.contains { name in
                name == id || finders(of: name).contains(id)
            }
        }
        .map(\.id)
    }

    /// The networks whose finds a network judges.
    private static func finders(of name: String) -> [String] {
        let manifest = (try? Sight.here.stock.listed(name))?.manifest
        return manifest?.crops?.finders.map(\.network) ?? []
    }
}
