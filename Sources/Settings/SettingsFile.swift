import Cases
import CityAlgorithms
import Foundation
import Media
import Yams

/// Turns a configuration file into `Settings`, or into the list of all its mistakes.
struct SettingsFile {
    let path: String
    let catalog: AlgorithmCatalog

    /// A machine watches some hundred.
    private static let mostCameras = 10_000

    private var folder: URL { URL(fileURLWithPath: path).deletingLastPathComponent() }

    /// A path as the file means it: from the file's own folder on.
    func located(_ name: String) -> String { URL(fileURLWithPath: name, relativeTo: folder).standardizedFileURL.path }

    func read() throws(SettingsFaults) -> Settings {
        let (node, reader) = try YAMLFile.load(path)
        let fields = reader.fields(
            node, "",
            allowed: ["store", "evidence", "time_zone", "console", "grids", "dispatch", "cases", "score", "cameras"],
            required: ["cameras"])
        let zoneName = reader.text(fields["time_zone"], "time_zone") ?? "Asia/Shanghai"
        let timeZone = TimeZone(identifier: zoneName)
        if timeZone == nil {
            reader.note(fields["time_zone"], "time_zone", SettingsWords.noTimeZone(zoneName))
        }
        var (grids, others) = (GridTree.empty, [SettingsFaults]())
        if let name = reader.text(fields["grids"], "grids") {
            do { grids = try GridsFile.load(located(name)) } catch { others.append(error) }
        }
        let gridsKnown = others.isEmpty && fields["grids"] != nil
        let cameras = reader.list(fields["cameras"], "cameras", atMost: Self.mostCameras).enumerated().compactMap {
            index, item in
            camera(item, "cameras[\(index)]", reader, grids: gridsKnown ? grids : nil)
        }
        var dispatch: DispatchFile.Contents?
        let dispatchFile = reader.text(fields["dispatch"], "dispatch").map(located)
        let used = Set(cameras.flatMap(\.algorithms).map(\.algorithm.id))
        if let dispatchFile {
            do {
                dispatch = try DispatchFile.load(
                    dispatchFile, grids: gridsKnown ? grids : nil, catalog: catalog, used: used)
            } catch { others.append(error) }
        }
        for (id, same) in Dictionary(grouping: cameras, by: \.id) where same.count > 1 {
            reader.note(fields["cameras"], "cameras", SettingsWords.idTwice(id, same.count))
        }
        let store = located(reader.text(fields["store"], "store") ?? "data/piculet.sqlite")
        if Existing(store) ?? .file != .file { reader.note(fields["store"], "store", SettingsWords.isNoFile(store)) }
        let judged = judged(fields["score"], reader)
        let service = service(fields, store: store, reader)
        let scheme = self.scheme(fields["cases"], timeZone ?? .gmt, dispatch, cameras, reader)
        guard reader.isClean, others.isEmpty, let timeZone else {
            throw SettingsFaults(joining: [reader.all] + others)
        }
        return Settings(
            file: reader.file, folder: folder.path, store: store, service: service, timeZone: timeZone,
            catalog: catalog, grids: grids,
            cameras: cameras, judged: judged, scheme: scheme, dispatchFile: dispatchFile,
            shiftLines: dispatch?.shiftLines ?? [:])
    }

    /// How footage is judged of cameras that the file does not name.
    private func judged(_ node: Node?, _ reader: Reader) -> [Settings.Use] {
        guard let node else { return [] }
        let fields = reader.fields(node, "score", allowed: ["algorithms"], required: ["algorithms"])
        return reader.list(fields["algorithms"], "score.algorithms").enumerated().compactMap { index, item in
            use(item, "score.algorithms[\(index)]", reader, zones: nil)
        }
    }

    private func camera(_ node: Node, _ key: String, _ reader: Reader, grids: GridTree?) -> Settings.Camera? {
        let fields = reader.fields(
            node, key,
            allowed: [
                "id", "name", "source", "transport", "hosts", "grid", "location", "decode", "zones", "algorithms",
                "person", "ground", "depth",
            ],
            required: ["id"])
        let zones = reader.list(fields["zones"], "\(key).zones", atMost: 100).enumerated().compactMap { index, item in
            zone(item, "\(key).zones[\(index)]", reader)
        }
        for (id, same) in Dictionary(grouping: zones, by: \.id) where same.count > 1 {
            reader.note(fields["zones"], "\(key).zones", SettingsWords.idTwice(id, same.count))
        }
        let grid = reader.text(fields["grid"], "\(key).grid")
        if let grid, let grids, grids[grid] == nil {
            let nearest = reader.nearest(grid, among: grids.grids.lazy.map(\.id))
            reader.note(fields["grid"], "\(key).grid", DispatchWords.noGrid(grid, nearest))
        }
        var decode = DecodePolicy.keyframes
        if let text = reader.text(fields["decode"], "\(key).decode") {
            if let policy = DecodePolicy(configured: text) {
                decode = policy
            } else {
                reader.note(fields["decode"], "\(key).decode", SettingsWords.noDecodePolicy(text))
            }
        }
        let uses = reader.list(fields["algorithms"], "\(key).algorithms").enumerated().compactMap { index, item in
            use(item, "\(key).algorithms[\(index)]", reader, zones: zones)
        }
        let source = source(fields["source"], "\(key).source", reader)
        let transport = reader.choice(
            fields["transport"], "\(key).transport", SourceAddress.Transport.allCases.map { ($0.rawValue, $0) })
        let ground = GroundSection(reader: reader).ground(fields, key, zones: zones)
        guard let id = id(fields["id"], "\(key).id", reader) else { return nil }
        return Settings.Camera(
            id: id, name: reader.text(fields["name"], "\(key).name") ?? id, source: source,
            transport: transport ?? .tcp,
            hosts: reader.list(fields["hosts"], "\(key).hosts").compactMap { reader.text($0, "\(key).hosts") },
            line: node.mark?.line, grid: grid,
            location: fields["location"].flatMap {
                reader.point($0, "\(key).location", x: Point.longitudes, y: Point.latitudes)
            }, decode: decode, zones: zones, algorithms: uses,
            person: person(fields["person"], "\(key).person", reader), ground: ground)
    }

    /// Ids stand in file names, addresses of pages and metrics.
    private func id(_ node: Node?, _ key: String, _ reader: Reader) -> String? {
        guard let id = reader.text(node, key) else { return nil }
        guard id.wholeMatch(of: /[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}/) != nil else {
            reader.note(node, key, SettingsWords.wrongID(id))
            return nil
        }
        return id
    }

    private func source(_ node: Node?, _ key: String, _ reader: Reader) -> String? {
        guard let text = reader.text(node, key) else { return nil }
        do { _ = try SourceAddress.kind(of: text) } catch { reader.note(node, key, error.words) }
        return text
    }

    private func person(_ node: Node?, _ key: String, _ reader: Reader) -> (near: Double, far: Double)? {
        guard let node else { return nil }
        let fields = reader.fields(node, key, allowed: ["near", "far"], required: ["near", "far"])
        guard let near = reader.number(fields["near"], "\(key).near", in: 0.01...2),
            let far = reader.number(fields["far"], "\(key).far", in: 0.01...2)
        else { return nil }
        return (near, far)
    }

    private func zone(_ node: Node, _ key: String, _ reader: Reader) -> Zone? {
        let fields = reader.fields(
            node, key, allowed: ["id", "kind", "polygon", "allows", "when"], required: ["id", "kind", "polygon"])
        let kind = reader.choice(fields["kind"], "\(key).kind", ZoneKind.allCases.map { ($0.rawValue, $0) })
        let allows = reader.list(fields["allows"], "\(key).allows").compactMap {
            reader.choice($0, "\(key).allows", catalog.ids.map { ($0, $0) })
        }
        let when = reader.window(fields["when"], "\(key).when")
        guard let id = reader.text(fields["id"], "\(key).id"), let kind,
            let polygon = reader.polygon(fields["polygon"], "\(key).polygon", x: 0...1, y: 0...1)
        else { return nil }
        return Zone(id: id, kind: kind, polygon: polygon, allows: allows, when: when)
    }

    /// - Parameter zones: of which it may name some; nil: it names none.
    private func use(_ node: Node, _ key: String, _ reader: Reader, zones: [Zone]?) -> Settings.Use? {
        let terms = ["dwell", "hold", "threshold", "leave", "gap", "when"]
        let fields = reader.fields(
            node, key, allowed: ["use"] + (zones == nil ? terms : ["zones"] + terms + ["mode", "scale"]),
            required: ["use"])
        let named = reader.list(fields["zones"], "\(key).zones").compactMap { item -> String? in
            reader.choice(item, "\(key).zones", (zones ?? []).map { ($0.id, $0.id) })
        }
        let when = reader.window(fields["when"], "\(key).when")
        let mode = reader.choice(fields["mode"], "\(key).mode", HitMode.allCases.map { ($0.rawValue, $0) })
        let known = catalog.entries.map { (name: $0.id, value: $0) }
        guard let algorithm = reader.choice(fields["use"], "\(key).use", known) else { return nil }
        // Footage may be scored by what is there: what cannot be used is left out, and told.
        if let network = catalog.missing(for: algorithm), zones != nil {
            reader.note(fields["use"], "\(key).use", SettingsWords.networkMissing(algorithm.id, network))
        }
        let lastingKey = algorithm.profile.lastingKey
        for other in ["dwell", "hold"] where other != lastingKey.rawValue && fields[other] != nil {
            reader.note(
                fields[other], "\(key).\(other)",
                SettingsWords.otherTime(algorithm.profile.id, other, lastingKey.rawValue))
        }
        for name in ["threshold", "leave"] where algorithm.profile.threshold == nil && fields[name] != nil {
            reader.note(fields[name], "\(key).\(name)", SettingsWords.noThreshold(algorithm.profile.id))
        }
        return Settings.Use(
            algorithm: algorithm, zones: named,
            lasting: reader.duration(fields[lastingKey.rawValue], "\(key).\(lastingKey.rawValue)"),
            threshold: reader.number(
                fields["threshold"], "\(key).threshold", in: algorithm.profile.measures.thresholds),
            leave: reader.number(fields["leave"], "\(key).leave", in: 0.05...1),
            gap: reader.duration(fields["gap"], "\(key).gap"),
            scale: scale(fields["scale"], "\(key).scale", algorithm, reader),
            schedule: when, mode: mode ?? .auto)
    }

    /// Only what counts has one: a share of a zone is what it is.
    private func scale(_ node: Node?, _ key: String, _ algorithm: AlgorithmEntry, _ reader: Reader) -> Double? {
        if node != nil, algorithm.profile.measures != .persons {
            reader.note(node, key, SettingsWords.noScale(algorithm.profile.id))
        }
        return reader.number(node, key, in: Settings.Use.scales)
    }
}
