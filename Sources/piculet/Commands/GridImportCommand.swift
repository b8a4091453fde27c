import ArgumentParser
import Cases
import Foundation
import Media
import Settings

/// `piculet grid import`: grids from elsewhere as `grids.yaml` has them.
struct GridImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads grids from CSV, GeoJSON or YAML and writes them as grids.yaml.",
        discussion: """
            Polygons are converted to WGS 84 and marked; a CSV has them as POLYGON ((x y, ...)) in the column 'polygon'.
            Example: piculet grid import 网格.csv --datum gcj-02 --field id=网格编码 --field name=网格名称 --output grids.yaml
            """)

    @Argument(help: "A .csv, .geojson or .yaml file in UTF-8.") var file: String
    @Option(help: "What its polygons are drawn on: \(Datum.allCases.map(\.rawValue).joined(separator: ", ")).")
    var datum: String = Datum.wgs84.rawValue
    @Option(help: "The network of grids that name none.") var network: String?
    @Option(help: "Where a field has another name there: ours=theirs; may be repeated.") var field: [String] = []
    @Option(help: "Where to write; standard output without it.") var output: String?

    func validate() throws {
        guard Datum(rawValue: datum) != nil else {
            throw ValidationError(
                "'\(datum)' is no datum. Known: \(Datum.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        for pair in field where names(pair) == nil {
            throw ValidationError(
                "'\(pair)' is not ours=theirs. Ours are: \(GridImport.fields.joined(separator: ", ")).")
        }
    }

    func run() throws {
        let pairs = field.compactMap(names)
        let reader = GridImport(
            datum: Datum(rawValue: datum) ?? .wgs84, network: network,
            names: Dictionary(pairs, uniquingKeysWith: { _, last in last }))
        let tree: GridTree
        do {
            tree = try reader.read(file)
        } catch {
            throw fail("the file has \(error.faults.count) mistake(s)\n\(error)", status: Status.wrongConfiguration)
        }
        let text = GridsWriter.text(tree.grids)
        guard let output else { return print(text, terminator: "") }
        do {
            try text.write(toFile: output, atomically: true, encoding: .utf8)
        } catch {
            throw fail("\(output) cannot be written: \(error.localizedDescription)")
        }
        print("\(tree.grids.count) grids -> \(output)")
    }

    private func names(_ pair: String) -> (String, String)? {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, GridImport.fields.contains(parts[0]) else { return nil }
        return (parts[0], parts[1])
    }
}
