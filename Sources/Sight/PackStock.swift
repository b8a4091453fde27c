import CityAlgorithms
import Foundation
import Inference
import Settings

/// The packs that lie on this machine: a folder each, with its manifest.
struct PackStock {
    /// nil: there is none, and the program knows what is built in.
    let folder: URL?
    /// Somebody named it.
    private let isChosen: Bool

    /// - Parameters:
    ///   - chosen: the folder that somebody named; empty: none.
    ///   - program: the path of the running program.
    init(chosen: String?, program: String) {
        isChosen = chosen?.isEmpty == false
        if let chosen {
            folder = chosen.isEmpty ? nil : URL(filePath: chosen, directoryHint: .isDirectory)
            return
        }
        let places =
            ProgramFolder.above(program).map { $0.appending(path: "models") } + [
                URL(filePath: "/usr/local/share/piculet/packs", directoryHint: .isDirectory)
            ]
        folder = places.first { !Self.packs(in: $0).isEmpty }
    }

    /// Those built in, as the folder describes them where it does, and the folder's others by id.
    ///
    /// - Returns: what could be read, and every mistake of the rest.
    func packs() -> (packs: [Pack], faults: SettingsFaults?) {
        var packs = Pack.builtIn
        var faults: [SettingsFaults] = []
        let folders = folder.map(Self.packs) ?? []
        if isChosen, folders.isEmpty, let folder { faults.append(PackFile.nonePacked(in: folder)) }
        for one in folders {
            do throws(SettingsFaults) { packs = packs.with(try PackFile.load(one)) } catch { faults.append(error) }
        }
        return (packs, faults.isEmpty ? nil : SettingsFaults(joining: faults))
    }

    /// Folders with a manifest, by name; hidden ones are none.
    private static func packs(in folder: URL) -> [URL] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map {
            folder.appending(path: $0, directoryHint: .isDirectory)
        }
        .filter { FileManager.default.fileExists(atPath: $0.appending(path: PackFile.name).path) }
    }
}

extension [Pack] {
    /// With one more, which takes the place of another of its id.
    func with(_ pack: Pack) -> [Pack] {
        contains { $0.id == pack.id } ? map { $0.id == pack.id ? pack : $0 } : self + [pack]
    }
}
