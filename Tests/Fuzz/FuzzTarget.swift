import Foundation

/// A door of the program that strangers' bytes come through.
protocol FuzzTarget {
    /// Does with an input what the program would do. Whatever is refused is in order; a trap is a fault.
    func take(_ input: [UInt8])
}

/// Where a target's files lie: in memory, gone when the process ends well.
struct FuzzFolder {
    let url: URL

    init() throws {
        let shared = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
        let root =
            FileManager.default.isWritableFile(atPath: shared.path)
            ? shared : FileManager.default.temporaryDirectory
        url = root.appending(path: "piculet-fuzz-\(getpid())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        FuzzFolder.toRemove = url
        atexit { FuzzFolder.toRemove.map { try? FileManager.default.removeItem(at: $0) } }
    }

    nonisolated(unsafe) private static var toRemove: URL?

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// - Returns: its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) -> String {
        let path = path(name)
        do { try Data(bytes).write(to: URL(fileURLWithPath: path)) } catch { fatalError("\(path): \(error)") }
        return path
    }
}

/// Wall times at which arithmetic goes wrong if anywhere, and an ordinary one.
enum Moments {
    static let ordinary: Int64 = 1_780_000_000_000
    static let all: [Int64] = [.min, -1, 0, ordinary, ordinary + 400 * 86_400_000, .max - 1, .max]
}
