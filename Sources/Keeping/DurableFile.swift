import Foundation

/// Writes a file so that it is there whole or not at all, and stays after a power cut.
package enum DurableFile {
    package static func write(_ data: Data, to url: URL) throws {
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let draft = url.appendingPathExtension("draft")
        do {
            try data.write(to: draft)
            try synchronize(draft)
            guard unsafe rename(draft.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            // Half a picture would only take room; that the write failed is told.
            _ = try? FileManager.default.removeItem(at: draft)
            throw error
        }
        try synchronize(folder)
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    private static func synchronize(_ url: URL) throws {
        let descriptor = unsafe open(url.path, O_RDONLY)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
