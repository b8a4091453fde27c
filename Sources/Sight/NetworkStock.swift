import Foundation
import Inference
import Settings

/// The networks that lie on this machine: a folder each, with manifest and weights.
struct NetworkStock {
    /// nil: there is none.
    let folder: URL?

    /// - Parameters:
    ///   - chosen: the folder that somebody named.
    ///   - program: the path of the running program.
    init(chosen: String?, program: String) {
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

    /// A network whose manifest and weights are all there, as large as the manifest says; nil: it is not.
    func network(_ name: String) -> StockedNetwork? {
        guard let place = folder?.appending(path: name),
            let manifest = try? NetworkFile.load(place.appending(path: NetworkFile.name).path)
        else { return nil }
        let isWhole = manifest.files.allSatisfy { file in
            let its = try? FileManager.default.attributesOfItem(atPath: place.appending(path: file.name).path)
            return (its?[.size] as? NSNumber)?.intValue == file.bytes
        }
        return isWhole ? StockedNetwork(manifest: manifest, folder: place) : nil
    }

    /// A network, and after it the one whose finds it judges, if it does; the name of the first that is not here, else.
    func whole(_ name: String) -> Result<[StockedNetwork], MissingNetwork> {
        guard let network = network(name) else { return .failure(MissingNetwork(name: name)) }
        guard let other = network.manifest.crops?.found?.network else { return .success([network]) }
        // Chains are not followed: they could be circular.
        guard let base = self.network(other), base.manifest.crops == nil else {
            return .failure(MissingNetwork(name: other))
        }
        return .success([network, base])
    }
}

/// A network that lies here.
struct StockedNetwork {
    let manifest: NetworkManifest
    let folder: URL

    func opened(in library: OpenVINO) -> ObjectNetwork {
        ObjectNetwork(manifest, at: folder.appending(path: manifest.files[0].name).path, in: library)
    }
}

/// A network does not lie here, its weights with it.
struct MissingNetwork: Error { let name: String }
