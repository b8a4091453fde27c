import Labels
import Media
import Yams

/// Values of labels and of other tools' files. What they mean is judged by `LabelCheck`, so ranges are wide here: only what
/// is no value is refused.
extension Reader {
    private static let widest = -1e9...1e9

    /// A mapping's pairs, whatever else it holds; what is `null` is not there.
    func open(_ node: Node, _ key: String, required: [String]) -> [String: Node] {
        guard let mapping = node.mapping else {
            note(node, key, SettingsWords.mappingNeeded(Self.kind(node)))
            return [:]
        }
        var fields: [String: Node] = [:]
        for (name, value) in mapping where !value.isNothing {
            if let name = name.scalar?.string { fields[name] = value }
        }
        for name in required where fields[name] == nil {
            note(node, key.isEmpty ? name : "\(key).\(name)", SettingsWords.isMissing)
        }
        return fields
    }

    func seconds(_ node: Node?, _ key: String) -> Double? {
        guard let node else { return nil }
        if let seconds = Self.finite(node) { return seconds }
        note(node, key, LabelFileWords.secondsNeeded(Self.shown(node)))
        return nil
    }

    func moment(_ node: Node?, _ key: String) -> MediaTime? { seconds(node, key).map { MediaTime(seconds: $0) } }

    func whole(_ node: Node?, _ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        if let number = Self.finite(node), let whole = Int(exactly: number), range.contains(whole) { return whole }
        note(node, key, LabelFileWords.wholeNeeded(range, Self.shown(node)))
        return nil
    }

    /// So many numbers in a list.
    func numbers(_ node: Node?, _ key: String, count: Int, else problem: Words) -> [Double]? {
        guard let node else { return nil }
        guard let sequence = node.sequence, sequence.count == count else {
            note(node, key, problem)
            return nil
        }
        let numbers = sequence.enumerated().compactMap { index, item -> Double? in
            if let number = Self.finite(item) { return number }
            note(item, "\(key)[\(index)]", LabelFileWords.numberNeeded(Self.shown(item)))
            return nil
        }
        return numbers.count == count ? numbers : nil
    }

    func box(_ node: Node?, _ key: String) -> Box? {
        numbers(node, key, count: 4, else: LabelFileWords.boxNeeded).map {
            Box(x: $0[0], y: $0[1], width: $0[2], height: $0[3])
        }
    }

    private static func finite(_ node: Node) -> Double? {
        guard let text = node.scalar?.string, let number = Double(text), widest.contains(number) else { return nil }
        return number
    }
}

extension Node {
    /// JSON's `null`, and what YAML has for it.
    var isNothing: Bool {
        guard let scalar, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}

extension LabelFindings {
    /// - Parameter file: as it is named to people, with its folder where that matters.
    init(_ faults: SettingsFaults, file: String) {
        self.init(
            faults: faults.faults.map { LabelFinding(file: file, line: $0.line, key: $0.key, problem: $0.problem) },
            count: faults.count)
    }
}
