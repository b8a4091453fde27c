import Foundation
import Media

/// Reads a file of text whole, if it is one and not too large.
enum TextFile {
    /// Bytes: a municipality of 16,000 leaves with fifty corners each. That is read and checked in a
    /// quarter of a minute; 60 MB took one, and 7 GB.
    static let largest = 24_000_000

    /// - Throws: for what is not there, no file (a folder, a pipe), too large, or not UTF-8.
    static func read(_ path: String, largest: Int = largest) throws(SettingsFaults) -> String {
        let name = URL(fileURLWithPath: path).lastPathComponent
        func fault(_ problem: Words) -> SettingsFaults {
            SettingsFaults([SettingsFault(file: name, line: nil, key: "", problem: problem)])
        }
        guard let kind = Existing(path) else { throw fault(SettingsWords.cannotBeRead(path)) }
        guard kind == .file else { throw fault(SettingsWords.noFile(path)) }
        let size = FileSize.bytes(of: URL(fileURLWithPath: path).resolvingSymlinksInPath().path) ?? 0
        guard size <= largest else { throw fault(SettingsWords.tooLarge(size, largest)) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fault(SettingsWords.cannotBeRead(path))
        }
        guard let text = String(data: data, encoding: .utf8) else { throw fault(SettingsWords.notUTF8) }
        return text
    }
}
