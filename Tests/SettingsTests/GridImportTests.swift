import Cases
import Foundation
import Media
import Settings
import TestSupport
import Testing

@Suite struct GridImportTests {
    private func file(_ name: String, _ text: String) throws -> String {
        let file = try TemporaryFolder.make().appending(path: name)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    private func faults(_ path: String, _ reader: GridImport = GridImport(datum: .wgs84)) -> String {
        do { _ = try reader.read(path) } catch { return "\(error)" }
        return "none"
    }

    @Test func `what is written is read again, whatever the words`() throws {
        let square = Polygon([
            Point(x: 121.47, y: 31.23), Point(x: 121.48000001, y: 31.23), Point(x: 121.48, y: 31.24),
        ])
        let grids = [
            Grid(
                id: "007", name: "东: \"一\" \\ {a, b} #3", level: 1, network: "police", kind: "beat", unit: "no",
                head: "王\t某", operator: "公\u{1}司\u{85}\u{2028}", validity: Validity(from: CalendarDate("2026-01-01")),
                converted: .bd09,
                polygon: square),
            Grid(
                id: "1e3", name: "- 西", level: 2, parent: "007", network: "police", disposal: ["d 1", "d2"],
                validity: Validity(until: CalendarDate("2027-01-01"))),
            Grid(id: "d 1", name: "一", level: 1, network: "disposal"),
            Grid(id: "d2", name: "二", level: 1, network: "disposal"),
        ]
        let written = try file("grids.yaml", GridsWriter.text(grids))
        #expect(try GridsFile.load(written).grids == grids)
        #expect(try GridImport(datum: .wgs84).read(written).grids == grids)
    }

    @Test func `byte order marks before a name are none of it`() throws {
        let tree = try GridImport(datum: .wgs84).read(
            try file("t.csv", "id,name,level\n\u{FEFF}\u{FEFF}a,\u{FEFF}王\u{FEFF},1\n"))
        #expect(tree["a"]?.name == "王\u{FEFF}")
        #expect(try GridsFile.load(try file("g.yaml", GridsWriter.text(tree.grids))).grids == tree.grids)
        #expect(faults(try file("t.csv", "id,name,level\n\u{FEFF},a,1\n")).contains("id"))
    }

    @Test func `a table with quotes, other names and another datum`() throws {
        let here = Point(x: 121.5272106, y: 31.1774276)
        let there = Datum.gcj02.fromWGS84(here)
        let table = """
            \u{FEFF}编码,name,level,head,polygon,remark
            A1,"东,""一""\n二",1,王,"POLYGON ((\(there.x) \(there.y), 121.6 31.2, 121.6 31.3, \(there.x) \(there.y)))",x

            A2,西,2,,,
            """
        let reader = GridImport(datum: .gcj02, network: "police", names: ["id": "编码"])
        let tree = try reader.read(try file("t.csv", table.replacing("\n", with: "\r\n")))
        #expect(tree.grids.map(\.id) == ["A1", "A2"] && tree.grids.allSatisfy { $0.network == "police" })
        let first = try #require(tree["A1"])
        #expect(first.name.hasPrefix("东,\"一\"") && first.name.hasSuffix("二") && first.head == "王")
        #expect(first.converted == .gcj02 && tree["A2"]?.converted == nil)
        let corner = try #require(first.polygon?.points.first)
        #expect(first.polygon?.points.count == 3)
        #expect(abs(corner.x - here.x) < 1e-8 && abs(corner.y - here.y) < 1e-8)
    }

    @Test func `a map with properties, one piece of ground each`() throws {
        let map = """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"id": "a", "name": "甲", "level": 1, "head": null, "colour": 3},
             "geometry": {"type": "MultiPolygon", "coordinates": [[[[121, 31], [122, 31], [122, 32], [121, 31]]]]}},
            {"type": "Feature", "properties": {"id": "b", "name": "乙", "level": 2, "parent": "a"}, "geometry": null}]}
            """
        let tree = try GridImport(datum: .wgs84).read(try file("m.geojson", map))
        #expect(tree.grids.map(\.id) == ["a", "b"])
        #expect(tree["a"]?.polygon?.points.count == 3 && tree["a"]?.converted == nil && tree["a"]?.head == nil)
        #expect(tree.path(to: "b").map(\.name) == ["甲", "乙"])
    }

    @Test func `a field of a table lists several grids with spaces`() throws {
        let table = "id,name,level,network,disposal\nm,中,1,operation,d1 d2\nd1,处一,1,disposal,\nd2,处二,1,disposal,\n"
        let tree = try GridImport(datum: .wgs84).read(try file("t.csv", table))
        #expect(tree["m"]?.disposal == ["d1", "d2"])
    }

    @Test func `what cannot be taken over is explained`() throws {
        let table = "id,name,level,polygon,parent\nA1,一,x,\"POLYGON((1 2))\",\n,二,1,,\n"
        #expect(
            faults(try file("t.csv", table)) == """
                t.csv:2: row 2.polygon: a POLYGON ((x y, ...)) of one ring is needed
                t.csv: row 2.level: a number from 1 to 99 is needed, not 'x'
                t.csv:3: row 3.id: is missing
                """)
        #expect(
            faults(try file("t.csv", "编码,name\nA1,一\n")) == """
                t.csv:1: the columns id, level are missing; there are: 编码, name. Name others with --field ours=theirs
                """)
        #expect(faults(try file("t.csv", "id,name,level\n\"A1,一,1\n")) == "t.csv: a quote is not closed")
        #expect(
            faults(try file("m.geojson", "{\"type\": \"Point\"}"))
                == "m.geojson:1: features: is missing: a FeatureCollection is needed (RFC 7946)")
        let hole = """
            {"features": [{"properties": {"id": "a", "name": "甲", "level": 1}, "geometry": {"type": "Polygon", "coordinates":
            [[[1, 1], [2, 1], [2, 2], [1, 1]], [[1.1, 1.1], [1.2, 1.1], [1.2, 1.2], [1.1, 1.1]]]}}]}
            """
        #expect(
            faults(try file("m.json", hole)).hasSuffix(
                "features[0].geometry: a Polygon of one ring is needed; a grid has no holes"))
        #expect(faults(try file("t.xlsx", "")) == "t.xlsx: files of grids end in .yaml, .csv or .geojson")
        #expect(
            faults(try file("t.csv", "id,name,level,parent\na,甲,2,b\nb,乙,1,a\n")).contains(
                "grids run in a circle"))
    }

    @Test func `a table that is not UTF-8 is said to be so`() throws {
        let path = try TemporaryFolder.make().appending(path: "t.csv")
        // 编码 in GB 18030.
        try Data([0xB1, 0xE0, 0xC2, 0xEB, 0x0A]).write(to: path)
        #expect(faults(path.path) == "t.csv: the file is not UTF-8: save it anew as 'CSV UTF-8'")
    }
}
