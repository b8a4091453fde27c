import CityAlgorithms
import Foundation
import Media
import Yams

/// Reads `pack.yaml`: an algorithm as a folder describes it (docs/packs.md).
package enum PackFile {
    /// The name of a manifest in a pack's folder.
    package static let name = "pack.yaml"

    /// - Parameter folder: of the pack; it is called as the pack is.
    /// - Throws: every mistake with its line.
    package static func load(_ folder: URL) throws(SettingsFaults) -> Pack {
        let (node, reader) = try YAMLFile.load(
            folder.appending(path: name).path, as: "\(folder.lastPathComponent)/\(name)")
        let pack = PackReader(reader: reader, folder: folder.lastPathComponent).pack(node)
        guard reader.isClean, let pack else { throw reader.all }
        return pack
    }
}

extension PackFile {
    /// What is said of a folder that was named and holds no pack.
    package static func nonePacked(in folder: URL) -> SettingsFaults {
        SettingsFaults([
            SettingsFault(file: folder.path, line: nil, key: "PICULET_PACKS", problem: PackWords.nonePacked)
        ])
    }
}

/// Makes a pack of a file's tree.
struct PackReader {
    let reader: Reader
    /// The folder's own name.
    let folder: String

    func pack(_ node: Node) -> Pack? {
        let fields = reader.fields(
            node, "",
            allowed: [
                "id", "version", "name", "meaning", "looks_for", "zones", "rule", "quiet_after", "handling_hours",
                "items",
            ],
            required: ["id", "version", "name", "meaning", "looks_for", "zones", "rule"])
        let id = self.id(fields["id"])
        let version = reader.number(fields["version"], "version", in: 1...1_000_000)
        if let version, version != version.rounded() {
            reader.note(fields["version"], "version", PackWords.wholeNumber)
        }
        let name = words(fields["name"], "name")
        let meaning = words(fields["meaning"], "meaning")
        let part = fields["looks_for"].flatMap { PackPartReader(reader: reader).part($0, "looks_for") }
        let zones = self.zones(fields["zones"])
        let rule = fields["rule"].flatMap { self.rule($0, part) }
        let quiet = reader.duration(fields["quiet_after"], "quiet_after")
        let hours = reader.number(fields["handling_hours"], "handling_hours", in: 0.1...10_000)
        let items = reader.list(fields["items"], "items", atMost: 20).enumerated().compactMap {
            item($1, "items[\($0)]")
        }
        guard let id, let version, let name, let meaning, let part, let rule else { return nil }
        return Pack(
            AlgorithmProfile(
                id: id, nameZH: name.zh, nameEN: name.en, zoneKinds: zones, lastingKey: rule.key,
                lasting: rule.lasting, threshold: rule.threshold, gap: rule.gap,
                quietAfter: quiet ?? Self.usualQuiet, handlingHours: hours ?? Self.usualHours,
                measures: part.measures, steady: rule.steady, passes: part.passes),
            version: Int(version), meaning: meaning, items: items, looksFor: part)
    }

    private static let (usualQuiet, usualHours) = (Duration.seconds(10 * 60), 4.0)

    /// Ids stand in file names, addresses and metrics.
    static func isID(_ text: String) -> Bool { text.wholeMatch(of: /[a-z][a-z0-9-]{0,59}/) != nil }

    /// The folder is found by it.
    private func id(_ node: Node?) -> String? {
        guard let id = reader.text(node, "id") else { return nil }
        guard Self.isID(id) else {
            reader.note(node, "id", PackWords.wrongID(id))
            return nil
        }
        if id != folder { reader.note(node, "id", PackWords.otherFolder(id, folder)) }
        return id
    }

    private func words(_ node: Node?, _ key: String) -> Words? {
        guard let node else { return nil }
        let fields = reader.fields(node, key, allowed: ["zh", "en"], required: ["zh", "en"])
        guard let zh = reader.text(fields["zh"], "\(key).zh"), let en = reader.text(fields["en"], "\(key).en") else {
            return nil
        }
        return Words(zh: zh, en: en)
    }

    private func zones(_ node: Node?) -> Set<ZoneKind> {
        // A permit allows, an ignored place is never looked at: nothing is watched there.
        let kinds = ZoneKind.allCases.filter { $0 != .permit && $0 != .ignore }.map { ($0.rawValue, $0) }
        let zones = reader.list(node, "zones", atMost: 20)
        if let node, zones.isEmpty { reader.note(node, "zones", PackWords.zoneNeeded) }
        return Set(zones.enumerated().compactMap { reader.choice($1, "zones[\($0)]", kinds) })
    }

    private struct Rule {
        let key: AlgorithmProfile.LastingKey
        let lasting: Duration
        let gap: Duration
        let threshold: Double?
        let steady: Double?
    }

    private func rule(_ node: Node, _ part: PackPart?) -> Rule? {
        let fields = reader.fields(node, "rule", allowed: ["dwell", "hold", "gap", "threshold", "steady"])
        let dwell = reader.duration(fields["dwell"], "rule.dwell")
        let hold = reader.duration(fields["hold"], "rule.hold")
        // What passes is told as soon as it is sure.
        let passes = part?.passes ?? false
        let times = ["dwell", "hold"].count { fields[$0] != nil }
        if times > 1 || times == 0 && !passes { reader.note(node, "rule", PackWords.dwellOrHold) }
        if let part {
            let other = part.measures == .presence ? "hold" : "dwell"
            if fields[other] != nil {
                reader.note(fields[other], "rule.\(other)", PackWords.otherTime(part.name.rawValue, other))
            }
        }
        let gap = reader.duration(fields["gap"], "rule.gap")
        let threshold = part.flatMap { self.threshold(fields["threshold"], $0, at: node) }
        if let part, part.measures == .presence, fields["steady"] != nil {
            reader.note(fields["steady"], "rule.steady", PackWords.noThreshold(part.name.rawValue))
        }
        let steady = reader.number(fields["steady"], "rule.steady", in: 0.05...1)
        guard let lasting = dwell ?? hold ?? (passes ? .zero : nil) else { return nil }
        return Rule(
            key: hold == nil ? .dwell : .hold, lasting: lasting, gap: gap ?? .seconds(6), threshold: threshold,
            steady: steady)
    }

    private func threshold(_ node: Node?, _ part: PackPart, at rule: Node) -> Double? {
        if part.measures == .presence {
            if node != nil { reader.note(node, "rule.threshold", PackWords.noThreshold(part.name.rawValue)) }
            return nil
        }
        if node == nil { reader.note(rule, "rule.threshold", PackWords.thresholdNeeded(part.name.rawValue)) }
        return reader.number(node, "rule.threshold", in: part.measures.thresholds)
    }

    private func item(_ node: Node, _ key: String) -> ItemCode? {
        let fields = reader.fields(node, key, allowed: ["standard", "code"], required: ["standard", "code"])
        guard let standard = reader.text(fields["standard"], "\(key).standard"),
            let code = reader.text(fields["code"], "\(key).code")
        else { return nil }
        return ItemCode(standard: standard, code: code)
    }
}
