import Cases
import Foundation
import Media

/// Writes grids as `grids.yaml` has them, a line each.
package enum GridsWriter {
    package static func text(_ grids: [Grid]) -> String { grids.map { "- {\(line($0))}\n" }.joined() }

    private static func line(_ grid: Grid) -> String {
        var fields = ["id: \(grid.id.doubleQuoted)", "name: \(grid.name.doubleQuoted)", "level: \(grid.level)"]
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { fields.append("\(name): \(value.doubleQuoted)") }
        }
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { fields.append("\(name): [\(values.map(\.doubleQuoted).joined(separator: ", "))]") }
        }
        add("parent", grid.parent)
        add("network", grid.network == Grid.operation ? nil : grid.network)
        add("kind", grid.kind)
        add("unit", grid.unit)
        add("head", grid.head)
        add("deputies", grid.deputies)
        add("operator", grid.operator)
        add("disposal", grid.disposal)
        if let from = grid.validity.from { fields.append("from: \(from)") }
        if let until = grid.validity.until { fields.append("until: \(until)") }
        if let updated = grid.updated { fields.append("updated: \(updated)") }
        if let converted = grid.converted { fields.append("converted: \(converted.rawValue)") }
        if let polygon = grid.polygon {
            fields.append(
                "polygon: [\(polygon.points.map { "[\(degrees($0.x)), \(degrees($0.y))]" }.joined(separator: ", "))]")
        }
        return fields.joined(separator: ", ")
    }

    /// Eight places: a millimetre.
    private static func degrees(_ value: Double) -> String {
        "\((value * 1e8).rounded() / 1e8)"
    }
}
