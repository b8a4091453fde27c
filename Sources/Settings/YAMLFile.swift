import Foundation
import Media
import Yams

/// Loads a YAML file as a tree with line marks.
enum YAMLFile {
    /// - Parameter shown: what the file is called in mistakes; nil: by its name.
    static func load(_ path: String, as shown: String? = nil) throws(SettingsFaults) -> (node: Node, reader: Reader) {
        let text = try TextFile.read(path)
        let name = shown ?? URL(fileURLWithPath: path).lastPathComponent
        do throws(YAMLMistake) {
            let node = try compose(text)
            return (node, Reader(file: name))
        } catch {
            throw SettingsFaults([SettingsFault(file: name, line: error.line, key: "", problem: error.problem)])
        }
    }

    private static func compose(_ text: String) throws(YAMLMistake) -> Node {
        try AliasGuard.check(text)
        return try tree(of: text) { (node) throws(YAMLMistake) in node }
    }

    /// What libyaml makes of it. Nothing of the text is said in a mistake but a key that stands twice: a line may hold a
    /// password.
    ///
    /// - Parameter use: what is made of it; a node knows its anchor in here only.
    static func tree<Value>(of text: String, _ use: (Node) throws(YAMLMistake) -> Value) throws(YAMLMistake) -> Value {
        do {
            let parser = try Yams.Parser(yaml: text, encoding: .utf8)
            guard let node = try parser.singleRoot() else { throw YAMLMistake(nil, SettingsWords.isEmpty) }
            return try withExtendedLifetime(parser) { try use(node) }
        } catch let mistake as YAMLMistake {
            throw mistake
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw YAMLMistake(mark.line, SettingsWords.notYAML(problem))
            case .reader(_, let offset, _, _):
                throw YAMLMistake(offset.map { line(at: $0, of: text) }, SettingsWords.wrongCharacter)
            case .duplicatedKeysInMapping(let duplicates, let context):
                throw YAMLMistake(context.mark.line, SettingsWords.keyTwice(duplicates.first ?? "?"))
            default: throw YAMLMistake(nil, SettingsWords.notYAML("it cannot be read"))
            }
        } catch {
            throw YAMLMistake(nil, SettingsWords.notYAML("it cannot be read"))
        }
    }

    private static func line(at offset: Int, of text: String) -> Int {
        text.prefix(offset).utf8.count { $0 == UInt8(ascii: "\n") } + 1
    }
}

/// What is wrong with a file before its content is looked at.
struct YAMLMistake: Error {
    let line: Int?
    let problem: Words

    init(_ line: Int?, _ problem: Words) { (self.line, self.problem) = (line, problem) }
}
