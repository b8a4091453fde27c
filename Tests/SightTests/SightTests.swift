import CityAlgorithms
import Foundation
import Sight
import Testing

/// What a program sees with, by what lies on its machine.
@Suite struct SightTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "sight-\(UUID().uuidString)")
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test func `without OpenVINO the scene is all, and one sentence says so in both languages`() throws {
        let sight = Sight(environment: ["PICULET_OPENVINO": folder.path, "PICULET_PACKS": ""], program: "")
        #expect(sight.catalog.networks.isEmpty && sight.catalog.ids == AlgorithmCatalog.builtIn.ids)
        #expect(
            sight.lack?.en
                == "OpenVINO's library is not there. Algorithms that need what is missing cannot be used, or judge by what "
                + "changes in the picture alone and tell no person from a vehicle. Run `make deps`.")
        #expect(sight.lack?.zh.hasSuffix("请运行 make deps。") == true)
        try sight.open()
        #expect(sight.supplier() == nil)
    }

    @Test func `an empty name turns networks off without a word`() {
        let sight = Sight(environment: ["PICULET_OPENVINO": ""], program: "")
        #expect(sight.lack == nil && sight.catalog.networks.isEmpty)
    }

    @Test func `weights that are missing or cut short are not used`() throws {
        let network = folder.appending(path: "networks/lite0-street")
        try FileManager.default.createDirectory(at: network, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder.appending(path: "libopenvino_c.so.1"))
        let environment = [
            "PICULET_OPENVINO": folder.path, "PICULET_MODELS": folder.appending(path: "networks").path,
        ]
        #expect(Sight(environment: environment, program: "").lack?.en.contains("'lite0-street'") == true)
        let manifest = Self.root.appending(path: "models/networks/lite0-street/network.yaml")
        try FileManager.default.copyItem(at: manifest, to: network.appending(path: "network.yaml"))
        try Data("half".utf8).write(to: network.appending(path: "lite0-street.xml"))
        #expect(Sight(environment: environment, program: "").lack?.en.contains("'lite0-street'") == true)
    }

    @Test func `packs of a folder stand beside those built in, and one of the same id for them`() throws {
        let packs = folder.appending(path: "packs")
        defer { try? FileManager.default.removeItem(at: folder) }
        func put(_ id: String, as other: String, _ change: (String) -> String = { $0 }) throws {
            let text = try String(
                contentsOf: Self.root.appending(path: "models/\(id)/pack.yaml"), encoding: .utf8)
            let place = packs.appending(path: other)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data(change(text).utf8).write(to: place.appending(path: "pack.yaml"))
        }
        try put("fire-lane", as: "fire-lane")
        try put("crowd", as: "crowd") { $0.replacing("threshold: 50", with: "threshold: 20") }
        let sight = Sight(environment: ["PICULET_OPENVINO": "", "PICULET_PACKS": packs.path], program: "")
        #expect(sight.faults == nil && sight.catalog.ids == ["street-stall", "crowd", "waterlogging", "muck-truck", "fire-lane"])
        #expect(sight.catalog["crowd"]?.profile.threshold == 20)
        // Read anew; what is wrong changes nothing.
        try put("fire-lane", as: "fire-lane") { $0.replacing("dwell: 1m", with: "dwell: 2m") }
        try sight.reread()
        #expect(sight.catalog["fire-lane"]?.profile.lasting == .seconds(120))
        try put("fire-lane", as: "fire-lane") { $0.replacing("dwell: 1m", with: "dwell: soon") }
        #expect(throws: (any Error).self) { try sight.reread() }
        #expect(sight.catalog["fire-lane"]?.profile.lasting == .seconds(120))
        // At a start it is said, and the others are known.
        let later = Sight(environment: ["PICULET_OPENVINO": "", "PICULET_PACKS": packs.path], program: "")
        #expect(later.faults?.description.contains("fire-lane/pack.yaml") == true)
        #expect(later.catalog.ids == AlgorithmCatalog.builtIn.ids && later.catalog["crowd"]?.profile.threshold == 20)
        // One that is tried out stands beside the others.
        let tried = Sight(environment: ["PICULET_OPENVINO": "", "PICULET_PACKS": ""], program: "")
        #expect(try tried.tryOut(Self.root.appending(path: "models/out-of-shop").path) == "out-of-shop")
        #expect(tried.catalog.ids.last == "out-of-shop")
    }
}
