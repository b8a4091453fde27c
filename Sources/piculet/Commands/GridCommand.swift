import ArgumentParser
import Cases
import Foundation
import Media
import Settings

/// `piculet grid`: the responsibility tree.
struct GridCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grid", abstract: "Checks, shows and imports grids.",
        subcommands: [Check.self, Show.self, GridImportCommand.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Counts the levels; names overlaps, gaps, what grids lack and cameras without a grid.",
            discussion: "Example: piculet grid check --config samples/piculet.yaml")

        @Option(help: "The configuration (YAML).") var config: String = "piculet.yaml"

        func run() throws {
            let settings = try Configuration.load(config)
            let (tree, today) = (settings.grids, settings.today())
            for network in tree.networks {
                let counts = tree.countsByLevel(of: network).sorted { $0.key < $1.key }
                let levels = counts.map { "level \($0.key) \($0.value)" }.joined(separator: ", ")
                print("\(network): \(counts.map(\.value).reduce(0, +)) grids: \(levels)")
            }
            for lack in Completeness(tree, people: settings.scheme.people, on: today).lacks {
                print("note: grid '\(lack.grid.id)' (\(lack.grid.name)) \(Self.words(lack.what))")
            }
            for camera in settings.cameras where settings.assignment(of: camera, on: today).grid == nil {
                print("note: camera '\(camera.id)' belongs to no grid; its cases go to the duty desk")
            }
            let survey = GridSurvey(tree, on: today)
            let (overlaps, gaps) = (survey.overlaps, survey.gaps)
            for overlap in overlaps {
                print("overlap: '\(overlap.grids.joined(separator: "' and '"))' both hold \(Self.shown(overlap.place))")
            }
            for gap in gaps {
                let share = String(format: "%.1f", max(100 * gap.share, 0.1))
                print(
                    "gap: some \(share) % of '\(gap.parent)' lies in none of its grids, for example \(Self.shown(gap.place))"
                )
            }
            guard overlaps.isEmpty, gaps.isEmpty else {
                throw fail("overlaps: \(overlaps.count), gaps: \(gaps.count). Draw the polygons so that borders meet.")
            }
        }

        private static func words(_ what: Completeness.What) -> String {
            switch what {
            case .head: "has no head"
            case .disposal: "has no disposal grid; its own unit deals with its cases"
            case .fullTimeOfficer: "has no full-time officer"
            case .fresh(let days): "was looked through \(days) days ago; every half month is asked for"
            }
        }

        private static func shown(_ place: Point) -> String { String(format: "[%.5f, %.5f]", place.x, place.y) }
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
            Swift.print("network \(grid.network), operator \(grid.operator ?? "-"), \(Self.shown(grid.validity))")
            for child in tree.children(of: id) { print(child, in: tree, depth: 1) }
            for camera in settings.cameras where settings.assignment(of: camera, on: settings.today()).grid == id {
                Swift.print("camera \(camera.id) \(camera.name)")
            }
        }

        private static func shown(_ validity: Validity) -> String {
            "from \(validity.from.map(\.description) ?? "ever") until \(validity.until.map(\.description) ?? "further notice")"
        }

        private func print(_ grid: Grid, in tree: GridTree, depth: Int) {
            Swift.print(String(repeating: "  ", count: depth) + "\(grid.name) (\(grid.id))")
            for child in tree.children(of: grid.id) { print(child, in: tree, depth: depth + 1) }
        }
    }
}
