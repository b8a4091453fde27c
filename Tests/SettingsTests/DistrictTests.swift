import Cases
import Foundation
import Media
import Settings
import TestSupport
import Testing

/// The fixtures F2 to F4 of the case domain as files: `samples/districts`.
@Suite struct DistrictTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../samples/districts").standardized

    private func tree(_ name: String) throws -> GridTree {
        try GridsFile.load(Self.folder.appending(path: "\(name).yaml").path)
    }

    private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test func `F2 Jinshan: 11 towns, 37 comprehensive grids, 304 units each in one, 54 heads that cover all`() throws {
        let tree = try tree("jinshan")
        #expect(tree.countsByLevel() == [1: 1, 2: 11, 3: 37, 4: 304])
        let comprehensive = tree.grids.filter { $0.kind == "comprehensive" }
        let units = comprehensive.flatMap { tree.children(of: $0.id) }
        #expect(
            Dictionary(grouping: units, by: \.kind).mapValues(\.count)
                == ["village": 247, "block": 41, "park": 12, "building": 4])
        #expect(Set(units.map(\.id)).count == 304)
        #expect(comprehensive.allSatisfy { $0.head != nil && !tree.children(of: $0.id).isEmpty })
        #expect(comprehensive.map { $0.deputies.count + 1 }.reduce(0, +) == 54)
        // What happens in a unit is its comprehensive grid's.
        let owner = Dispatcher(tree).assign(grid: "village-001", location: nil, on: try date("2025-09-01"))
        #expect(owner.unit == "综合网格01工作站" && owner.path.count == 4)
    }

    @Test func `F3 Kangqiao: 251 micro-grids with 251 heads, 251 full-time and 269 part-time officers`() throws {
        let file = try TemporaryFolder.make().appending(path: "p.yaml")
        try Data(
            """
            grids: \(Self.folder.path)/kangqiao.yaml
            dispatch: \(Self.folder.path)/kangqiao-dispatch.yaml
            cameras: []
            """.utf8
        ).write(to: file)
        let settings = try Settings.load(file.path)
        let (tree, people) = (settings.grids, settings.scheme.people)
        #expect(
            tree.countsByLevel() == [1: 1, 2: 6, 3: 30, 4: 251, 5: 251] && tree.countsByLevel(of: "shops") == [1: 37])
        #expect(people.count { $0.roles.contains(.gridHead) } == 251)
        #expect(people.count { !$0.isPartTime && $0.roles.contains(.handler) } == 251)
        #expect(people.count(where: \.isPartTime) == 269)
        let summer = try date("2023-07-15")
        #expect(!lacks(tree, people, on: summer).contains { $0.contains("Officer") || $0.contains("fresh") })
        // The roster rule: without its full-time officer a micro-grid is named.
        let without = people.filter { $0.name != "专职007" }
        #expect(lacks(tree, without, on: summer).filter { $0.contains("Officer") } == ["micro-007 fullTimeOfficer"])
        // Blocks of shops are looked through every half month: on the 20th those of the 1st to the 4th are too old.
        let stale = lacks(tree, people, on: try date("2023-07-20")).filter { $0.contains("fresh") }
        #expect(stale.count == 12 && stale.first == "shops-01 fresh(days: 19)")
    }

    private func lacks(_ tree: GridTree, _ people: [Person], on date: CalendarDate) -> [String] {
        Completeness(tree, people: people, on: date).lacks.map { "\($0.grid.id) \($0.what)" }
    }

    @Test func `F4 Meilong: four levels, 128 middle grids onto 8 disposal grids, none without`() throws {
        let tree = try tree("meilong")
        #expect(tree.countsByLevel() == [1: 6, 2: 128, 3: 40, 4: 60] && tree.countsByLevel(of: "disposal") == [1: 8])
        #expect(!lacks(tree, [], on: try date("2020-07-01")).contains { $0.contains("disposal") })
        let micro = Dispatcher(tree).assign(grid: "micro-01", location: nil, on: try date("2020-07-01"))
        #expect(micro.unit == "处置队1" && micro.disposal == "disposal-1" && micro.path.count == 4)
        let both = tree.grids.filter { $0.disposal.count == 2 }
        #expect(both.count == 7)
    }
}
