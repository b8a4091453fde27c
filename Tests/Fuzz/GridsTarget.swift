import Cases
import Foundation
import Media
import Settings

/// Grids from elsewhere: the first byte says in which form and on which datum.
struct GridsTarget: FuzzTarget {
    private let folder: FuzzFolder

    init() throws { folder = try FuzzFolder() }

    func take(_ input: [UInt8]) {
        guard let first = input.first else { return }
        let form = ["csv", "geojson", "yaml"][Int(first) % 3]
        let datum = Datum.allCases[Int(first) / 3 % Datum.allCases.count]
        let reader = GridImport(
            datum: datum, network: first & 64 == 0 ? nil : "police", names: first & 128 == 0 ? [:] : ["id": "网格编码"])
        let tree: GridTree
        do { tree = try reader.read(folder.write("theirs.\(form)", input.dropFirst())) } catch {
            _ = error.lines.map { $0.zh + $0.en }
            return
        }
        for day in [CalendarDate(day: 0), CalendarDate(day: 20_600)] {
            _ = Completeness(tree, people: [], on: day).lacks
            let survey = GridSurvey(tree, on: day)
            _ = (survey.overlaps, survey.gaps, survey.holes, survey.openNetworks)
            for grid in tree.grids.prefix(10) {
                let ownership = Ownership(tree, grid: grid.id, location: grid.polygon?.points.first)
                _ = ownership.assignment(on: day)
            }
        }
        readAgain(tree)
    }

    /// What was imported is a file that the program reads.
    private func readAgain(_ tree: GridTree) {
        let text = GridsWriter.text(tree.grids)
        do {
            let again = try GridsFile.load(folder.write("ours.yaml", text.utf8))
            precondition(again.grids.count == tree.grids.count, "grids are lost when they are written")
            precondition(
                again.grids.map(\.id) == tree.grids.map(\.id) && again.grids.map(\.name) == tree.grids.map(\.name),
                "grids are not what was written")
        } catch {
            guard !tree.grids.isEmpty else { return }
            fatalError("what was written is not read: \(error)")
        }
    }
}
