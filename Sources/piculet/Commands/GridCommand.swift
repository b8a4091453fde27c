import ArgumentParser
import Cases
import Settings

/// `piculet grid`: the responsibility tree.
struct GridCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grid", abstract: "Checks and shows the grids of a configuration.",
        subcommands: [Check.self, Show.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Counts the levels; names grids without a head and cameras without a grid.",
            discussion: "Example: piculet grid check --config samples/piculet.yaml")

        @Option(help: "The configuration (YAML).") var config: String = "piculet.yaml"

        func run() throws {
            let settings = try Configuration.load(config)
            let counts = settings.grids.countsByLevel.sorted { $0.key < $1.key }
            print(
                "\(settings.grids.grids.count) grids: \(counts.map { "level \($0.key) \($0.value)" }.joined(separator: ", "))"
            )
            for grid in settings.grids.grids where grid.head == nil {
                print("note: grid '\(grid.id)' (\(grid.name)) has no head")
            }
            for camera in settings.cameras where settings.assignment(of: camera).grid == nil {
                print("note: camera '\(camera.id)' belongs to no grid; its cases go to the duty desk")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the tree, or one grid with what is above and below it.",
            discussion: "Example: piculet grid show leaf-001 --config samples/piculet.yaml")

        @Argument(help: "The id of a grid.") var id: String?
        @Option(help: "The configuration (YAML).") var config: String = "piculet.yaml"

        func run() throws {
            let settings = try Configuration.load(config)
            let tree = settings.grids
            guard let id else {
                for root in tree.roots { print(root, in: tree, depth: 0) }
                return
            }
            guard let grid = tree[id] else { throw fail("there is no grid '\(id)'. See 'piculet grid show'.") }
            Swift.print(tree.path(to: id).map { "\($0.name) (\($0.id))" }.joined(separator: " > "))
            Swift.print("level \(grid.level), kind \(grid.kind), unit \(grid.unit ?? "-"), head \(grid.head ?? "-")")
            for child in tree.children(of: id) { print(child, in: tree, depth: 1) }
            for camera in settings.cameras where settings.assignment(of: camera).grid == id {
                Swift.print("camera \(camera.id) \(camera.name)")
            }
        }

        private func print(_ grid: Grid, in tree: GridTree, depth: Int) {
            Swift.print(String(repeating: "  ", count: depth) + "\(grid.name) (\(grid.id))")
            for child in tree.children(of: grid.id) { print(child, in: tree, depth: depth + 1) }
        }
    }
}
