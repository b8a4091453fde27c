import ArgumentParser
import Cases
import Foundation
import Media
import Phrases
import Settings
import Speaking

/// `piculet grid import`: grids from elsewhere as `grids.yaml` has them.
struct GridImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: HelpWords.importCommand[Speech.language],
        discussion: HelpWords.discussion(
            "piculet grid import 网格.csv --datum gcj-02 --field id=网格编码 --field name=网格名称 --output grids.yaml",
            HelpWords.converting)[Speech.language])

    @Argument(help: HelpWords.gridFile.help) var file: String
    @Option(help: HelpWords.datum(Datum.allCases.map(\.rawValue).joined(separator: ", ")).help)
    var datum: String = Datum.wgs84.rawValue
    @Option(help: HelpWords.network.help) var network: String?
    @Option(help: HelpWords.field.help) var field: [String] = []
    @Option(help: HelpWords.gridOutput.help) var output: String?

    func validate() throws {
        guard Datum(rawValue: datum) != nil else {
            throw wrongUsage(CommandWords.noDatum(datum, Datum.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        for pair in field where names(pair) == nil {
            throw wrongUsage(CommandWords.noPair(pair, GridImport.fields.joined(separator: ", ")))
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
            throw fail(
                CommandWords.fileMistakes(error.count), more: error.lines, status: Status.wrongConfiguration)
        }
        let text = GridsWriter.text(tree.grids)
        guard let output else { return print(text, terminator: "") }
        do {
            try text.write(toFile: output, atomically: true, encoding: .utf8)
        } catch {
            throw fail(CommandWords.notWritten(output, error.localizedDescription))
        }
        say(CommandWords.imported(tree.grids.count, output))
    }

    private func names(_ pair: String) -> (String, String)? {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, GridImport.fields.contains(parts[0]) else { return nil }
        return (parts[0], parts[1])
    }
}
