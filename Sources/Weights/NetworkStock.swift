import Foundation
import Inference
import Settings

/// The networks that lie on this machine: a folder each, with manifest and weights.
package struct NetworkStock: Sendable {
    /// nil: there is none.
    package let folder: URL?
    /// Those that were pulled are passed over.
    package var isMadeHereAlone = false
    /// Networks that lie here and cannot be used.
    package var passedOver: Set<String> = []

    /// - Parameters:
    ///   - chosen: the folder that somebody named.
    ///   - program: the path of the running program.
    package init(chosen: String?, program: String) {
        if let chosen {
            folder = URL(filePath: chosen, directoryHint: .isDirectory)
            return
        }
        let places =
            ProgramFolder.above(program).map { $0.appending(path: "models/networks") } + [
                URL(filePath: "/usr/local/share/piculet/networks", directoryHint: .isDirectory)
            ]
        folder = places.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// The names of all that have a manifest, in their order.
    package var names: [String] {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter {
            FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/\(NetworkFile.name)").path)
        }
    }

    /// What a network's manifest says, whether its weights are there or not.
    ///
    /// - Throws: every mistake of the manifest.
    package func listed(_ name: String) throws(SettingsFaults) -> ListedNetwork {
        let place = (folder ?? URL(filePath: ".")).appending(path: name)
        return ListedNetwork(manifest: try NetworkFile.load(in: place), folder: place)
    }

    /// A network whose manifest and weights are all there, as large as the manifest says; nil: it is not.
    package func network(_ name: String) -> StockedNetwork? {
        guard folder != nil, let listed = try? listed(name), let files = listed.filesHere,
            listed.manifest.isMadeHere || !isMadeHereAlone, !passedOver.contains(name)
        else { return nil }
        return StockedNetwork(manifest: listed.manifest, file: listed.folder.appending(path: files[0].name))
    }

    /// The first of several that is here, with the one whose finds it judges, if it does; else what is missing for the last.
    package func first(of names: [String]) -> Result<[StockedNetwork], MissingNetwork> {
        var result = Result<[StockedNetwork], MissingNetwork>.success([])
        for name in names {
            result = whole(name)
            if case .success = result { break }
        }
        return result
    }

    /// A network, and after it the one whose finds it judges, if it does; the name of the first that is not here, else.
    func whole(_ name: String) -> Result<[StockedNetwork], MissingNetwork> {
        guard let network = network(name) else { return .failure(MissingNetwork(name: name)) }
        let finders = network.manifest.crops?.finders ?? []
        guard let last = finders.last else { return .success([network]) }
        for other in finders {
            // Chains are not followed: they could be circular.
            guard let base = self.network(other.network), base.manifest.crops == nil else { continue }
            return .success([StockedNetwork(manifest: network.manifest.with(finder: other), file: network.file), base])
        }
        return .failure(MissingNetwork(name: last.network))
    }
}

/// A network that a manifest describes, and the folder in which its weights belong.
package struct ListedNetwork: Sendable {
    package let manifest: NetworkManifest
    package let folder: URL

    /// The files of the edition that lies here, all of them as large as they should be; nil: none does.
    package var filesHere: [WeightFile]? {
        manifest.editions.first { files in
            files.allSatisfy { WeightState.bySize(of: $0, in: folder) == .whole }
        }
    }

    /// Whether a file of it lies here, whole or not.
    package var hasSomething: Bool {
        manifest.editions.joined().contains { WeightState.bySize(of: $0, in: folder) != .missing }
    }

    /// Each file with its state, by digest, of the edition that lies here, else of the first of which a file does.
    package func verified() throws(WeightFault) -> [(file: WeightFile, state: WeightState)] {
        let edition =
            filesHere
            ?? manifest.editions.first { files in
                files.contains { WeightState.bySize(of: $0, in: folder) == .whole }
            } ?? manifest.files
        var states: [(file: WeightFile, state: WeightState)] = []
        for file in edition { states.append((file, try WeightState.byDigest(of: file, in: folder))) }
        return states
    }
}

/// A network that lies here.
package struct StockedNetwork: Sendable {
    package let manifest: NetworkManifest
    /// The network itself; the rest of its files lies beside it.
    package let file: URL
}

/// A network does not lie here, its weights with it.
package struct MissingNetwork: Error { package let name: String }
