import Foundation
import Inference
import Media

/// Brings the weights of a network into its folder: from where their owner offers them, or from a folder. A file has its name
/// only once its size and digest are those of the manifest; what broke off is gone on with.
package struct WeightPull: Sendable {
    /// Where weights come from.
    package enum Source: Hashable, Sendable {
        case owner
        case folder(URL)
    }

    /// One file is about to be brought.
    package typealias Announce = (_ file: WeightFile, _ from: String) -> Void

    private let network: ListedNetwork
    private var id: String { network.manifest.id }

    package init(_ network: ListedNetwork) { self.network = network }

    /// - Returns: how many files were brought; 0: all of an edition were here.
    package func pull(from source: Source, announcing: Announce) throws(WeightFault) -> Int {
        // Another edition is no better.
        if network.filesHere != nil, try network.verified().allSatisfy({ $0.state == .whole }) { return 0 }
        switch source {
        case .owner: return try pullFromOwner(announcing)
        case .folder(let folder): return try pull(fromFolder: folder, announcing)
        }
    }

    private func pullFromOwner(_ announcing: Announce) throws(WeightFault) -> Int {
        guard let edition = network.manifest.editions.first(where: { $0.allSatisfy { $0.address != nil } }) else {
            throw WeightFault(WeightWords.noAddress(id, network.manifest.upstream))
        }
        return try bring(edition) { (file, part) throws(WeightFault) in
            guard let address = file.address else { return }
            announcing(file, address)
            try download(file, from: address, to: part)
        }
    }

    private func pull(fromFolder folder: URL, _ announcing: Announce) throws(WeightFault) -> Int {
        // A folder of networks has one for each; or it is the network's own.
        let places = [folder.appending(path: id), folder]
        for edition in network.manifest.editions {
            for place in places where edition.allSatisfy({ WeightState.bySize(of: $0, in: place) == .whole }) {
                return try bring(edition) { (file, part) throws(WeightFault) in
                    let original = place.appending(path: file.name)
                    announcing(file, original.path)
                    try copy(original, to: part)
                }
            }
        }
        throw WeightFault(WeightWords.notInFolder(id, folder.path, network.manifest.files))
    }

    private func bring(
        _ files: [WeightFile], _ fetch: (WeightFile, URL) throws(WeightFault) -> Void
    ) throws(WeightFault) -> Int {
        var brought: [(part: URL, place: URL)] = []
        for file in files where try WeightState.byDigest(of: file, in: network.folder) != .whole {
            let place = network.folder.appending(path: file.name)
            let part = network.folder.appending(path: "\(file.name).part")
            try fetch(file, part)
            try judge(file, part)
            brought.append((part, place))
        }
        // All or none: what lies here may be of another edition, and works.
        for (part, place) in brought { try name(part, place) }
        return brought.count
    }

    /// - Throws: it is another file; then nothing of it is kept.
    private func judge(_ file: WeightFile, _ part: URL) throws(WeightFault) {
        let size = FileSize.bytes(of: part.path) ?? 0
        let digest = try WeightState.sha256(of: part)
        guard size == file.bytes, digest == file.sha256 else {
            try? FileManager.default.removeItem(at: part)
            throw WeightFault(WeightWords.otherFile(file, size: size, digest: digest))
        }
    }

    private func name(_ part: URL, _ place: URL) throws(WeightFault) {
        do {
            // What lay there was not as it should be.
            try? FileManager.default.removeItem(at: place)
            try FileManager.default.moveItem(at: part, to: place)
        } catch {
            throw WeightFault(WeightWords.cannotWrite(place.path, (error as NSError).localizedDescription))
        }
    }

    private func copy(_ original: URL, to part: URL) throws(WeightFault) {
        // What it is copied from may be read-only; the copy is ours.
        let data: Data
        do { data = try Data(contentsOf: original) } catch {
            throw WeightFault(WeightWords.unreadable(original.path, (error as NSError).localizedDescription))
        }
        do { try data.write(to: part) } catch {
            throw WeightFault(WeightWords.cannotWrite(part.path, (error as NSError).localizedDescription))
        }
    }

    /// `curl: (33)`: the server cannot go on in the middle of a file.
    private static let cannotGoOn: Int32 = 33

    private func download(_ file: WeightFile, from address: String, to part: URL) throws(WeightFault) {
        if let had = FileSize.bytes(of: part.path) {
            if had == file.bytes { return }
            if had > file.bytes { try? FileManager.default.removeItem(at: part) }
        }
        var outcome = try request(file, address, part)
        if outcome.status == Self.cannotGoOn {
            try? FileManager.default.removeItem(at: part)
            outcome = try request(file, address, part)
        }
        guard outcome.status == 0 else {
            throw WeightFault(
                WeightWords.notPulled(
                    file.name, address, outcome.errors, id: id, isBegun: FileSize.bytes(of: part.path) != nil))
        }
    }

    private func request(
        _ file: WeightFile, _ address: String, _ part: URL
    ) throws(WeightFault) -> OutsideProgram.Outcome {
        try OutsideProgram("curl").run([
            "--disable", "--fail", "--location", "--proto", "=https", "--proto-redir", "=https", "--no-progress-meter",
            "--connect-timeout", "20", "--speed-limit", "100", "--speed-time", "30", "--retry", "3",
            "--max-filesize", "\(file.bytes)", "--continue-at", "-", "--output", part.path, "--url", address,
        ])
    }
}
