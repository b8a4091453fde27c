import Foundation
import Media
import Yams

/// Loads a YAML file as a tree with line marks.
enum YAMLFile {
    static func load(_ path: String) throws(SettingsFaults) -> (node: Node, reader: Reader) {
        let name = URL(fileURLWithPath: path).lastPathComponent
        func fail(_ line: Int?, _ problem: String) -> SettingsFaults {
            SettingsFaults([SettingsFault(file: name, line: line, key: "", problem: problem)])
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fail(nil, "the file cannot be read. Check the path, '\(path)'.")
        }
        let text = String(decoding: data, as: UTF8.self)
        do {
            guard let node = try Yams.compose(yaml: text) else { throw fail(nil, "the file is empty") }
            return (node, Reader(file: name))
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw fail(mark.line, "this is not YAML: \(problem)")
            case .duplicatedKeysInMapping(let duplicates, let context):
                throw fail(context.mark.line, "the key '\(duplicates.first ?? "?")' stands twice")
            default: throw fail(nil, "this is not YAML: \(error)")
            }
        } catch let error as SettingsFaults {
            throw error
        } catch {
            throw fail(nil, "this is not YAML: \(error)")
        }
    }
}
