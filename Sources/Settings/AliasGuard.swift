import Media
import Yams

/// Refuses files whose aliases (`*name`) stand for more than their authors can mean: ten lines of aliases of aliases are
/// billions of nodes ("billion laughs"), and a key that is one is compared by all that it stands for.
enum AliasGuard {
    /// Nodes that the aliases of a file may stand for, all together.
    static let most = 1_000_000

    /// Stands for the asterisk of an alias while they are counted: a plain character to YAML, and nobody's.
    private static let sign: Character = "\u{E000}"

    static func check(_ text: String) throws(YAMLMistake) {
        // No alias without both; tables of grids have neither.
        guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else { return }
        _ = try YAMLFile.tree(of: text.replacing("*", with: String(sign))) { (node) throws(YAMLMistake) in
            var sizes: [String: Int] = [:]
            return try size(of: node, &sizes)
        }
    }

    /// How many nodes it stands for, its aliases followed.
    private static func size(of node: Node, _ sizes: inout [String: Int]) throws(YAMLMistake) -> Int {
        var size = 1
        switch node {
        case .scalar(let scalar):
            if let name = alias(scalar) { size = sizes[name] ?? 1 }
        case .sequence(let sequence):
            for item in sequence { size += try self.size(of: item, &sizes) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard key.scalar.map({ alias($0) == nil }) ?? false else {
                    throw YAMLMistake(key.mark?.line, SettingsWords.noKey)
                }
                size += try self.size(of: value, &sizes) + 1
            }
        case .alias: break
        }
        guard size <= most else { throw YAMLMistake(node.mark?.line, SettingsWords.tooManyAliases(most)) }
        if let anchor = node.anchor { sizes[anchor.rawValue] = size }
        return size
    }

    /// The name of the alias that a scalar stands for.
    private static func alias(_ scalar: Node.Scalar) -> String? {
        scalar.style == .plain && scalar.string.first == sign ? String(scalar.string.dropFirst()) : nil
    }
}
