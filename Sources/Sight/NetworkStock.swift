import Foundation
import Inference
import Media
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
        let beside = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        let above = sequence(first: beside) { $0.deletingLastPathComponent() }.prefix(5)
        let places =
            above.map { $0.appending(path: "models/networks") } + [
                URL(filePath: "/usr/local/share/piculet/networks", directoryHint: .isDirectory)
            ]
        folder = places.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// Whether a network's manifest and all of its weights are there, as large as the manifest says.
    func holds(_ name: String) -> Bool {
        guard let place = folder?.appending(path: name),
            let manifest = try? NetworkFile.load(place.appending(path: NetworkFile.name).path)
        else { return false }
        return manifest.files.allSatisfy { file in
            let its = try? FileManager.default.attributesOfItem(atPath: place.appending(path: file.name).path)
            return (its?[.size] as? NSNumber)?.intValue == file.bytes
        }
    }

    func network(_ name: String, in library: OpenVINO) throws(InferenceError) -> ObjectNetwork {
        guard let place = folder?.appending(path: name) else {
            throw InferenceError(
                place: name, reason: SightWords.noNetwork(name), advice: SightWords.bringNetworks)
        }
        let file = place.appending(path: NetworkFile.name)
        do throws(SettingsFaults) {
            let manifest = try NetworkFile.load(file.path)
            return ObjectNetwork(manifest, at: place.appending(path: manifest.files[0].name).path, in: library)
        } catch {
            throw InferenceError(
                place: file.path, reason: error.faults.first?.words ?? SightWords.noNetwork(name),
                advice: SightWords.bringNetworks)
        }
    }
}
