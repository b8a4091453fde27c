import Foundation
import Media
import Settings
import Testing

@Suite struct SettingsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "piculet-settings-\(UUID().uuidString)")

    /// The messages that a configuration gives, and its settings if it gives none.
    private func load(_ text: String, grids: String? = nil) throws -> (messages: [String], settings: Settings?) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "piculet.yaml")
        try Data(text.utf8).write(to: file)
        if let grids { try Data(grids.utf8).write(to: folder.appending(path: "grids.yaml")) }
        do { return ([], try Settings.load(file.path)) } catch { return (error.faults.map(\.description), nil) }
    }

    private func camera(_ more: String) -> String { "cameras:\n  - id: gate\n    \(more)\n" }

    @Test func `an unknown key is named with its nearest`() throws {
        #expect(
            try load("camera: []\ncameras: []").messages
                == [
                    "piculet.yaml:1: camera: this key is not known here; did you mean 'cameras'? "
                        + "Known: store, evidence, time_zone, console, grids, cameras"
                ])
    }

    @Test func `a wrong type is named with what is needed`() throws {
        #expect(
            try load(camera("algorithms: [{use: crowd, threshold: many}]")).messages
                == [
                    "piculet.yaml:3: cameras[0].algorithms[0].threshold: a number from 1 to 10000 is needed, not 'many'"
                ])
        #expect(try load("cameras: none").messages == ["piculet.yaml:1: cameras: a list is needed here, not 'none'"])
    }

    @Test func `a polygon outside the picture is named`() throws {
        #expect(
            try load(camera("zones: [{id: z, kind: road, polygon: [[0, 0], [1.2, 0], [1, 1]]}]")).messages
                == ["piculet.yaml:3: cameras[0].zones[0].polygon[1][0]: a number from 0 to 1 is needed, not '1.2'"])
    }

    @Test func `an unknown zone kind is named with the known ones`() throws {
        #expect(
            try load(camera("zones: [{id: z, kind: pavment, polygon: [[0, 0], [1, 0], [1, 1]]}]")).messages
                == [
                    "piculet.yaml:3: cameras[0].zones[0].kind: 'pavment' is not known here; did you mean 'pavement'? "
                        + "Known: pavement, road, public-space, water, building, fire-lane, no-stopping, watch, permit, ignore"
                ])
    }

    @Test func `what is no YAML is named with its line`() throws {
        let messages = try load("cameras:\n  - id: [gate\n").messages
        #expect(messages == ["piculet.yaml:3: this is not YAML: did not find expected ',' or ']'"])
    }

    @Test func `an unknown grid is named with its nearest`() throws {
        let grids = "- {id: leaf-1, name: 叶, level: 1}\n"
        #expect(
            try load("grids: grids.yaml\n" + camera("grid: laef-1"), grids: grids).messages
                == ["piculet.yaml:4: cameras[0].grid: there is no grid 'laef-1'; did you mean 'leaf-1'?"])
    }

    @Test func `a circle of grids is named at its line`() throws {
        let grids = "- {id: a, name: a, level: 1, parent: b}\n- {id: b, name: b, level: 2, parent: a}\n"
        #expect(
            try load("grids: grids.yaml\ncameras: []", grids: grids).messages
                == [
                    "grids.yaml:1: a: grid 'a' has level 1 but its parent 'b' has level 2; a parent's level is smaller",
                    "grids.yaml:1: a: grids run in a circle: a -> b -> a",
                ])
    }

    @Test func `all mistakes come at once`() throws {
        let text = "time_zone: Mars/Olympus\ncameras:\n  - {id: a, decode: often}\n  - {id: b, zones: 3}\n"
        #expect(
            try load(text).messages == [
                "piculet.yaml:1: time_zone: 'Mars/Olympus' is no time zone; write it as Asia/Shanghai",
                "piculet.yaml:3: cameras[0].decode: 'often' is no decode policy; known: keyframes, full, every <time> (such as \"every 1s\")",
                "piculet.yaml:4: cameras[1].zones: a list is needed here, not '3'",
            ])
    }

    @Test func `dwell and hold belong to their algorithms`() throws {
        #expect(
            try load(camera("algorithms: [{use: crowd, dwell: 3s}, {use: street-stal}]")).messages == [
                "piculet.yaml:3: cameras[0].algorithms[0].dwell: 'crowd' has no 'dwell'; its time is 'hold'",
                "piculet.yaml:3: cameras[0].algorithms[1].use: 'street-stal' is not known here; did you mean 'street-stall'? Known: street-stall, crowd",
            ])
    }
}
