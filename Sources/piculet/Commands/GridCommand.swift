import ArgumentParser
import Cases
import Foundation
import Media
import Phrases
import Settings
import Speaking

/// `piculet grid`: the responsibility tree.
struct GridCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grid", abstract: HelpWords.gridCommand[Speech.language],
        subcommands: [Check.self, Show.self, GridImportCommand.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.gridCheck[Speech.language],
            discussion: HelpWords.example("piculet grid check --config samples/piculet.yaml")[Speech.language])

        @Option(help: HelpWords.config.help) var config: String = "piculet.yaml"

        func run() throws {
            let settings = try Configuration.load(config)
            let (tree, today) = (settings.grids, settings.today())
            for network in tree.networks {
                say(CommandWords.levels(network, tree.countsByLevel(of: network).sorted { $0.key < $1.key }))
            }
            for lack in Completeness(tree, people: settings.scheme.people, on: today).lacks {
                say(CommandWords.lack(lack))
            }
            for camera in settings.cameras where settings.assignment(of: camera, on: today).grid == nil {
                say(CommandWords.cameraWithoutGrid(camera.id))
            }
            try survey(GridSurvey(tree, on: today))
        }

        private func survey(_ survey: GridSurvey) throws {
            let (overlaps, gaps, holes) = (survey.overlaps, survey.gaps, survey.holes)
            for overlap in overlaps { say(CommandWords.overlap(overlap.grids, Self.shown(overlap.place))) }
            for gap in gaps {
                let share = String(format: "%.1f", max(100 * gap.share, 0.1))
                say(CommandWords.gap(share, gap.parent, Self.shown(gap.place)))
            }
            for hole in holes {
                let hectares = String(format: "%.1f", max(hole.area / 10_000, 0.1))
                say(CommandWords.hole(hectares, hole.network, Self.shown(hole.place)))
            }
            for network in survey.openNetworks { say(CommandWords.openRim(network)) }
            guard overlaps.isEmpty, gaps.isEmpty, holes.isEmpty else {
                throw fail(CommandWords.surveyFailed(overlaps.count, gaps.count, holes.count))
            }
        }

        private static func shown(_ place: Point) -> String { String(format: "[%.5f, %.5f]", place.x, place.y) }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpWords.gridShow[Speech.language],
            discussion: HelpWords.example("piculet grid show leaf-001 --config samples/piculet.yaml")[Speech.language])

        @Argument(help: HelpWords.gridID.help) var id: String?
        @Option(help: HelpWords.config.help) var config: String = "piculet.yaml"

        func run() throws {
            let settings = try Configuration.load(config)
            let tree = settings.grids
            guard let id else {
                for root in tree.roots { print(root, in: tree, depth: 0) }
                return
            }
            guard let grid = tree[id] else { throw fail(CommandWords.noGrid(id)) }
            say(line: tree.path(to: id).map { "\($0.name) (\($0.id))" }.joined(separator: " > "))
            say(CommandWords.grid(grid))
            say(CommandWords.gridMore(grid))
            for child in tree.children(of: id) { print(child, in: tree, depth: 1) }
            for camera in settings.cameras where settings.assignment(of: camera, on: settings.today()).grid == id {
                say(CommandWords.camera(camera.id, camera.name))
            }
        }

        private func print(_ grid: Grid, in tree: GridTree, depth: Int) {
            say(line: String(repeating: "  ", count: depth) + "\(grid.name) (\(grid.id))")
            for child in tree.children(of: grid.id) { print(child, in: tree, depth: depth + 1) }
        }
    }
}
