import CityAlgorithms
import Foundation
import Inference
import Media
import Pipeline
import Settings
import Synchronization
import Weights

/// What this program sees with: packs, OpenVINO and the networks that lie on this machine. Where networks are missing,
/// algorithms judge by the scene alone.
package final class Sight: Sendable {
    /// Of the running program: `PICULET_OPENVINO`, `PICULET_MODELS` (networks) and `PICULET_PACKS` name folders other than the
    /// usual ones; an empty `PICULET_OPENVINO` says that the scene is to be all, an empty `PICULET_PACKS` that what is built in
    /// is.
    package static let here = Sight(
        environment: ProcessInfo.processInfo.environment, program: CommandLine.arguments.first ?? "")

    fileprivate struct State {
        /// There is something to run networks with, and it is wanted.
        let canSee: Bool
        /// Those that packs may see with.
        var stock: NetworkStock
        var packs: [Pack]
        /// What is wrong with packs that could not be read.
        var faults: SettingsFaults?
        /// Those that the packs name and that lie here.
        var networks: [StockedNetwork] = []
        var missing: [String] = []
        /// nil: not opened yet.
        var library: OpenVINO?
        /// Networks that somebody pulled and that were opened to see whether they can be.
        var tried: [String: ObjectNetwork] = [:]
        /// nil: not opened yet.
        var opened: [ObjectNetwork]?
    }

    private let places: OpenVINOPlaces
    /// The networks that lie on this machine.
    package let stock: NetworkStock
    private let packStock: PackStock
    private let seesWithNetworks: Bool
    private let state: Mutex<State>

    package init(environment: [String: String], program: String) {
        // A program that was called by its name alone is wherever the system found it.
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? program
        places = OpenVINOPlaces(chosen: environment["PICULET_OPENVINO"], program: path)
        stock = NetworkStock(chosen: environment["PICULET_MODELS"], program: path)
        packStock = PackStock(chosen: environment["PICULET_PACKS"], program: path)
        seesWithNetworks = environment["PICULET_OPENVINO"] != ""
        let (packs, faults) = packStock.packs()
        let canSee = seesWithNetworks && places.library != nil
        var first = State(canSee: canSee, stock: stock, packs: packs, faults: faults)
        first.findNetworks()
        state = Mutex(first)
    }

    /// The algorithms with what can be seen here.
    package var catalog: AlgorithmCatalog {
        state.withLock { AlgorithmCatalog(packs: $0.packs, networks: Set($0.networks.map(\.manifest.id))) }
    }

    /// What is wrong with the packs that lie here; nil: nothing is.
    package var faults: SettingsFaults? { state.withLock { $0.faults } }

    /// What is missing of networks, and how it comes; nil: nothing is.
    package var lack: Words? {
        guard seesWithNetworks else { return nil }
        guard places.library != nil else { return SightWords.noLibrary }
        let missing = state.withLock { $0.missing }
        return missing.isEmpty ? nil : SightWords.noNetworks(missing)
    }

    /// The network that is missing where a pack is to see with one of several: the last, or the one whose finds it judges; nil:
    /// one lies here, weights with it.
    package func missing(for networks: [String]) -> String? {
        switch state.withLock({ $0.stock.first(of: networks) }) {
        case .success: nil
        case .failure(let missing): missing.name
        }
    }

    /// Sees with networks that are made here alone, whatever was pulled beside them. Before `open`.
    package func seeBuiltInAlone() {
        state.withLock {
            $0.stock.isMadeHereAlone = true
            $0.findNetworks()
        }
    }

    /// Opens networks that somebody pulled, once: one that cannot be opened is passed over, and packs see with the next that they
    /// name. Takes some tenths of a second for each. Before `open`.
    ///
    /// - Returns: what is said of those passed over.
    package func passOverBroken() -> [Words] {
        state.withLock { state in
            var said: [Words] = []
            while let one = state.networks.first(where: {
                !$0.manifest.isMadeHere && state.tried[$0.manifest.id] == nil
            }) {
                // What is wrong with the library itself is said where it is opened.
                guard let library = try? state.library(places) else { return said }
                let network = ObjectNetwork(one.manifest, at: one.file.path, in: library)
                do throws(InferenceError) {
                    try network.prepare()
                    state.tried[one.manifest.id] = network
                } catch {
                    said.append(SightWords.passedOver(one.manifest.id, error.words))
                    state.stock.passedOver.insert(one.manifest.id)
                    state.findNetworks()
                }
            }
            return said
        }
    }

    /// Reads one pack more, which takes the place of another of its id. Before `open`.
    ///
    /// - Returns: its id.
    package func tryOut(_ folder: String) throws(SettingsFaults) -> String {
        let pack = try PackFile.load(URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL)
        state.withLock {
            $0.packs = $0.packs.with(pack)
            $0.findNetworks()
        }
        return pack.id
    }

    /// Reads the packs anew. Networks that no pack named when they were opened come with the next start.
    ///
    /// - Throws: their mistakes; then what was read before stands.
    package func reread() throws(SettingsFaults) {
        let (packs, faults) = packStock.packs()
        if let faults { throw faults }
        state.withLock { ($0.packs, $0.faults) = (packs, nil) }
    }

    /// Opens the networks that the packs name, once; takes some tenths of a second.
    ///
    /// - Throws: OpenVINO cannot be opened.
    package func open() throws(InferenceError) {
        let result: Result<Void, InferenceError> = state.withLock { state in
            guard !state.networks.isEmpty, state.opened == nil else { return .success(()) }
            do throws(InferenceError) {
                let library = try state.library(places)
                state.opened = state.networks.map { one in
                    state.tried[one.manifest.id] ?? ObjectNetwork(one.manifest, at: one.file.path, in: library)
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// For one decode worker; nil: the algorithms need the scene alone. After `open`.
    package func supplier() -> (any LookSupplier)? {
        let networks = state.withLock { $0.opened ?? [] }
        return networks.isEmpty ? nil : NetworkSupplier(networks)
    }
}

extension Sight.State {
    fileprivate mutating func library(_ places: OpenVINOPlaces) throws(InferenceError) -> OpenVINO {
        if let library { return library }
        let opened = try OpenVINO(places)
        library = opened
        return opened
    }

    /// Finds the networks that the packs name.
    fileprivate mutating func findNetworks() {
        (networks, missing) = ([], [])
        guard canSee else { return }
        for pack in packs {
            switch stock.first(of: pack.looksFor.networks) {
            case .success(let found):
                networks += found.filter { one in !networks.contains { $0.manifest.id == one.manifest.id } }
            case .failure(let lack): missing.append(lack.name)
            }
        }
        missing = missing.inOrderOnce
    }
}
