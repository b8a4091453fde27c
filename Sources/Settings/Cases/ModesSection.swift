import Cases
import Yams

/// The section `cases.modes`: when an algorithm on a camera goes further by itself, and when less far.
extension SettingsFile {
    /// More verdicts than anybody gives in a year.
    private static let counts = 1.0...100_000

    /// - Parameter cameras: their uses say what is the highest of each.
    func modes(_ node: Node?, _ cameras: [Settings.Camera], _ reader: Reader) -> ModePlan {
        ModePlan(rule: rule(node, reader), caps: cameras.flatMap { caps($0, reader) })
    }

    private func rule(_ node: Node?, _ reader: Reader) -> ModeRule {
        var rule = ModeRule.usual
        guard let node else { return rule }
        let key = "cases.modes"
        let fields = reader.fields(node, key, allowed: ["start", "latest", "promote", "demote", "silence"])
        let modes = HitMode.allCases.map { (name: $0.rawValue, value: $0) }
        if let start = reader.choice(fields["start"], "\(key).start", modes) { rule.start = start }
        if let latest = reader.number(fields["latest"], "\(key).latest", in: Self.counts) { rule.latest = Int(latest) }
        bound(fields["promote"], "\(key).promote", "lower", reader, &rule.promotion)
        bound(fields["demote"], "\(key).demote", "upper", reader, &rule.demotion)
        bound(fields["silence"], "\(key).silence", "upper", reader, &rule.silencing)
        for (name, bound) in [("promote", rule.promotion), ("demote", rule.demotion), ("silence", rule.silencing)]
        where bound.reviewed > rule.latest {
            reader.note(fields[name] ?? node, "\(key).\(name).reviewed", ModesWords.moreThanLatest(rule.latest))
        }
        // What brings it down lies below what brings it up, or it would swing.
        for (name, bound) in [("demote", rule.demotion), ("silence", rule.silencing)]
        where bound.precision >= rule.promotion.precision {
            reader.note(fields[name] ?? node, "\(key).\(name).upper", ModesWords.notBelow(rule.promotion.precision))
        }
        return rule
    }

    private func bound(
        _ node: Node?, _ key: String, _ end: String, _ reader: Reader, _ bound: inout ModeRule.Bound
    ) {
        guard let node else { return }
        let fields = reader.fields(node, key, allowed: ["reviewed", end])
        if let reviewed = reader.number(fields["reviewed"], "\(key).reviewed", in: Self.counts) {
            bound.reviewed = Int(reviewed)
        }
        if let precision = reader.number(fields[end], "\(key).\(end)", in: 0...1) { bound.precision = precision }
    }

    /// An algorithm that a camera uses twice, for zones of their own, has one mode there.
    private func caps(_ camera: Settings.Camera, _ reader: Reader) -> [ModePlan.Cap] {
        Dictionary(grouping: camera.algorithms, by: \.algorithm.id).sorted { $0.key < $1.key }.compactMap { id, uses in
            let modes = Set(uses.map(\.mode))
            if modes.count > 1 {
                reader.note(line: camera.line, "cameras", ModesWords.twoModes(camera.id, id))
            }
            return modes.min().map { ModePlan.Cap(ModePair(camera: camera.id, algorithm: id), $0) }
        }
    }
}
