import CityAlgorithms
import Media
import Yams

/// Reads `looks_for`: which part of the program a pack uses, and its terms.
struct PackPartReader {
    let reader: Reader

    /// In heights of a person.
    private static let sizes = 0.0...100.0
    private static let shares = 0.01...1.0

    func part(_ node: Node, _ key: String) -> PackPart? {
        guard let mapping = node.mapping else {
            _ = reader.fields(node, key, allowed: [])
            return nil
        }
        let named = mapping["part"]
        if named == nil { reader.note(node, "\(key).part", SettingsWords.isMissing) }
        let name = reader.choice(named, "\(key).part", PackPart.Name.allCases.map { ($0.rawValue, $0) })
        switch name {
        case .stillThing: return stillThing(node, key).map(PackPart.stillThing)
        case .persons: return persons(node, key).map(PackPart.persons)
        case .cells: return cells(node, key).map(PackPart.cells)
        case .passage: return passage(node, key).map(PackPart.passage)
        case nil: return nil
        }
    }

    private func stillThing(_ node: Node, _ key: String) -> StillThing.Terms? {
        let fields = reader.fields(
            node, key,
            allowed: [
                "part", "width", "height", "area", "slimmest", "joined_within", "network", "networks", "vehicle",
                "people",
            ],
            required: ["width", "height"])
        let width = range(fields["width"], "\(key).width")
        let height = range(fields["height"], "\(key).height")
        let area = reader.number(fields["area"], "\(key).area", in: Self.sizes)
        let slimmest = reader.number(fields["slimmest"], "\(key).slimmest", in: Self.sizes)
        let joined = reader.number(fields["joined_within"], "\(key).joined_within", in: Self.sizes)
        let networks = networks(fields, key)
        let vehicle = vehicle(fields["vehicle"], "\(key).vehicle")
        let people = reader.number(fields["people"], "\(key).people", in: Self.shares)
        for name in ["vehicle", "people"]
        where fields[name] != nil && fields["network"] == nil && fields["networks"] == nil {
            reader.note(fields[name], "\(key).\(name)", PackWords.networkNeeded)
        }
        guard let width, let height else { return nil }
        return StillThing.Terms(
            width: width, height: height, area: area ?? 0, slimmest: slimmest ?? 0, joinedWithin: joined ?? 0,
            networks: networks, vehicle: vehicle, people: people)
    }

    private func persons(_ node: Node, _ key: String) -> PersonCount.Terms? {
        let fields = reader.fields(node, key, allowed: ["part", "network", "networks", "recall", "precision"])
        guard let several = fields["networks"] else {
            let one = network(fields["network"], "\(key).network")
            let finder = finder(one ?? "", fields, key)
            return PersonCount.Terms(finders: one == nil ? [] : [finder])
        }
        for name in ["network", "recall", "precision"] where fields[name] != nil {
            reader.note(fields[name], "\(key).\(name)", PackWords.inNetworks(name))
        }
        noteEmpty(several, key)
        return PersonCount.Terms(
            finders: reader.list(several, "\(key).networks", atMost: 8).enumerated().compactMap { index, node in
                let key = "\(key).networks[\(index)]"
                let fields = reader.fields(node, key, allowed: ["id", "recall", "precision"], required: ["id"])
                return network(fields["id"], "\(key).id").map { finder($0, fields, key) }
            })
    }

    private func noteEmpty(_ several: Node, _ key: String) {
        if several.sequence?.isEmpty == true { reader.note(several, "\(key).networks", PackWords.networkNamed) }
    }

    private func finder(_ network: String, _ fields: [String: Node], _ key: String) -> PersonCount.Finder {
        PersonCount.Finder(
            network: network, recall: reader.number(fields["recall"], "\(key).recall", in: Self.shares) ?? 1,
            precision: reader.number(fields["precision"], "\(key).precision", in: Self.shares) ?? 1)
    }

    /// `network`, or `networks` in the order in which they are preferred.
    private func networks(_ fields: [String: Node], _ key: String) -> [String] {
        guard let several = fields["networks"] else {
            return network(fields["network"], "\(key).network").map { [$0] } ?? []
        }
        if let one = fields["network"] { reader.note(one, "\(key).network", PackWords.inNetworks("network")) }
        noteEmpty(several, key)
        return reader.list(several, "\(key).networks", atMost: 8).enumerated().compactMap {
            network($1, "\(key).networks[\($0)]")
        }
    }

    private func cells(_ node: Node, _ key: String) -> CoveredCells.Terms? {
        let fields = reader.fields(
            node, key, allowed: ["part", "network", "label", "sure", "unusual"], required: ["network", "label"])
        let sure = reader.number(fields["sure"], "\(key).sure", in: Self.shares)
        let unusual = reader.number(fields["unusual"], "\(key).unusual", in: Self.shares)
        guard let network = network(fields["network"], "\(key).network"),
            let label = reader.text(fields["label"], "\(key).label")
        else { return nil }
        return CoveredCells.Terms(network: network, label: label, sure: sure ?? 0.5, unusual: unusual)
    }

    private func passage(_ node: Node, _ key: String) -> Passage.Terms? {
        let fields = reader.fields(
            node, key, allowed: ["part", "network", "label", "size", "sure"], required: ["network", "label"])
        let size = reader.number(fields["size"], "\(key).size", in: Self.sizes)
        let sure = reader.number(fields["sure"], "\(key).sure", in: 0.51...0.99)
        guard let network = network(fields["network"], "\(key).network"),
            let label = reader.text(fields["label"], "\(key).label")
        else { return nil }
        return Passage.Terms(network: network, label: label, size: size ?? 1.2, sure: sure ?? 0.7)
    }

    /// The name of a folder.
    private func network(_ node: Node?, _ key: String) -> String? {
        guard let name = reader.text(node, key) else { return nil }
        guard PackReader.isID(name) else {
            reader.note(node, key, PackWords.wrongID(name))
            return nil
        }
        return name
    }

    /// `{never: 0.6}` or `{only: 0.5}`.
    private func vehicle(_ node: Node?, _ key: String) -> StillThing.Terms.Vehicle? {
        guard let node else { return nil }
        let fields = reader.fields(node, key, allowed: ["never", "only"])
        let never = reader.number(fields["never"], "\(key).never", in: Self.shares)
        let only = reader.number(fields["only"], "\(key).only", in: Self.shares)
        if fields.count != 1, node.mapping != nil { reader.note(node, key, PackWords.neverOrOnly) }
        return never.map { .never($0) } ?? only.map { .only($0) }
    }

    /// `[0.6, 8]`, the smaller one first.
    private func range(_ node: Node?, _ key: String) -> ClosedRange<Double>? {
        guard let node else { return nil }
        let ends = reader.list(node, key)
        guard ends.count == 2 else {
            if node.sequence != nil { reader.note(node, key, PackWords.twoNeeded) }
            return nil
        }
        guard let low = reader.number(ends[0], "\(key)[0]", in: Self.sizes),
            let high = reader.number(ends[1], "\(key)[1]", in: Self.sizes)
        else { return nil }
        guard low < high else {
            reader.note(node, key, PackWords.twoNeeded)
            return nil
        }
        return low...high
    }
}
