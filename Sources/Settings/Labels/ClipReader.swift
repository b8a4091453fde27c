import Labels
import Media
import Yams

/// Makes a clip's labels of a file's tree, and remembers the lines of what `LabelCheck` may have to say something of.
struct ClipReader {
    let reader: Reader
    private(set) var lines: [String: Int] = [:]
    /// By list of which some items were refused: the places of the others.
    private var places: [String: [Int]] = [:]

    private static let mostZones = 1000
    private static let mostEvents = 10_000
    private static let mostCounts = 100_000
    private static let mostBoxes = 1_000_000

    init(reader: Reader) { self.reader = reader }

    /// Whether it is meant to be a clip's labels: other JSON may lie in the same folder.
    static func isClip(_ node: Node) -> Bool {
        let names = node.mapping?.compactMap { $0.key.scalar?.string } ?? []
        return !Set(names).isDisjoint(with: ["video", "events", "absent", "counts"])
    }

    /// What was refused, once the clip was read.
    var unread: UnreadKeys { UnreadKeys(reader.all.faults.map(\.key), places: places) }

    /// Where something is wrong the reader has noted it, and the value is left out.
    mutating func clip(_ node: Node) -> ClipLabels {
        remember(node, "")
        let fields = fields(
            node, "",
            allowed: [
                "video", "camera", "conditions", "scene", "zones", "events", "absent", "counts", "boxes", "note",
            ],
            required: ["video"])
        let conditions = reader.list(fields["conditions"], "conditions").enumerated().compactMap {
            reader.choice($1, "conditions[\($0)]", ClipLabels.Condition.allCases.map { ($0.rawValue, $0) })
        }
        return ClipLabels(
            video: text(fields, "video") ?? "", camera: text(fields, "camera"), conditions: conditions,
            scene: note(fields, "scene"),
            zones: each(fields, "zones", atMost: Self.mostZones) { $0.zone($1, $2) },
            events: each(fields, "events", atMost: Self.mostEvents) { $0.event($1, $2) },
            absent: each(fields, "absent") { $0.reader.text($1, $2) },
            counts: each(fields, "counts", atMost: Self.mostCounts) { $0.count($1, $2) },
            boxes: each(fields, "boxes", atMost: Self.mostBoxes) { $0.boxes($1, $2) }, note: note(fields, "note"))
    }

    private mutating func zone(_ node: Node, _ key: String) -> Zone? {
        let fields = fields(
            node, key, allowed: ["id", "kind", "polygon", "allows", "when"], required: ["id", "kind", "polygon"])
        let kind = reader.choice(fields["kind"], "\(key).kind", ZoneKind.allCases.map { ($0.rawValue, $0) })
        let points = each(fields["polygon"], "\(key).polygon") { clip, point, its in
            clip.reader.numbers(point, its, count: 2, else: SettingsWords.pointNeeded).map {
                Point(x: $0[0], y: $0[1])
            }
        }
        let allows = each(fields["allows"], "\(key).allows") { $0.reader.text($1, $2) }
        let when = reader.window(fields["when"], "\(key).when")
        guard let id = reader.text(fields["id"], "\(key).id"), let kind else { return nil }
        return Zone(id: id, kind: kind, polygon: Polygon(points), allows: allows, when: when)
    }

    private mutating func event(_ node: Node, _ key: String) -> ClipLabels.Event? {
        let fields = fields(
            node, key,
            allowed: ["algorithm", "zone", "start_s", "end_s", "tolerance_s", "box", "box_px", "note"],
            required: ["algorithm", "zone", "start_s", "end_s"])
        let tolerance = reader.seconds(fields["tolerance_s"], "\(key).tolerance_s").map {
            Duration.microseconds(MediaTime(seconds: $0).microseconds)
        }
        let place = place(fields, key)
        let algorithm = reader.text(fields["algorithm"], "\(key).algorithm")
        let zone = reader.text(fields["zone"], "\(key).zone")
        let start = reader.moment(fields["start_s"], "\(key).start_s")
        let end = reader.moment(fields["end_s"], "\(key).end_s")
        guard let algorithm, let zone, let start, let end else { return nil }
        return ClipLabels.Event(
            algorithm: algorithm, zone: zone, start: start, end: end,
            tolerance: tolerance ?? ClipLabels.Event.usualTolerance, place: place, note: note(fields, "note", in: key))
    }

    private func place(_ fields: [String: Node], _ key: String) -> ClipLabels.Place? {
        if fields["box"] != nil, let node = fields["box_px"] {
            reader.note(node, "\(key).box_px", LabelFileWords.onePlace)
        }
        if let box = reader.box(fields["box"], "\(key).box") { return .share(box) }
        let corners = reader.numbers(
            fields["box_px"], "\(key).box_px", count: 4, else: LabelFileWords.cornersNeeded)
        return corners.map { .pixels(left: $0[0], top: $0[1], right: $0[2], bottom: $0[3]) }
    }

    private mutating func count(_ node: Node, _ key: String) -> ClipLabels.Count? {
        let fields = fields(node, key, allowed: ["t_s", "persons", "by"], required: ["t_s", "persons"])
        let time = reader.moment(fields["t_s"], "\(key).t_s")
        let persons = reader.numbers(
            fields["persons"], "\(key).persons", count: 2, else: LabelFileWords.personsNeeded)
        guard let time, let persons else { return nil }
        guard let low = Int(exactly: persons[0]), let high = Int(exactly: persons[1]) else {
            reader.note(fields["persons"], "\(key).persons", LabelFileWords.personsNeeded)
            return nil
        }
        return ClipLabels.Count(time: time, low: low, high: high, by: note(fields, "by", in: key))
    }

    private mutating func boxes(_ node: Node, _ key: String) -> ClipLabels.Moment? {
        // There may be one for each thing of each frame: only the line of the whole is remembered.
        let fields = pairs(
            node, key, allowed: ["t_s", "box", "label", "track", "ignored"], required: ["t_s", "box", "label"])
        let time = reader.moment(fields["t_s"], "\(key).t_s")
        let box = reader.box(fields["box"], "\(key).box")
        let label = reader.text(fields["label"], "\(key).label")
        let track = reader.whole(fields["track"], "\(key).track", in: LabelledBox.tracks)
        let isIgnored = reader.flag(fields["ignored"], "\(key).ignored") ?? false
        guard let time, let box, let label else { return nil }
        return ClipLabels.Moment(
            time: time, box: LabelledBox(box: box, label: label, track: track, isIgnored: isIgnored))
    }
}

// Pieces
extension ClipReader {
    private mutating func remember(_ node: Node, _ key: String) {
        if let line = node.mark?.line { lines[key] = line }
    }

    /// A mapping's pairs; what is `null` and may be left out is not there.
    private func pairs(_ node: Node, _ key: String, allowed: [String], required: [String]) -> [String: Node] {
        reader.fields(node, key, allowed: allowed, required: required)
            .filter { !$1.isNothing || required.contains($0) }
    }

    /// The same, with their lines remembered.
    private mutating func fields(
        _ node: Node, _ key: String, allowed: [String], required: [String]
    ) -> [String: Node] {
        let fields = pairs(node, key, allowed: allowed, required: required)
        for (name, value) in fields { remember(value, key.isEmpty ? name : "\(key).\(name)") }
        return fields
    }

    private mutating func each<Value>(
        _ fields: [String: Node], _ key: String, atMost most: Int = 1000,
        _ read: (inout ClipReader, Node, String) -> Value?
    ) -> [Value] { each(fields[key], key, atMost: most, read) }

    private mutating func each<Value>(
        _ list: Node?, _ key: String, atMost most: Int = 1000, _ read: (inout ClipReader, Node, String) -> Value?
    ) -> [Value] {
        let nodes = reader.list(list, key, atMost: most)
        var (values, kept) = ([Value](), [Int]())
        for (index, node) in nodes.enumerated() {
            let its = "\(key)[\(index)]"
            remember(node, its)
            guard let value = read(&self, node, its) else { continue }
            values.append(value)
            kept.append(index)
        }
        if kept.count < nodes.count { places[key] = kept }
        return values
    }

    private func text(_ fields: [String: Node], _ key: String) -> String? { reader.text(fields[key], key) }

    /// Text that may be empty.
    private func note(_ fields: [String: Node], _ key: String, in owner: String = "") -> String {
        guard let node = fields[key], node.scalar?.string.isEmpty != true else { return "" }
        return reader.text(node, owner.isEmpty ? key : "\(owner).\(key)") ?? ""
    }
}
