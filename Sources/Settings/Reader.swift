import Foundation
import Media
import Yams

/// Reads YAML nodes into checked values and collects every mistake on the way.
final class Reader {
    let file: String
    private(set) var faults: [SettingsFault] = []
    /// How many mistakes there are; the first thousand are kept.
    private(set) var count = 0

    private static let kept = 1000

    init(file: String) { self.file = file }

    var isClean: Bool { count == 0 }
    var all: SettingsFaults { SettingsFaults(faults, count: count) }

    /// A mapping's pairs; mistakes in its keys are noted.
    func fields(_ node: Node, _ key: String, allowed: [String], required: [String] = []) -> [String: Node] {
        guard let mapping = node.mapping else {
            note(node, key, SettingsWords.mappingNeeded(Self.kind(node)))
            return [:]
        }
        var fields: [String: Node] = [:]
        for (name, value) in mapping {
            let text = name.string ?? ""
            guard allowed.contains(text) else {
                let its = key.isEmpty ? text.named : "\(key).\(text.named)"
                note(name, its, SettingsWords.unknownKey(nearest(text, among: allowed), allowed))
                continue
            }
            fields[text] = value
        }
        for name in required where fields[name] == nil {
            note(node, key.isEmpty ? name : "\(key).\(name)", SettingsWords.isMissing)
        }
        return fields
    }

    /// - Parameter most: a longer list is refused as a whole: it would take minutes, or memory.
    func list(_ node: Node?, _ key: String, atMost most: Int = 1000) -> [Node] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            note(node, key, SettingsWords.listNeeded(Self.kind(node)))
            return []
        }
        guard sequence.count <= most else {
            note(node, key, SettingsWords.tooMany(sequence.count, most))
            return []
        }
        return Array(sequence)
    }

    /// Byte order marks before a text are none of it: files that were joined have some, and a parser drops the first.
    func text(_ node: Node?, _ key: String) -> String? {
        guard let node else { return nil }
        guard let text = node.scalar?.string.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }), !text.isEmpty else {
            note(node, key, SettingsWords.textNeeded(Self.kind(node)))
            return nil
        }
        return String(text)
    }

    func number(_ node: Node?, _ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let node else { return nil }
        guard let text = node.scalar?.string, let number = Double(text), range.contains(number) else {
            note(
                node, key,
                SettingsWords.numberNeeded(Self.plain(range.lowerBound), Self.plain(range.upperBound), Self.shown(node))
            )
            return nil
        }
        return number
    }

    func duration(_ node: Node?, _ key: String) -> Duration? {
        guard let node else { return nil }
        guard let text = node.scalar?.string, let duration = Duration(configured: text), duration > .zero else {
            note(node, key, SettingsWords.timeNeeded(Self.shown(node)))
            return nil
        }
        return duration
    }

    func flag(_ node: Node?, _ key: String) -> Bool? {
        guard let node else { return nil }
        guard let flag = node.bool else {
            note(node, key, SettingsWords.flagNeeded(Self.shown(node)))
            return nil
        }
        return flag
    }

    /// Part of a day, `20:00-07:00`.
    func window(_ node: Node?, _ key: String) -> DailyWindow? {
        guard let text = text(node, key) else { return nil }
        let window = DailyWindow(configured: text)
        if window == nil { note(node, key, SettingsWords.noSpan(text, "20:00-07:00")) }
        return window
    }

    func date(_ node: Node?, _ key: String) -> CalendarDate? {
        guard let node else { return nil }
        guard let date = node.scalar.flatMap({ CalendarDate($0.string) }) else {
            note(node, key, SettingsWords.dayNeeded(Self.shown(node)))
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
        note(node, key, SettingsWords.notKnown(Self.shown(node), nearest(text, among: names), names))
        return nil
    }

    func point(_ node: Node, _ key: String, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Point? {
        let pair = list(node, key)
        guard pair.count == 2 else {
            if node.sequence != nil { note(node, key, SettingsWords.pointNeeded) }
            return nil
        }
        guard let px = number(pair[0], "\(key)[0]", in: x), let py = number(pair[1], "\(key)[1]", in: y) else {
            return nil
        }
        return Point(x: px, y: py)
    }

    func polygon(_ node: Node?, _ key: String, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Polygon? {
        guard let node else { return nil }
        let nodes = list(node, key, atMost: 100_000)
        let points = nodes.enumerated().compactMap { point($1, "\(key)[\($0)]", x: x, y: y) }
        guard points.count == nodes.count else { return nil }
        guard points.count >= 3 else {
            if node.sequence != nil { note(node, key, SettingsWords.threePointsNeeded(points.count)) }
            return nil
        }
        return Polygon(points)
    }

    /// The name that was meant; none where so much is wrong that looking for names would take minutes.
    func nearest(_ wrong: String, among names: some Sequence<String>) -> String? {
        count < 100 ? NearestName.of(wrong, among: names) : nil
    }

    func note(_ node: Node?, _ key: String, _ problem: Words) { note(line: node?.mark?.line, key, problem) }

    func note(line: Int?, _ key: String, _ problem: Words) {
        count += 1
        if faults.count < Self.kept { faults.append(SettingsFault(file: file, line: line, key: key, problem: problem)) }
    }

    static func kind(_ node: Node) -> Words {
        switch node {
        case .scalar: shown(node)
        case .mapping: SettingsWords.aMapping
        case .sequence: SettingsWords.aList
        case .alias: SettingsWords.anAlias
        }
    }

    static func shown(_ node: Node) -> Words { node.scalar.map { Words(name: $0.string.quoted) } ?? kind(node) }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? "\(Int64(clamping: number))" : "\(number)"
    }
}
