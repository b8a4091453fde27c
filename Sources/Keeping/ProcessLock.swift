import Foundation

/// One daemon a store: a locked file beside it that holds the process's number.
package struct ProcessLock {
    private let descriptor: Int32

    private static func path(besides store: String) -> String {
        URL(fileURLWithPath: store).deletingLastPathComponent().appending(path: "piculet.pid").path
    }

    /// - Throws: when another process holds it, or the folder cannot be written.
    package init(besides store: String) throws(ProcessLockError) {
        let path = Self.path(besides: store)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw .noFolder(folder.path)
        }
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .notWritten(path)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .running(store, Self.holder(besides: store) ?? 0)
        }
        ftruncate(descriptor, 0)
        let text = Array("\(getpid())\n".utf8)
        unsafe pwrite(descriptor, text, text.count, 0)
    }

    /// The process that runs on a store; nil when none does.
    package static func holder(besides store: String) -> Int32? {
        let path = path(besides: store)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
