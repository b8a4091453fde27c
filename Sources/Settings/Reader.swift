import Foundation
import Media
import Yams

/// Reads YAML nodes into checked values and collects every mistake on the way.
final class Reader {
    let file: String
    private(set) var faults: [SettingsFault] = []

    init(file: String) { self.file = file }

    /// A mapping's pairs; mistakes in its keys are noted.
    func fields(_ node: Node, _ key: String, allowed: [String], required: [String] = []) -> [String: Node] {
        guard let mapping = node.mapping else {
            note(node, key, "a mapping (key: value) is needed here, not \(Self.kind(node))")
            return [:]
        }
        var fields: [String: Node] = [:]
        for (name, value) in mapping {
            let text = name.string ?? ""
            guard allowed.contains(text) else {
                let nearest = NearestName.of(text, among: allowed).map { "; did you mean '\($0)'?" } ?? ";"
                note(
                    name, key.isEmpty ? text : "\(key).\(text)",
                    "this key is not known here\(nearest) Known: \(allowed.joined(separator: ", "))")
                continue
            }
            fields[text] = value
        }
        for name in required where fields[name] == nil {
            note(node, key.isEmpty ? name : "\(key).\(name)", "is missing")
        }
        return fields
    }

    func list(_ node: Node?, _ key: String) -> [Node] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            note(node, key, "a list is needed here, not \(Self.kind(node))")
            return []
        }
        return Array(sequence)
    }

    func text(_ node: Node?, _ key: String) -> String? {
        guard let node else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            note(node, key, "text is needed here, not \(Self.kind(node))")
            return nil
        }
        return text
    }

    func number(_ node: Node?, _ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let node else { return nil }
        guard let text = node.scalar?.string, let number = Double(text), range.contains(number) else {
            note(
                node, key,
                "a number from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound)) is needed, "
                    + "not \(Self.shown(node))")
            return nil
        }
        return number
    }

    func duration(_ node: Node?, _ key: String) -> Duration? {
        guard let node else { return nil }
        guard let text = node.scalar?.string, let duration = Duration(configured: text), duration > .zero else {
            note(node, key, "a time such as 10s, 3m or 2h is needed, not \(Self.shown(node))")
            return nil
        }
        return duration
    }

    /// Part of a day, `20:00-07:00`.
    func window(_ node: Node?, _ key: String) -> DailyWindow? {
        guard let text = text(node, key) else { return nil }
        let window = DailyWindow(configured: text)
        if window == nil { note(node, key, "'\(text)' is no span of a day; write it as \"20:00-07:00\"") }
        return window
    }

    func date(_ node: Node?, _ key: String) -> CalendarDate? {
        guard let node else { return nil }
        guard let date = node.scalar.flatMap({ CalendarDate($0.string) }) else {
            note(node, key, "a day such as 2026-03-01 is needed, not \(Self.shown(node))")
            return nil
        }
        return date
    }

    /// A name of a fixed set.
    func choice<Value>(_ node: Node?, _ key: String, _ values: [(name: String, value: Value)]) -> Value? {
        guard let node else { return nil }
        let text = node.scalar?.string ?? ""
        if let found = values.first(where: { $0.name == text }) { return found.value }
        let names = values.map(\.name)
        let nearest = NearestName.of(text, among: names).map { "; did you mean '\($0)'?" } ?? ";"
        note(node, key, "\(Self.shown(node)) is not known here\(nearest) Known: \(names.joined(separator: ", "))")
        return nil
    }

    func point(_ node: Node, _ key: String, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Point? {
        let pair = list(node, key)
        guard pair.count == 2 else {
            if node.sequence != nil { note(node, key, "a point is two numbers, [x, y]") }
            return nil
        }
        guard let px = number(pair[0], "\(key)[0]", in: x), let py = number(pair[1], "\(key)[1]", in: y) else {
            return nil
        }
        return Point(x: px, y: py)
    }

    func polygon(_ node: Node?, _ key: String, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Polygon? {
        guard let node else { return nil }
        let nodes = list(node, key)
        let points = nodes.enumerated().compactMap { point($1, "\(key)[\($0)]", x: x, y: y) }
        guard points.count == nodes.count else { return nil }
        guard points.count >= 3 else {
            note(node, key, "a polygon needs three points or more, not \(points.count)")
            return nil
        }
        return Polygon(points)
    }

    func note(_ node: Node?, _ key: String, _ problem: String) { note(line: node?.mark?.line, key, problem) }

    func note(line: Int?, _ key: String, _ problem: String) {
        faults.append(SettingsFault(file: file, line: line, key: key, problem: problem))
    }

    static func kind(_ node: Node) -> String {
        switch node {
        case .scalar: shown(node)
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    static func shown(_ node: Node) -> String { node.scalar.map { "'\($0.string)'" } ?? kind(node) }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
}
