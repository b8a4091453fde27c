import Cases
import Foundation
import Media
import Yams

/// Reads `grids.yaml`: a flat list of grids, in any order.
package enum GridsFile {
    static let keys = [
        "id", "name", "level", "parent", "network", "kind", "unit", "head", "deputies", "operator", "disposal", "from",
        "until", "updated", "converted", "polygon",
    ]
    static let required = ["id", "name", "level"]

    /// A municipality has some 16,000.
    static let most = 100_000
    /// Boundaries are drawn anew once in some years; each such day costs every camera a look for its owner.
    private static let mostTurns = 400

    package static func load(_ path: String) throws(SettingsFaults) -> GridTree {
        let (node, reader) = try YAMLFile.load(path)
        return try tree(grids(node, reader), reader)
    }

    /// A grid and the line where it stands.
    typealias Read = (grid: Grid, line: Int?)

    static func grids(_ node: Node, _ reader: Reader) -> [Read] {
        reader.list(node, "", atMost: most).enumerated().compactMap { index, item in
            let key = "[\(index)]"
            let fields = reader.fields(item, key, allowed: keys, required: required)
            let polygon = reader.polygon(fields["polygon"], "\(key).polygon", x: Point.longitudes, y: Point.latitudes)
            return grid(fields, polygon, key, reader).map { ($0, item.mark?.line) }
        }
    }

    /// One grid of its fields, but for the polygon, which each form of file writes in its own way.
    static func grid(_ fields: [String: Node], _ polygon: Polygon?, _ key: String, _ reader: Reader) -> Grid? {
        func text(_ name: String) -> String? { reader.text(fields[name], "\(key).\(name)") }
        let level = reader.number(fields["level"], "\(key).level", in: 1...99)
        if let level, level != level.rounded() {
            reader.note(fields["level"], "\(key).level", GridsWords.wholeNumberNeeded)
        }
        let converted = reader.choice(
            fields["converted"], "\(key).converted", Datum.allCases.map { ($0.rawValue, $0) })
        guard let id = text("id"), let name = text("name"), let level else { return nil }
        return Grid(
            id: id, name: name, level: Int(level), parent: text("parent"), network: text("network") ?? Grid.operation,
            kind: text("kind") ?? "", unit: text("unit"), head: text("head"),
            deputies: names(fields["deputies"], "\(key).deputies", reader), operator: text("operator"),
            disposal: names(fields["disposal"], "\(key).disposal", reader),
            validity: Validity(
                from: reader.date(fields["from"], "\(key).from"), until: reader.date(fields["until"], "\(key).until")),
            updated: reader.date(fields["updated"], "\(key).updated"), converted: converted, polygon: polygon)
    }

    /// A list of ids, or one; a table has several with spaces between.
    private static func names(_ node: Node?, _ key: String, _ reader: Reader) -> [String] {
        guard let node else { return [] }
        if let text = node.scalar?.string { return text.split(separator: " ").map(String.init) }
        return reader.list(node, key).enumerated().compactMap { reader.text($1, "\(key)[\($0)]") }
    }

    static func tree(_ read: [Read], _ reader: Reader) throws(SettingsFaults) -> GridTree {
        guard reader.isClean else { throw reader.all }
        let lines = Dictionary(read.map { ($0.grid.id, $0.line) }, uniquingKeysWith: { first, _ in first })
        let tree: GridTree
        do {
            tree = try GridTree(read.map(\.grid))
        } catch {
            for fault in error.faults { reader.note(line: lines[fault.grid] ?? nil, fault.grid, fault.words) }
            throw reader.all
        }
        if tree.turningDays.count > mostTurns {
            reader.note(line: nil, "from", GridsWords.turnsTooOften(tree.turningDays.count, mostTurns))
            throw reader.all
        }
        return tree
    }
}
