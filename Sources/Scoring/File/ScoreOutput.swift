import Foundation
import Media

/// The folder that a score leaves: `score.json`, `score.csv`, `index.html`.
package struct ScoreOutput {
    private let folder: URL

    /// - Throws: `ScoreError` when the folder cannot be made.
    package init(_ path: String) throws(ScoreError) {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw .noFolder(path)
        }
    }

    /// - Parameter names: what people call the algorithms, by id.
    /// - Throws: `ScoreError` when a file cannot be written.
    package func write(
        _ file: ScoreFile, names: [String: Words], shown: [ShownEvent]
    ) throws(ScoreError) {
        do {
            try Data(ScorePage.html(file, names: names, shown: shown).utf8).write(
                to: folder.appending(path: "index.html"))
            try file.json().write(to: folder.appending(path: "score.json"))
            try Data(ScoreTable.csv(file).utf8).write(to: folder.appending(path: "score.csv"))
        } catch {
            throw .notWritten(folder.path)
        }
    }
}

/// Why a score could not be told.
package enum ScoreError: Error, Worded, Hashable, Sendable {
    case noFolder(String)
    case notWritten(String)

    package var words: Words {
        switch self {
        case .noFolder(let path):
            Words(
                zh: "\(path)：无法建立输出目录。请用 --output 指定可写的目录。",
                en: "\(path): the output folder cannot be made. Give a folder that may be written with --output.")
        case .notWritten(let path):
            Words(
                zh: "\(path)：评分文件无法写入。请检查磁盘空间和权限。",
                en: "\(path): the score cannot be written. Check the room on the disk and the permissions.")
        }
    }
}
