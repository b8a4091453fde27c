import Foundation
import Media
import Pipeline

/// Keeps what algorithms learned of their zones by themselves: a small file for each camera, `usual/CAMERA.json`.
package struct UsualLookFiles: Sendable {
    private let folder: URL
    /// A zone has some 2,300 spots, each three letters long.
    private static let longest = 4_000_000

    package init(besides store: String) {
        folder = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "usual")
    }

    /// One that cannot be written is learned again; the one before stays.
    package func keep(_ usual: [CameraMemory.Usual], of camera: String) {
        guard !usual.isEmpty, let data = try? JSONEncoder().encode(usual) else { return }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? data.write(to: file(camera), options: .atomic)
    }

    /// What cannot be read is learned again.
    package func recall(_ camera: String) -> [CameraMemory.Usual] {
        guard let data = FileManager.default.contents(atPath: file(camera).path), data.count <= Self.longest else {
            return []
        }
        return (try? JSONDecoder().decode([CameraMemory.Usual].self, from: data)) ?? []
    }

    /// Forgets what was learned from another address, whenever that changed.
    ///
    /// - Parameter address: as it is configured, without secrets.
    package func settle(_ camera: String, at address: String) {
        let mark = folder.appending(path: "\(camera).address")
        let known = FileManager.default.contents(atPath: mark.path).map { String(decoding: $0, as: UTF8.self) }
        guard known != address else { return }
        if known != nil { forget(camera) }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? Data(address.utf8).write(to: mark, options: .atomic)
    }

    package func forget(_ camera: String) { _ = try? FileManager.default.removeItem(at: file(camera)) }

    private func file(_ camera: String) -> URL { folder.appending(path: "\(camera).json") }
}
