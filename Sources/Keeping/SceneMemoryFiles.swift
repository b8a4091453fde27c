import Foundation
import Media
import Scene

/// Keeps what scenes know of their places over a restart: a small file for each camera, beside the store.
package struct SceneMemoryFiles: Sendable {
    /// An older memory shows another light.
    private static let freshness = Duration.seconds(20 * 60)
    private static let magic = Data("PICSCENE2".utf8)

    private let folder: URL

    package init(besides store: String) {
        folder = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "scenes")
    }

    /// A memory that cannot be written is no loss: the place is learnt anew.
    package func keep(_ memory: SceneMemory, of camera: String, at now: WallTime) {
        var data = Self.magic
        for number in [Int64(memory.width), Int64(memory.height), now.milliseconds] {
            data += (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        data += memory.background + memory.u + memory.v
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try data.write(to: file(camera), options: .atomic)
        } catch {
            forget(camera)
        }
    }

    /// nil: there is none, or it is too old.
    package func recall(_ camera: String, at now: WallTime) -> SceneMemory? {
        guard let data = FileManager.default.contents(atPath: file(camera).path), data.starts(with: Self.magic),
            data.count >= Self.magic.count + 24
        else { return nil }
        let bytes = [UInt8](data.dropFirst(Self.magic.count))
        let numbers = (0..<3).map { index in
            (0..<8).reduce(Int64(0)) { $0 | Int64(bytes[index * 8 + $1]) << (8 * $1) }
        }
        let age = now - WallTime(milliseconds: numbers[2])
        guard (16...10_000).contains(numbers[0]), (16...10_000).contains(numbers[1]), age < Self.freshness else {
            return nil
        }
        let (width, height) = (Int(numbers[0]), Int(numbers[1]))
        let (whole, half) = (width * height, (width / 2) * (height / 2))
        let planes = bytes.dropFirst(24)
        return SceneMemory(
            width: width, height: height, background: Array(planes.prefix(whole)),
            u: Array(planes.dropFirst(whole).prefix(half)), v: Array(planes.dropFirst(whole + half)))
    }

    package func forget(_ camera: String) { _ = try? FileManager.default.removeItem(at: file(camera)) }

    private func file(_ camera: String) -> URL { folder.appending(path: "\(camera).scene") }
}
