import Foundation
import Labels
import Media
import Settings

/// A folder of files made for one test, gone with it.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "piculet-labels-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path }

    /// - Parameter name: folders in it are made.
    @discardableResult
    func write(_ name: String, _ text: String = "") throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// All that is told of it: read, then judged with two algorithms, one that is to come, and videos of a minute.
    func findings() -> LabelFindings {
        var (dataset, findings) = DatasetFolder.read(path)
        findings.add(Self.check.findings(of: dataset))
        return findings
    }

    static let check = LabelCheck(algorithms: ["street-stall", "crowd"], extra: ["lorry"]) { _ in .seconds(60) }

    /// The repository's root.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let footage = root.appending(path: "../shared/footage").standardizedFileURL
    static let stills = root.appending(path: "../shared/images/flood-cctv").standardizedFileURL
    static func isHere(_ folder: URL) -> Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// The text of what a call throws; `none` where it throws nothing.
func told<Value>(_ call: () throws(LabelFindings) -> Value) -> String {
    do throws(LabelFindings) { _ = try call() } catch { return "\(error)" }
    return "none"
}
