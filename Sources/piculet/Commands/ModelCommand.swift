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
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: HelpWords.modelCommand[Speech.language],
        subcommands: [List.self, Pull.self, Verify.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.modelList[Speech.language],
            discussion: HelpWords.example("piculet model list")[Speech.language])

        func run() throws {
            for network in try Networks.listed() {
                let manifest = network.manifest
                let files = network.filesHere
                let bytes = (files ?? manifest.files).reduce(0) { $0 + $1.bytes }
                let state =
                    files == nil
                    ? HelpWords.modelMissing(manifest.isMadeHere, hasAddress: manifest.hasAddress) : HelpWords.modelHere
                say(row: [
                    manifest.id, state[Speech.language], ByteCount(bytes: Int64(bytes)).description, manifest.licence,
                    Networks.users(of: manifest.id).joined(separator: ","), manifest.upstream,
                ])
            }
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
                            manifest.id, brought, licence: manifest.licence, upstream: manifest.upstream))
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
            for network in try ids.isEmpty ? Networks.listed() : Networks.named(ids) {
                do throws(WeightFault) {
                    let files = try network.verified()
                    // Nobody asked for what was never brought.
                    if ids.isEmpty, files.allSatisfy({ $0.state == .missing }) { continue }
                    for (file, state) in files {
                        say(row: [network.manifest.id, file.name, state.words[Speech.language]])
                        if state != .whole { isWhole = false }
                    }
                } catch { throw fail(error.words) }
            }
            guard isWhole else { throw fail(HelpWords.modelDamaged) }
        }
    }
}

/// The networks that have a manifest here.
private enum Networks {
    static func listed() throws -> [ListedNetwork] { try Sight.here.stock.names.map(listed) }

    static func named(_ ids: [String]) throws -> [ListedNetwork] {
        let names = Sight.here.stock.names
        return try ids.inOrderOnce.map { id in
            guard names.contains(id) else {
                throw wrongUsage(HelpWords.noModel(id, NearestName.of(id, among: names), names))
            }
            return try listed(id)
        }
    }

    private static func listed(_ id: String) throws -> ListedNetwork {
        do throws(SettingsFaults) { return try Sight.here.stock.listed(id) } catch {
            throw fail(HelpWords.modelMistakes(id), more: error.lines, status: Status.wrongConfiguration)
        }
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
