import Foundation
import TestSupport
import Testing

@Suite struct GridCommandTests {
    private func configuration(_ grids: String) throws -> String {
        let folder = try TemporaryFolder.make()
        try grids.write(to: folder.appending(path: "grids.yaml"), atomically: true, encoding: .utf8)
        let file = folder.appending(path: "piculet.yaml")
        try "time_zone: Asia/Shanghai\ngrids: grids.yaml\ncameras: []\n".write(
            to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    @Test func `overlaps and gaps are named with a place, network by network`() throws {
        let grids = """
            - {id: town, name: 镇, level: 1, head: 王某, polygon: [[121, 31], [121.02, 31], [121.02, 31.01], [121, 31.01]]}
            - {id: a, name: 甲, level: 2, parent: town, head: 李某, polygon: [[121, 31], [121.01, 31], [121.01, 31.01], [121, 31.01]]}
            - {id: b, name: 乙, level: 2, parent: town, polygon: [[121.005, 31], [121.015, 31], [121.015, 31.01], [121.005, 31.01]]}
            - {id: beat, name: 警, level: 1, network: police, head: 张某, operator: 派出所, from: 2026-01-01, polygon: [[121, 31], [121.02, 31], [121.02, 31.01], [121, 31.01]]}
            """
        let path = try configuration(grids)
        let outcome = try Program.run(["grid", "check", "--config", path])
        #expect(outcome.status == 1)
        let lines = outcome.output.split(separator: "\n")
        #expect(
            lines == [
                "operation: 3 grids: level 1 1, level 2 2", "police: 1 grids: level 1 1",
                "note: grid 'b' (乙) has no head", "overlap: 'a' and 'b' both hold [121.01000, 31.00500]",
                "gap: some 24.9 % of 'town' lies in none of its grids, for example [121.01750, 31.00556]",
                "note: nobody drew how far the network 'police' reaches: a leaf that is missing at its rim cannot be told from "
                    + "ground that is not its own; check the rim by eye",
            ])
        #expect(outcome.errors == "piculet: overlaps: 1, gaps: 1, holes: 0. Draw the polygons so that borders meet.\n")
        let shown = try Program.run(["grid", "show", "beat", "--config", path])
        #expect(shown.output.contains("network police, operator 派出所, from 2026-01-01 until further notice\n"))
    }

    @Test func `a day that is none is explained`() throws {
        let path = try configuration("- {id: a, name: 甲, level: 1, from: 2026-02-30}\n")
        let outcome = try Program.run(["check", "--config", path])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("grids.yaml:1: [0].from: a day such as 2026-03-01 is needed, not '2026-02-30'"))
    }

    @Test func `a leaf that is missing among leaves without outlines is named`() throws {
        var leaves: [String] = []
        for (column, row) in (0..<25).map({ ($0 % 5, $0 / 5) }) where (column, row) != (2, 3) {
            let (x, y) = (121 + Double(column) / 1000, 31 + Double(row) / 1000)
            leaves.append(
                "- {id: l\(column)\(row), name: 叶, level: 2, parent: town, head: 王某, polygon: [[\(x), \(y)], "
                    + "[\(x + 0.001), \(y)], [\(x + 0.001), \(y + 0.001)], [\(x), \(y + 0.001)]]}")
        }
        let path = try configuration("- {id: town, name: 镇, level: 1, head: 王某}\n" + leaves.joined(separator: "\n"))
        let outcome = try Program.run(["grid", "check", "--config", path])
        #expect(outcome.status == 1)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(
            lines[1].wholeMatch(
                of:
                    /hole: some (0\.[89]|1\.[0-3]) ha enclosed by the leaves of 'operation' lie in none of them, for example \[121\.002\d\d, 31\.003\d\d\]/
            ) != nil, "\(lines)")
        #expect(lines[2].hasPrefix("note: nobody drew how far the network 'operation' reaches"))
        let chinese = try Program.run(["grid", "check", "--config", path, "--lang", "zh"])
        #expect(chinese.output.contains("空洞：'operation' 网内约 ") && chinese.errors.contains("空洞 1 处"))
    }

    @Test func `check names every unit that cases go to and that has nobody`() throws {
        let path = try configuration("- {id: town, name: 镇, level: 1, unit: 站}\n")
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try """
        version: a
        units: [{name: 站, grid: town}, {name: 空站}, {name: 中队}]
        people: [{name: 王某, unit: 站, roles: [handler, dispatcher], grid: town}]
        rules: [{id: all, with: [中队]}]
        """.write(to: folder.appending(path: "dispatch.yaml"), atomically: true, encoding: .utf8)
        try "grids: grids.yaml\ndispatch: dispatch.yaml\ncameras: []\n".write(
            toFile: path, atomically: true, encoding: .utf8)
        let outcome = try Program.run(["check", "--config", path])
        #expect(outcome.status == 0)
        #expect(
            outcome.output.split(separator: "\n").dropFirst().map(String.init) == [
                "note: the unit '中队' has no people: nobody takes the cases that go to it (co-handler of row 'all', by hand)",
                "note: the unit '空站' has no people: nobody takes the cases that go to it (by hand)",
            ])
    }
}
