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
        let sight = Sight(environment: ["PICULET_OPENVINO": folder.path], program: "")
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
}
