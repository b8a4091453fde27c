import Foundation

/// How much room a disk has.
package enum DiskSpace {
    /// Pictures leave so much of the disk to the store: a case needs a few kilobytes, its pictures hundreds.
    package static let keptFree: Int64 = 4_000_000

    /// Bytes that may still be written; 0 where it cannot be asked. The folder need not exist yet.
    package static func free(_ folder: URL) -> Int64 {
        status(folder).map { Int64($0.f_bavail) * Int64($0.f_frsize) } ?? 0
    }

    /// Bytes that a disk has in all; 0 where it cannot be asked. The folder need not exist yet.
    package static func size(_ folder: URL) -> Int64 {
        status(folder).map { Int64($0.f_blocks) * Int64($0.f_frsize) } ?? 0
    }

    private static func status(_ folder: URL) -> statvfs? {
        var path = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: path.path), path.path != "/" {
            path.deleteLastPathComponent()
        }
        var status = statvfs()
        return unsafe statvfs(path.path, &status) == 0 ? status : nil
    }
}

/// A file that does nothing but take room, to be given up to the store when the disk is full: the cases of some hours
/// fit into it, which is long enough to be noticed.
package struct DiskReserve: Sendable {
    private static let most: Int64 = 8_000_000
    /// Less would hold no hour's cases.
    private static let least: Int64 = 500_000
    private let file: URL
    private var part: URL { file.appendingPathExtension("part") }

    package init(besides store: String) {
        file = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "reserve")
    }

    private var folder: URL { file.deletingLastPathComponent() }

    /// How large it is to be: a small disk has a small one, a sixteenth of it.
    private var bytes: Int64 { min(Self.most, DiskSpace.size(folder) / 16) }

    /// Whether the disk is large enough for one: else cases wait in memory alone as soon as it is full.
    package var fits: Bool { bytes >= Self.least }

    /// Takes the room when there is plenty.
    package func take() {
        let bytes = bytes
        guard bytes >= Self.least, !FileManager.default.fileExists(atPath: file.path),
            DiskSpace.free(folder) > 4 * bytes
        else { return }
        // It gets its name when it is whole: one that a kill cut short would be of no use.
        let descriptor = unsafe open(part.path, O_RDWR | O_CREAT, 0o600)
        guard descriptor >= 0 else { return }
        let taken = posix_fallocate(descriptor, 0, Int(bytes)) == 0
        close(descriptor)
        guard taken, unsafe rename(part.path, file.path) == 0 else {
            _ = try? FileManager.default.removeItem(at: part)
            return
        }
    }

    /// Before the store is opened: it cannot even be opened on a disk that is full to the brim.
    ///
    /// - Returns: whether the disk is full.
    package func makeRoomToStart() -> Bool {
        guard DiskSpace.free(folder) < DiskSpace.keptFree else { return false }
        _ = try? FileManager.default.removeItem(at: part)
        giveUp()
        return true
    }

    /// - Returns: whether there was something to give up.
    @discardableResult
    package func giveUp() -> Bool { (try? FileManager.default.removeItem(at: file)) != nil }
}
