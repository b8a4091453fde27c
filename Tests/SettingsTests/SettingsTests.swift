import CityAlgorithms
import Foundation
import Media
import Settings
import TestSupport
import Testing

@Suite struct SettingsTests {
    private let folder: URL

    init() throws { folder = try TemporaryFolder.make() }

    /// The messages that a configuration gives, and its settings if it gives none.
    private func load(
        _ text: String, grids: String? = nil, catalog: AlgorithmCatalog = .builtIn
    ) throws -> (messages: [String], settings: Settings?) {
        let file = folder.appending(path: "piculet.yaml")
        try Data(text.utf8).write(to: file)
        if let grids { try Data(grids.utf8).write(to: folder.appending(path: "grids.yaml")) }
        do { return ([], try Settings.load(file.path, catalog: catalog)) } catch {
            return (error.faults.map(\.description), nil)
        }
    }

    private func camera(_ more: String) -> String { "cameras:\n  - id: gate\n    \(more)\n" }

    @Test func `an unknown key is named with its nearest`() throws {
        #expect(
            try load("camera: []\ncameras: []").messages
                == [
                    "piculet.yaml:1: camera: this key is not known here; did you mean 'cameras'? "
                        + "Known: store, evidence, time_zone, console, grids, dispatch, cases, score, cameras"
                ])
    }

    @Test func `how footage is judged whose camera is not configured stands under score`() throws {
        let settings = try load(
            "cameras: []\nscore: {algorithms: [{use: crowd, threshold: 15, hold: 5s}, {use: street-stall, dwell: 10s}]}"
        ).settings
        let judged = try #require(settings?.judged)
        #expect(judged.map(\.algorithm.id) == ["crowd", "street-stall"] && judged.map(\.threshold) == [15, nil])
        #expect(judged.map(\.lasting) == [.seconds(5), .seconds(10)])
        #expect(
            try load("cameras: []\nscore: {algorithms: [{use: crowd, zones: [kerb], dwell: 10s}]}").messages == [
                "piculet.yaml:2: score.algorithms[0].zones: this key is not known here; "
                    + "Known: use, dwell, hold, threshold, leave, gap, when",
                "piculet.yaml:2: score.algorithms[0].dwell: 'crowd' has no 'dwell'; its time is 'hold'",
            ])
    }

    @Test func `hysteresis and gap may be said of a use, where they mean something`() throws {
        let settings = try load(
            "cameras: []\nscore: {algorithms: [{use: crowd, leave: 0.65, gap: 1500ms}, {use: street-stall}]}"
        )
        .settings
        let judged = try #require(settings?.judged)
        #expect(judged.map(\.leave) == [0.65, nil] && judged.map(\.gap) == [.milliseconds(1500), nil])
        #expect(
            try load(camera("algorithms: [{use: crowd, leave: 1.2, gap: 0s}, {use: street-stall, leave: 0.8}]"))
                .messages
                == [
                    "piculet.yaml:3: cameras[0].algorithms[0].leave: a number from 0.05 to 1 is needed, not '1.2'",
                    "piculet.yaml:3: cameras[0].algorithms[0].gap: a time such as 10s, 3m or 2h is needed, of at most 36500d, not '0s'",
                    "piculet.yaml:3: cameras[0].algorithms[1].leave: 'street-stall' has no threshold",
                ])
    }

    @Test func `a scale is a camera's own, and only what counts has one`() throws {
        #expect(try load(camera("algorithms: [{use: crowd, scale: 1.5}]")).messages == [])
        #expect(
            try load(camera("algorithms: [{use: crowd, scale: 9}, {use: street-stall, scale: 2}]")).messages
                == [
                    "piculet.yaml:3: cameras[0].algorithms[0].scale: a number from 0.2 to 5 is needed, not '9'",
                    "piculet.yaml:3: cameras[0].algorithms[1].scale: 'street-stall' counts nothing, so it has no scale; leave it out",
                ])
        let judged = try load("cameras: []\nscore: {algorithms: [{use: crowd, scale: 2}]}").messages
        #expect(judged.count == 1 && judged[0].contains("scale"))
    }

    @Test func `an algorithm whose network this program cannot run is refused`() throws {
        let needy = AlgorithmEntry(Pack.streetStall.profile, needs: LookNeeds(networks: ["carts"])) {
            StillThing(zone: $0, .init(width: 1...2, height: 1...2, area: 0))
        }
        let text = camera("algorithms: [{use: street-stall}]")
        #expect(
            try load(text, catalog: AlgorithmCatalog([needy])).messages
                == [
                    "piculet.yaml:3: cameras[0].algorithms[0].use: 'street-stall' needs the network 'carts', "
                        + "which this program cannot run"
                ])
        #expect(try load(text, catalog: AlgorithmCatalog([needy], networks: ["carts"])).messages == [])
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
                        + "Known: pavement, road, public-space, water, building, fire-lane, no-stopping, shop-front, watch, permit, "
                        + "ignore"
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
                "piculet.yaml:3: cameras[0].decode: 'often' is no decode policy; known: keyframes, burst, full, every <time> (such as \"every 1s\")",
                "piculet.yaml:4: cameras[1].zones: a list is needed here, not '3'",
            ])
    }

    @Test func `dwell and hold belong to their algorithms`() throws {
        #expect(
            try load(camera("algorithms: [{use: crowd, dwell: 3s}, {use: street-stal}]")).messages == [
                "piculet.yaml:3: cameras[0].algorithms[0].dwell: 'crowd' has no 'dwell'; its time is 'hold'",
                "piculet.yaml:3: cameras[0].algorithms[1].use: 'street-stal' is not known here; did you mean 'street-stall'? Known: street-stall, crowd, waterlogging, muck-truck",
            ])
    }
}

@Suite struct ServiceSettingsTests {
    private let folder: URL

    init() throws { folder = try TemporaryFolder.make() }

    private func load(_ text: String) throws -> Result<Settings, SettingsFaults> {
        let file = folder.appending(path: "piculet.yaml")
        try Data(text.utf8).write(to: file)
        return Result { () throws(SettingsFaults) in try Settings.load(file.path) }
    }

    private func messages(_ text: String) throws -> [String] {
        if case .failure(let faults) = try load(text) { faults.faults.map(\.description) } else { [] }
    }

    @Test func `paths begin beside the file and have their usual places`() throws {
        let settings = try load("cameras: []").get()
        #expect(settings.store == folder.appending(path: "data/piculet.sqlite").path)
        #expect(settings.service.evidence.folder == folder.appending(path: "data/evidence").path)
        #expect(settings.service.listen == .init(host: "127.0.0.1", port: 8321))
        let other = try load("store: /var/lib/p.sqlite\nevidence: {folder: e, keep: 7d, at_most: 2GB}\ncameras: []")
            .get()
        #expect(other.store == "/var/lib/p.sqlite" && other.service.evidence.folder == folder.appending(path: "e").path)
        #expect(other.service.evidence.keep == .seconds(7 * 86400))
        #expect(other.service.evidence.atMost == ByteCount(bytes: 2_000_000_000))
    }

    @Test func `an address that others can reach is refused until there is a login`() throws {
        #expect(
            try messages("console: {listen: \"0.0.0.0:8321\"}\ncameras: []") == [
                "piculet.yaml:1: console.listen: the console has no login yet, so it listens on this machine alone; "
                    + "write 127.0.0.1:8321, not '0.0.0.0:8321'"
            ])
        #expect(
            try messages("console: {listen: \"127.999.1.1:8321\"}\ncameras: []") == [
                "piculet.yaml:1: console.listen: the console has no login yet, so it listens on this machine alone; "
                    + "write 127.0.0.1:8321, not '127.999.1.1:8321'"
            ])
        #expect(
            try messages("console: {listen: here}\ncameras: []") == [
                "piculet.yaml:1: console.listen: an address with a port is needed, such as 127.0.0.1:8321, not 'here'"
            ])
    }

    @Test func `sizes, sources and ids are checked`() throws {
        #expect(
            try messages("evidence: {at_most: much}\ncameras:\n  - {id: a/b}\n  - {id: b, source: \"ftp://h\"}\n") == [
                "piculet.yaml:3: cameras[0].id: an id has up to 64 letters, digits, dots, dashes and underscores, not 'a/b'",
                "piculet.yaml:4: cameras[1].source: sources of the kind 'ftp' are not known; known: \(SourceKind.allowed)",
                "piculet.yaml:1: evidence.at_most: a size such as 500MB or 50GB is needed, not 'much'",
            ])
    }

    @Test func `a source that is a folder, a pipe or a device is refused by its kind`() throws {
        let folder = try TemporaryFolder.make()
        let pipe = folder.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "link").path, withDestinationPath: pipe)
        let film = folder.appending(path: "film.mp4").path
        try Data("x".utf8).write(to: URL(fileURLWithPath: film))
        let settings = try load(
            """
            cameras:
              - {id: folder, source: "\(folder.path)"}
              - {id: pipe, source: "\(pipe)"}
              - {id: link, source: "\(folder.path)/link"}
              - {id: device, source: /dev/zero}
              - {id: missing, source: "\(folder.path)/none.mp4"}
              - {id: film, source: "\(film)"}

            """
        ).get()
        let refused = settings.unreadableSources([:]).map { "\($0.key) \($0.problem.en)" }
        let pipes = "is a pipe or a device; only a regular file can be read and looped"
        #expect(
            refused == [
                "camera 'folder'.source '\(folder.path)' is a folder; name a video in it",
                "camera 'pipe'.source '\(pipe)' \(pipes)", "camera 'link'.source '\(folder.path)/link' \(pipes)",
                "camera 'device'.source '/dev/zero' \(pipes)",
            ])
        do {
            _ = try settings.addresses([:])
            Issue.record("they were taken")
        } catch { #expect(error.faults.count == 5 && error.faults[4].problem.en.hasPrefix("there is no file")) }
    }

    @Test func `missing secrets, files and sources come all at once, and no secret in them`() throws {
        let settings = try load(
            "cameras:\n  - {id: a, source: \"rtsp://u:${A_PASSWORD}@h/1\"}\n  - {id: b, source: gone.mp4}\n  - {id: c}\n"
                + "  - {id: d, source: \"rtsp://u:${D_PASSWORD}@h/1\"}\n"
        ).get()
        do {
            _ = try settings.addresses(["D_PASSWORD": "hush"])
            Issue.record("three mistakes were overlooked")
        } catch {
            #expect(
                error.faults.map(\.description) == [
                    "piculet.yaml:2: camera 'a'.source: the environment has no 'A_PASSWORD'; set it before Piculet starts",
                    "piculet.yaml:3: camera 'b'.source: there is no file '\(folder.path)/gone.mp4'",
                    "piculet.yaml:4: camera 'c'.source: is missing: the daemon needs it",
                ])
        }
    }
}
