import Foundation

/// How much room a disk has.
package enum DiskSpace {
    /// Pictures leave so much of the disk to the store: a case needs a few kilobytes, its pictures hundreds.
    package static let keptFree: Int64 = 4_000_000

    /// Bytes that may still be written; 0 where it cannot be asked. The folder need not exist yet.
    package static func free(_ folder: URL) -> Int64 {
        var path = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: path.path), path.path != "/" {
            path.deleteLastPathComponent()
        }
        var status = statvfs()
        guard unsafe statvfs(path.path, &status) == 0 else { return 0 }
        return Int64(status.f_bavail) * Int64(status.f_frsize)
    }
}

/// A file that does nothing but take room, to be given up to the store when the disk is full: the cases of some hours
/// fit into it, which is long enough to be noticed.
package struct DiskReserve: Sendable {
    private static let bytes: Int64 = 8_000_000
    private let file: URL
    private var part: URL { file.appendingPathExtension("part") }

    package init(besides store: String) {
        file = URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "reserve")
    }

    /// Takes the room when there is plenty.
    package func take() {
        guard !FileManager.default.fileExists(atPath: file.path),
            DiskSpace.free(file.deletingLastPathComponent()) > 4 * Self.bytes
        else { return }
        // It gets its name when it is whole: one that a kill cut short would be of no use.
        let descriptor = unsafe open(part.path, O_RDWR | O_CREAT, 0o600)
        guard descriptor >= 0 else { return }
        let taken = posix_fallocate(descriptor, 0, Int(Self.bytes)) == 0
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
        guard DiskSpace.free(file.deletingLastPathComponent()) < DiskSpace.keptFree else { return false }
        _ = try? FileManager.default.removeItem(at: part)
        giveUp()
        return true
    }

    /// - Returns: whether there was something to give up.
    @discardableResult
    package func giveUp() -> Bool { (try? FileManager.default.removeItem(at: file)) != nil }
}
