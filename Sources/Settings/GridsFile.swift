import Cases
import Foundation
import Media
import Yams

/// Reads `grids.yaml`: a flat list of grids, in any order.
package enum GridsFile {
    package static func load(_ path: String) throws(SettingsFaults) -> GridTree {
        let (node, reader) = try YAMLFile.load(path)
        var grids: [Grid] = []
        var lines: [String: Int] = [:]
        for (index, item) in reader.list(node, "").enumerated() {
            let key = "[\(index)]"
            let fields = reader.fields(
                item, key,
                allowed: [
                    "id", "name", "level", "parent", "network", "kind", "unit", "head", "operator", "from", "until",
                    "polygon",
                ],
                required: ["id", "name", "level"])
            guard let id = reader.text(fields["id"], "\(key).id"),
                let name = reader.text(fields["name"], "\(key).name"),
                let level = reader.number(fields["level"], "\(key).level", in: 1...99)
            else { continue }
            lines[id] = lines[id] ?? item.mark?.line
            grids.append(
                Grid(
                    id: id, name: name, level: Int(level), parent: reader.text(fields["parent"], "\(key).parent"),
                    network: reader.text(fields["network"], "\(key).network") ?? Grid.operation,
                    kind: reader.text(fields["kind"], "\(key).kind") ?? "",
                    unit: reader.text(fields["unit"], "\(key).unit"), head: reader.text(fields["head"], "\(key).head"),
                    operator: reader.text(fields["operator"], "\(key).operator"),
                    validity: Validity(
                        from: reader.date(fields["from"], "\(key).from"),
                        until: reader.date(fields["until"], "\(key).until")),
                    polygon: reader.polygon(fields["polygon"], "\(key).polygon", x: -180...180, y: -90...90)))
        }
        guard reader.faults.isEmpty else { throw SettingsFaults(reader.faults) }
        do {
            return try GridTree(grids)
        } catch {
            throw SettingsFaults(
                error.faults.map {
                    SettingsFault(file: reader.file, line: lines[$0.grid], key: $0.grid, problem: $0.reason)
                })
        }
    }
}
