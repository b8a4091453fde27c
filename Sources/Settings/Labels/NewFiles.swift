import Foundation
import Labels
import Media

/// Writes files where there are none, or over those that are there if that is asked for.
package enum NewFiles {
    /// - Parameter mayReplace: a file that is there is written over; what is no file never is.
    package static func write(_ text: String, to path: String, mayReplace: Bool) throws(NewFileError) {
        switch Existing(path) {
        case nil: break
        case .file: guard mayReplace else { throw .isThere(path) }
        case .folder, .other: throw .noFile(path)
        }
        try put(text, path)
    }

    /// Writes an export to its place: a file or a folder.
    ///
    /// - Parameter mayReplace: files of the same names are written over. A folder never keeps texts of another export, for
    ///   they would be read with this one's.
    package static func write(_ export: BoxExport, to path: String, mayReplace: Bool) throws(NewFileError) {
        switch export {
        case .file(let text): try write(text, to: path, mayReplace: mayReplace)
        case .folder(let files):
            let folder = URL(fileURLWithPath: path, isDirectory: true)
            switch Existing(path) {
            case nil:
                do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
                    throw .failed(path, error.localizedDescription)
                }
            case .folder:
                let found = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
                guard mayReplace || found.isEmpty else { throw .notEmpty(path) }
                let names = Set(files.map(\.name))
                if let other = found.first(where: { $0.hasSuffix(".txt") && !names.contains($0) }) {
                    throw .holdsOthers(path, other)
                }
            case .file, .other: throw .noFolder(path)
            }
            for file in files { try put(file.text, folder.appending(path: file.name).path) }
        }
    }

    private static func put(_ text: String, _ path: String) throws(NewFileError) {
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw .failed(path, error.localizedDescription)
        }
    }
}

/// Why nothing was written.
package enum NewFileError: Error, Hashable, Sendable, Worded {
    case isThere(String)
    case noFile(String)
    case noFolder(String)
    case notEmpty(String)
    /// Its path, and a file in it.
    case holdsOthers(String, String)
    /// What the system says of it.
    case failed(String, String)

    package var words: Words {
        switch self {
        case .isThere(let path):
            Words(zh: "\(path.quoted) 已存在；加 --force 可替换", en: "\(path.quoted) is there already; --force replaces it")
        case .noFile(let path):
            Words(zh: "\(path.quoted) 不是普通文件；请写文件名", en: "\(path.quoted) is no file; give the path of a file")
        case .noFolder(let path):
            Words(zh: "\(path.quoted) 不是目录；请写目录", en: "\(path.quoted) is no folder; give a folder")
        case .notEmpty(let path):
            Words(
                zh: "目录 \(path.quoted) 不是空的；加 --force 可替换其中同名的文件",
                en: "the folder \(path.quoted) is not empty; --force replaces files of the same names in it")
        case .holdsOthers(let path, let file):
            Words(
                zh: "目录 \(path.quoted) 中有其他导出的 \(file.quoted)；请另选一个空目录",
                en: "the folder \(path.quoted) has \(file.quoted) of another export; give an empty folder")
        case .failed(let path, let why):
            Words(zh: "\(path.named) 无法写入：\(why)", en: "\(path.named) cannot be written: \(why)")
        }
    }
}
