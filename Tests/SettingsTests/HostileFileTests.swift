import Cases
import Foundation
import Media
import Settings
import TestSupport
import Testing

/// Files that nobody means well with: one clear message each, without a secret, without a trap, and while somebody waits: on
/// some of these the program went on for minutes or for ever.
@Suite struct HostileFileTests {
    private let folder: URL

    init() throws { folder = try TemporaryFolder.make() }

    private func faults(_ text: String, grids: String? = nil) throws -> SettingsFaults? {
        let file = folder.appending(path: "p.yaml")
        try Data(text.utf8).write(to: file)
        if let grids { try Data(grids.utf8).write(to: folder.appending(path: "grids.yaml")) }
        do { _ = try Settings.load(file.path) } catch { return error }
        return nil
    }

    private func messages(_ text: String) throws -> [String] { try faults(text)?.faults.map(\.description) ?? [] }

    private func imported(_ name: String, _ text: String) throws -> [String] {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        do { _ = try GridImport(datum: .wgs84).read(file.path) } catch { return error.faults.map(\.description) }
        return []
    }

    // Numbers and times

    @Test(arguments: [
        "evidence: {keep: 999999999d}\ncameras: []", "cases: {reopen_within: 999999999d}\ncameras: []",
        "cameras: [{id: a, algorithms: [{use: crowd, hold: 999999999d}]}]",
        "cameras: [{id: a, algorithms: [{use: street-stall, dwell: 999999999d}]}]",
    ])
    func `a time without a bound is refused with its line`(text: String) throws {
        let message = try #require(try messages(text).first)
        #expect(message.hasPrefix("p.yaml:1: "))
        #expect(
            message.hasSuffix("a time such as 10s, 3m or 2h is needed, of at most 36500d, not '999999999d'"))
    }

    @Test(arguments: ["999999999d", "1e300 work_day", "nan work_hour", "inf urgent_hour"])
    func `a limit without a bound is refused with its line`(limit: String) throws {
        for key in ["claim", "accept", "check_in"] {
            #expect(
                try messages("cameras: []\ncases:\n  limits: {\(key): \(limit)}") == [
                    "p.yaml:3: cases.limits.\(key): '\(limit)' is no limit; write it as 15m, 2h, or '4 work_hour'. "
                        + "Classes: urgent_hour, natural_day, work_hour, work_day"
                ])
        }
        #expect(try messages("cameras: [{id: a, decode: every 999999999d}]").count == 1)
    }

    @Test(arguments: ["inf 31", "nan 31", "121 91", "-181 31", "1e308 31"])
    func `a corner that is not on the earth is refused in a table`(pair: String) throws {
        let table = "id,name,level,polygon\na,甲,1,\"POLYGON ((\(pair), 122 31, 122 32))\"\n"
        #expect(
            try imported("t.csv", table) == [
                "t.csv:2: row 2.polygon: '\(pair)' is no place on the earth; longitudes go from -180 to 180, "
                    + "latitudes from -90 to 90"
            ])
    }

    @Test(arguments: ["inf", "nan", "1e308", "181", ".inf", ".nan"])
    func `a corner that is not on the earth is refused in a map and in YAML`(number: String) throws {
        let map = """
            {"features": [{"properties": {"id": "a", "name": "甲", "level": 1}, "geometry": {"type": "Polygon", "coordinates":
            [[[\(number), 31], [122, 31], [122, 32], [\(number), 31]]]}}]}
            """
        #expect(
            try imported("m.geojson", map).first
                == "m.geojson:2: features[0].geometry.coordinates[0][0][0]: a number from -180 to 180 is needed, not '\(number)'"
        )
        let yaml = "- {id: a, name: 甲, level: 1, polygon: [[\(number), 31], [122, 31], [122, 32]]}\n"
        #expect(
            try imported("g.yaml", yaml)
                == ["g.yaml:1: [0].polygon[0][0]: a number from -180 to 180 is needed, not '\(number)'"])
        #expect(
            try messages("cameras:\n  - {id: a, location: [\(number), 31]}").first?.hasPrefix("p.yaml:2: ") ?? false)
    }

    // Names and places

    @Test func `what a permit allows is an algorithm`() throws {
        #expect(
            try messages(
                "cameras: [{id: a, zones: [{id: p, kind: permit, polygon: [[0, 0], [1, 0], [1, 1]], allows: [street-stal]}]}]"
            ) == [
                "p.yaml:1: cameras[0].zones[0].allows: 'street-stal' is not known here; did you mean 'street-stall'? "
                    + "Known: street-stall, crowd, waterlogging, muck-truck"
            ])
    }

    @Test func `two zones of a camera have two ids`() throws {
        let zone = "{id: z, kind: road, polygon: [[0, 0], [1, 0], [1, 1]]}"
        #expect(
            try messages("cameras: [{id: a, zones: [\(zone), \(zone)]}]")
                == ["p.yaml:1: cameras[0].zones: the id 'z' stands 2 times; ids are unique"])
    }

    @Test func `a folder as the store and a file as the folder of evidence are refused`() throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "data"), withIntermediateDirectories: true)
        try Data().write(to: folder.appending(path: "pictures"))
        #expect(
            try messages("store: data\nevidence: {folder: pictures}\ncameras: []") == [
                "p.yaml:1: store: '\(folder.path)/data' is there and is no file; give the path of a file, such as "
                    + "data/piculet.sqlite",
                "p.yaml:2: evidence.folder: '\(folder.path)/pictures' is there and is no folder; give a folder",
            ])
    }

    @Test func `a pipe is not waited for`() throws {
        let pipe = folder.appending(path: "pipe.yaml").path
        #expect(mkfifo(pipe, 0o600) == 0)
        do {
            _ = try Settings.load(pipe)
            Issue.record("a pipe was read")
        } catch { #expect("\(error)" == "pipe.yaml: '\(pipe)' is no file but a folder, a pipe or a device") }
    }

    // Secrets

    private static let secret = "hu5h-Hu5h"
    private static let address = "rtsp://admin:\(secret)@10.0.0.1/live?key=\(secret)"

    @Test(arguments: [
        "cameras:\n  - {id: a, sorce: \"ADDRESS\"}", "cameras:\n  - {id: a, grid: \"ADDRESS\", transport: \"ADDRESS\"}",
        "cameras:\n  - {id: \"ADDRESS\"}", "cameras:\n  - {id: a, source: [\"ADDRESS\"]}",
        "cameras:\n  - {id: a, source: {\"ADDRESS\": 1}}", "cameras:\n  - {\"ADDRESS\": 1, id: a}",
        "\"ADDRESS\": 1\n\"ADDRESS\": 2\ncameras: []", "cameras:\n  - {id: a, source: \"ADDRESS\u{1}\"}",
        "cameras:\n  - {id: a, source: \"ADDRESS}\n", "cameras:\n  - id: a\n    source: x: ADDRESS: y\n",
        "cameras:\n  - id: a\n  source: ADDRESS\n", "cameras:\n  - {id: a, source: *ADDRESS}\n",
        "time_zone: \"ADDRESS\"\nconsole: {listen: \"ADDRESS\"}\nevidence: {keep: \"ADDRESS\", at_most: \"ADDRESS\"}\ncameras: 3",
        "cameras:\n  - {id: a, decode: \"ADDRESS\", location: [\"ADDRESS\", 1], zones: [{id: \"ADDRESS\", kind: \"ADDRESS\"}]}",
        "cases: {limits: {claim: \"ADDRESS\"}, handling: {\"ADDRESS\": 1}}\ncameras: []",
        "cameras:\n  - {id: a, source: \"admin:\(secret)@10.0.0.1/live\", grid: \"admin:\(secret)@10.0.0.1\"}",
        "cameras:\n  - {id: a, source: \"http://admin:\(secret)@h/x\"}",
        "cameras:\n  - {id: a, source: \"ftp://\(secret)@h/x\"}",
        "%ADDRESS\n---\ncameras: []", "cameras: !<ADDRESS> 3", "&ADDRESS cameras: []",
    ])
    func `a password is in no message, wherever it stands`(text: String) throws {
        let text = text.replacing("ADDRESS", with: Self.address)
        guard let found = try faults(text, grids: "[]") else { return }
        for fault in found.faults {
            #expect(!fault.words.en.contains("u5h") && !fault.words.zh.contains("u5h"), "\(fault.words)")
        }
    }

    @Test func `a line with a control character is named, not shown`() throws {
        #expect(
            try messages("cameras:\n  - {id: a,\n     source: \"\(Self.address)\u{1}\"}") == [
                "p.yaml:3: the line has a character that YAML does not allow, such as a control character; remove it"
            ])
    }

    @Test func `a key cannot steer the terminal or forge a line`() throws {
        #expect(
            try messages("\"a\\nforged\\e[31m\": 1\ncameras: []").first?.hasPrefix(
                "p.yaml:1: a\\nforged\\u{1B}[31m: this key is not known here; Known: ") ?? false)
    }

    // Size

    @Test func `aliases of aliases are refused`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            text += "a\(level): &a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
        }
        let whole = try messages(text + "cameras: *a12\n")
        let key = try messages(text.replacing("\na", with: "\n? *a0 \n: 1\na", maxReplacements: 1) + "cameras: []\n")
        #expect(
            whole == [
                "p.yaml:6: the aliases (*name) of this file stand for more than 1000000 values; write out what they "
                    + "stand for"
            ])
        #expect(key.first?.hasSuffix("a key is a plain name, not a list, a mapping or an alias") ?? false)
        #expect(
            try messages(
                "cameras:\n  - {id: a, zones: &z [{id: \"*\", kind: road, polygon: [[0, 0], [1, 0], [1, 1]]}]}\n"
                    + "  - {id: b, zones: *z}") == [])
    }

    @Test func `a file beyond any size is refused unread`() throws {
        let file = folder.appending(path: "p.yaml")
        #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
        try FileHandle(forWritingTo: file).truncate(atOffset: 900_000_000)
        do {
            _ = try Settings.load(file.path)
            Issue.record("it was read")
        } catch {
            #expect(
                "\(error)"
                    == "p.yaml: the file has 900 MB; at most 24 MB are read. Divide it, or check whether it is the "
                    + "right one.")
        }
    }

    @Test func `a quarter of a million cameras are refused`() throws {
        let cameras = (0..<250_000).map { "  - {id: c\($0)}\n" }.joined()
        let found = try messages("cameras:\n" + cameras)
        #expect(found == ["p.yaml:2: cameras: the list has 250000 entries; at most 10000 are taken"])
    }

    @Test func `thousands of unknown parents are counted, and the first hundred told`() throws {
        let grids = (0..<3000).map { "- {id: leaf-\($0), name: 叶, level: 2, parent: micro-\($0)}\n" }.joined()
        let found = try #require(try faults("grids: grids.yaml\ncameras: []", grids: grids))
        #expect(found.count == 3000)
        #expect(found.lines.count == 101 && found.lines.last?.en == "... and 2900 more")
        #expect(found.lines.last?.zh == "……另有 2900 处")
    }

    @Test func `a chain of twenty thousand parents is followed once`() throws {
        let grids = (0..<20_000).map { Grid(id: "\($0)", name: "x", level: 1, parent: "\($0 + 1)") }
        var found = 0
        do throws(GridFaults) { _ = try GridTree(grids) } catch { found = error.faults.count }
        // Each has its parent's level, and the last names one that is not there.
        #expect(found == 20_000)
    }
}
