import Cases
import Foundation
import Media

/// Writes grids as `grids.yaml` has them, a line each.
package enum GridsWriter {
    package static func text(_ grids: [Grid]) -> String { grids.map { "- {\(line($0))}\n" }.joined() }

    private static func line(_ grid: Grid) -> String {
        var fields = ["id: \(quoted(grid.id))", "name: \(quoted(grid.name))", "level: \(grid.level)"]
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { fields.append("\(name): \(quoted(value))") }
        }
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { fields.append("\(name): [\(values.map(quoted).joined(separator: ", "))]") }
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

    /// Always quoted: ids such as `007` and names with a colon stay what they are, characters that YAML does not take as they
    /// are become numbers (YAML 1.2, 5.1 and 5.7).
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": quoted += "\\\\"
            case "\"": quoted += "\\\""
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                switch scalar.value {
                case ..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF:
                    quoted += String(format: "\\u%04X", scalar.value)
                default: quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }

    /// Eight places: a millimetre.
    private static func degrees(_ value: Double) -> String {
        "\((value * 1e8).rounded() / 1e8)"
    }
}
