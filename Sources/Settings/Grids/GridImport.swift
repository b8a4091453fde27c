import Cases
import Foundation
import Media
import Yams

/// Takes grids over from elsewhere: `grids.yaml` of another district, tables (CSV) and maps (GeoJSON), on any datum.
package struct GridImport {
    private let datum: Datum
    private let network: String?
    /// Our names of fields, and theirs where they differ.
    private let names: [String: String]

    /// - Parameters:
    ///   - datum: what their polygons are drawn on; ours are WGS 84.
    ///   - network: of all that name none.
    ///   - names: ours to theirs, `["id": "网格编码"]`.
    package init(datum: Datum, network: String? = nil, names: [String: String] = [:]) {
        (self.datum, self.network, self.names) = (datum, network, names)
    }

    /// Which of our fields can have another name there.
    package static var fields: [String] { GridsFile.keys.filter { $0 != "converted" } }

    /// - Parameter path: a `.yaml`, `.csv` or `.geojson` (`.json`) file in UTF-8.
    package func read(_ path: String) throws(SettingsFaults) -> GridTree {
        let reader: Reader
        let read: [GridsFile.Read]
        switch URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "csv": (read, reader) = try table(path)
        case "geojson", "json":
            let file = try YAMLFile.load(path)
            reader = file.reader
            read = map(file.node, reader)
        case "yaml", "yml":
            let file = try YAMLFile.load(path)
            reader = file.reader
            read = GridsFile.grids(file.node, reader)
        default: throw Self.fault(path, nil, GridsWords.wrongEnding)
        }
        return try GridsFile.tree(read.map { (taken($0.grid), $0.line) }, reader)
    }

    private static func fault(_ path: String, _ line: Int?, _ problem: Words) -> SettingsFaults {
        let name = URL(fileURLWithPath: path).lastPathComponent
        return SettingsFaults([SettingsFault(file: name, line: line, key: "", problem: problem)])
    }

    /// With its polygon on WGS 84 and marked where it was moved, and in the network that was named.
    private func taken(_ grid: Grid) -> Grid {
        var taken = grid
        if grid.network == Grid.operation, let network { taken.network = network }
        if let polygon = grid.polygon, datum != .wgs84 {
            taken.polygon = Polygon(polygon.points.map(datum.toWGS84))
            taken.converted = datum
        }
        return taken
    }

    private func table(_ path: String) throws(SettingsFaults) -> ([GridsFile.Read], Reader) {
        guard let table = CSVTable(try TextFile.read(path)) else { throw Self.fault(path, nil, GridsWords.openQuote) }
        guard table.rows.count <= GridsFile.most else {
            throw Self.fault(path, nil, SettingsWords.tooMany(table.rows.count, GridsFile.most))
        }
        let reader = Reader(file: URL(fileURLWithPath: path).lastPathComponent)
        let missing = GridsFile.required.map { names[$0] ?? $0 }.filter { !table.names.contains($0) }
        guard missing.isEmpty else {
            throw Self.fault(path, 1, GridsWords.columnsMissing(missing, table.names))
        }
        let places = Dictionary(table.names.enumerated().map { ($1, $0) }) { first, _ in first }
        let columns = Dictionary(
            uniqueKeysWithValues: GridsFile.keys.compactMap { ours in
                places[names[ours] ?? ours].map { (ours, $0) }
            })
        let read = table.rows.compactMap { row -> GridsFile.Read? in
            var fields: [String: Node] = [:]
            for name in GridsFile.keys {
                guard let at = columns[name], at < row.fields.count, !row.fields[at].isEmpty else { continue }
                fields[name] = Node(row.fields[at])
            }
            let key = "row \(row.line)"
            var polygon: Polygon?
            if let text = fields["polygon"]?.scalar?.string {
                do throws(WellKnownText.Mistake) { polygon = try WellKnownText.polygon(text) } catch {
                    reader.note(line: row.line, "\(key).polygon", error.words)
                }
            }
            return noting(fields, reader, key, row.line) { GridsFile.grid(fields, polygon, key, reader) }
        }
        return (read, reader)
    }

    private func map(_ node: Node, _ reader: Reader) -> [GridsFile.Read] {
        guard let features = node["features"] else {
            reader.note(node, "features", GridsWords.featuresMissing)
            return []
        }
        return reader.list(features, "features", atMost: GridsFile.most).enumerated().compactMap {
            index, feature -> GridsFile.Read? in
            let key = "features[\(index)]"
            var fields: [String: Node] = [:]
            for name in GridsFile.keys where name != "polygon" {
                guard let value = feature["properties"]?[names[name] ?? name], value.null == nil else { continue }
                fields[name] = value
            }
            let polygon = shape(feature["geometry"], "\(key).geometry", reader)
            let line = feature.mark?.line
            return noting(fields, reader, "\(key).properties", line) {
                GridsFile.grid(fields, polygon, "\(key).properties", reader)
            }
        }
    }

    /// Notes what a grid must have and lacks.
    private func noting(
        _ fields: [String: Node], _ reader: Reader, _ key: String, _ line: Int?, _ grid: () -> Grid?
    ) -> GridsFile.Read? {
        for name in GridsFile.required where fields[name] == nil {
            let theirs = names[name] ?? name
            reader.note(line: line, "\(key).\(theirs)", SettingsWords.isMissing)
        }
        return grid().map { ($0, line) }
    }

    private func shape(_ geometry: Node?, _ key: String, _ reader: Reader) -> Polygon? {
        guard let geometry, geometry.null == nil else { return nil }
        var rings = geometry["coordinates"]
        switch geometry["type"]?.string {
        case "Polygon": break
        case "MultiPolygon" where rings?.sequence?.count == 1: rings = rings?[0]
        case let type:
            reader.note(geometry, key, GridsWords.oneRingNeeded(type))
            return nil
        }
        guard let rings, rings.sequence?.count == 1, let ring = rings[0] else {
            reader.note(geometry, key, GridsWords.noHoles)
            return nil
        }
        guard let drawn = reader.polygon(ring, "\(key).coordinates[0]", x: Point.longitudes, y: Point.latitudes)
        else { return nil }
        guard let polygon = Polygon(ring: drawn.points) else {
            reader.note(geometry, key, GridsWords.threeCorners)
            return nil
        }
        return polygon
    }
}

extension WellKnownText.Mistake {
    var words: Words {
        switch self {
        case .noRing: GridsWords.polygonNeeded
        case .notOnEarth(let pair): GridsWords.notOnEarth(pair)
        }
    }
}
