import Foundation

/// Folders of the tests: all gone when the process that made them ends.
package enum TemporaryFolder {
    private static let root: URL = {
        let root = FileManager.default.temporaryDirectory.appending(path: "piculet-tests-\(getpid())")
        atexit { try? FileManager.default.removeItem(at: TemporaryFolder.root) }
        return root
    }()

    package static func make() throws -> URL {
        let folder = root.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
