import Foundation
import FrameKernels
import Inference
import Settings
import TestSupport
import Testing

@Suite struct NetworkFileTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "models/networks")

    @Test func `every manifest that we ship can be read, and is of its folder's network`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            FileManager.default.fileExists(atPath: Self.folder.appending(path: "\($0)/network.yaml").path)
        }
        #expect(names.count >= 8)
        for name in names {
            let manifest = try NetworkFile.load(Self.folder.appending(path: "\(name)/network.yaml").path)
            #expect(manifest.id == name && !manifest.files.isEmpty && !manifest.licence.isEmpty)
        }
    }

    @Test func `what a manifest says is read`() throws {
        let manifest = try load(Self.good)
        #expect(manifest.size == .fixed(width: 416, height: 320) && manifest.fit == .padded(level: 114))
        #expect(manifest.order == .bgr && manifest.mean == [1, 2, 3] && manifest.deviation == .one)
        #expect(manifest.output == .grid(strides: [8, 16, 32]) && manifest.labels == ["person", "", "car"])
        #expect(manifest.least == 0.25 && manifest.tiles.columns == 3 && manifest.precision == .exact)
    }

    @Test func `what is cut out is read, and something must be`() throws {
        let judged =
            Self.good
            + "\ncrops: {found: {by: street, classes: [vehicle], moves: true, size: 1.2}, moving: 1.5, narrowest: 50}\n"
        let crops = try #require(try load(judged).crops)
        #expect(
            crops.found == .init(by: "street", classes: ["vehicle"], least: 0.3, isMoving: true, size: 1.2)
                && crops.moving == 1.5)
        #expect(crops.narrowest == 50 && crops.most == 8 && crops.fallbacks.isEmpty)
        let either = "\ncrops: {found: [{by: far, classes: [truck]}, {by: street, classes: [vehicle]}]}\n"
        let preferred = try #require(try load(Self.good + either).crops)
        #expect(preferred.found?.network == "far" && preferred.fallbacks.map(\.network) == ["street"])
        for (wrong, key) in [
            ("crops: {margin: 0.1}", "crops"), ("crops: {found: {by: street, classes: []}}", "crops.found.classes"),
            ("crops: {found: {classes: [vehicle]}}", "crops.found"), ("crops: {moving: far}", "crops.moving"),
            ("crops: {found: {by: street, classes: [vehicle], moves: 3}}", "crops.found.moves"),
            ("crops: {found: {by: street, classes: [vehicle], size: -1}}", "crops.found.size"),
        ] {
            let faults = #expect(throws: SettingsFaults.self) { try load(Self.good + "\n" + wrong + "\n") }
            #expect(faults?.description.contains(key) == true, "\(faults?.description ?? "none")")
        }
    }

    @Test(arguments: [
        ("order: bgr", "order: gbr", "input.order"), ("size: [416, 320]", "size: [416]", "input.size"),
        ("size: [416, 320]", "size: [416, 8]", "input.size[1]"), ("form: grid", "form: gird", "output.form"),
        ("strides: [8, 16, 32]", "strides: []", "output"), ("mean: [1, 2, 3]", "mean: [1, 2]", "input.mean"),
        ("bytes: 12", "bytes: none", "files[0].bytes"), ("name: a.onnx", "name: ../a.onnx", "files[0].name"),
        ("https://example.org", "http://example.org", "files[0].address"), ("least: 0.25", "least: 25", "least"),
        ("id: one", "made_here: perhaps\nid: one", "made_here"),
        ("id: one", "offered: [{name: a.onnx, sha256: 12, bytes: 5}]\nid: one", "offered[0].sha256"),
        (
            "id: one", "offered: [{name: a.onnx, sha256: \(String(repeating: "a", count: 64)), bytes: 5}]\nid: one",
            "offered"
        ),
        ("id: one", "idd: one", "idd"), ("columns: 3", "columns: 99", "tiles.columns"),
    ])
    func `each mistake is named with its key`(right: String, wrong: String, key: String) throws {
        let faults = #expect(throws: SettingsFaults.self) {
            try load(Self.good.replacingOccurrences(of: right, with: wrong))
        }
        #expect(faults?.description.contains(key) == true, "\(faults?.description ?? "none")")
    }

    private func load(_ text: String) throws -> NetworkManifest {
        let file = FileManager.default.temporaryDirectory.appending(path: "network-\(UUID().uuidString).yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try NetworkFile.load(file.path)
    }

    private static let good = """
        id: one
        upstream: https://example.org/one
        licence: Apache-2.0
        files:
          - name: a.onnx
            address: https://example.org/a.onnx
            sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            bytes: 12
        input: {size: [416, 320], pad: 114, order: bgr, mean: [1, 2, 3]}
        output: {form: grid, strides: [8, 16, 32]}
        classes: [person, "-", car]
        least: 0.25
        tiles: {columns: 3, rows: 2}
        precision: exact
        """
}
