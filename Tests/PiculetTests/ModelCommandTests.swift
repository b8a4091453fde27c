import Foundation
import TestSupport
import Testing

/// `piculet model`, as an engineer uses it who wants more networks than those made here.
@Suite struct ModelCommandTests {
    private static let shared = Program.root.deletingLastPathComponent().appending(path: "shared/models")
    private static let hasShared = FileManager.default.fileExists(atPath: shared.path)

    /// The manifests of the program, without weights.
    private func stock() throws -> URL {
        let folder = try TemporaryFolder.make()
        let networks = Program.root.appending(path: "models/networks")
        for name in try FileManager.default.contentsOfDirectory(atPath: networks.path) {
            let manifest = networks.appending(path: "\(name)/network.yaml")
            guard FileManager.default.fileExists(atPath: manifest.path) else { continue }
            let place = folder.appending(path: name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: manifest, to: place.appending(path: "network.yaml"))
        }
        return folder
    }

    private func model(_ arguments: String..., in stock: URL) throws -> Program.Outcome {
        try Program.run(["model"] + arguments, environment: ["PICULET_MODELS": stock.path])
    }

    @Test func `each network is listed with its licence, who can use it, and how it comes`() throws {
        let listed = try model("list", in: try stock())
        let rows = listed.output.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(listed.status == 0 && rows.count >= 10 && rows.allSatisfy { $0.count == 6 }, "\(listed.errors)")
        let states = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        #expect(states["lite0-street"] == "missing: make deps" && states["yolox-nano"] == "missing: pull")
        #expect(states["yolox-body-head-hand"] == "missing: pull --from FOLDER")
        let street = try #require(rows.first { $0[0] == "lite0-street" })
        #expect(street[3] == "Apache-2.0" && street[4].contains("street-stall") && street[4].contains("muck-truck"))
    }

    @Test(.enabled(if: hasShared, "../shared/models is not there"))
    func `weights come from a folder, are verified, and damage is told`() throws {
        let stock = try stock()
        let pulled = try model("pull", "yolox-nano", "--from", Self.shared.path, in: stock)
        #expect(pulled.status == 0, "\(pulled.errors)")
        #expect(pulled.output.contains("yolox-nano: 1 file(s) brought, as they should be. Licence: Apache-2.0"))
        #expect(try model("list", in: stock).output.contains("yolox-nano\there\t3.7 MB"))
        let verified = try model("verify", in: stock)
        #expect(verified.status == 0 && verified.output == "yolox-nano\tyolox_nano.onnx\tas it should be\n")
        let again = try model("pull", "yolox-nano", "--from", Self.shared.path, in: stock)
        #expect(again.output.contains("all is here and as it should be"))
        let file = stock.appending(path: "yolox-nano/yolox_nano.onnx")
        var weights = try Data(contentsOf: file)
        weights[weights.count / 2] ^= 1
        try weights.write(to: file)
        let damaged = try model("verify", "yolox-nano", in: stock)
        #expect(damaged.status == 1 && damaged.output.contains("another file of the same size"))
        #expect(damaged.errors.contains("bring them anew with `piculet model pull`"))
        #expect(try model("pull", "yolox-nano", "--from", Self.shared.path, in: stock).status == 0)
        #expect(try model("verify", "yolox-nano", in: stock).status == 0)
    }

    @Test(.enabled(if: hasShared && Program.canSee, "../shared/models, OpenVINO or the networks are not there"))
    func `a network that was pulled and cannot be opened is passed over`() throws {
        let stock = try TemporaryFolder.make().appending(path: "networks")
        try FileManager.default.copyItem(at: Program.root.appending(path: "models/networks"), to: stock)
        let id = "person-vehicle-bike-detection-crossroad-1016"
        #expect(try model("pull", id, "--from", Self.shared.path, in: stock).status == 0)
        let film = Footage.samplesFolder.appending(path: "stall.mp4").path
        func replayed() throws -> Program.Outcome {
            try Program.run(
                ["replay", film, "--algorithms", "street-stall", "--decode", "keyframes"],
                environment: Program.seeing.merging(["PICULET_MODELS": stock.path]) { $1 })
        }
        let whole = try replayed()
        #expect(whole.status == 0 && !whole.errors.contains("cannot be used"), "\(whole.errors)")
        let file = stock.appending(path: "\(id)/\(id).xml")
        let size = try Data(contentsOf: file).count
        try Data(repeating: UInt8(ascii: "x"), count: size).write(to: file)
        let damaged = try replayed()
        #expect(
            damaged.status == 0 && damaged.errors.contains("the network '\(id)' cannot be used"), "\(damaged.errors)")
    }

    @Test func `what cannot be pulled is said with what to do`() throws {
        let stock = try stock()
        let unknown = try model("pull", "yolo-nano", in: stock)
        #expect(
            unknown.status == 64
                && unknown.errors.contains("there is no network 'yolo-nano'. Did you mean 'yolox-nano'?"))
        let ours = try model("pull", "lite0-street", in: stock)
        #expect(ours.status == 1 && ours.errors.contains("is made here: run `make deps`"))
        let nowhere = try model("pull", "yolox-nano", "--from", "/nowhere", in: stock)
        #expect(nowhere.status == 1 && nowhere.errors.contains("yolox_nano.onnx (3678356 B)"))
        try Data("id: 5\n".utf8).write(to: stock.appending(path: "yolox-nano/network.yaml"))
        let broken = try model("verify", in: stock)
        #expect(broken.status == 78 && broken.errors.contains("yolox-nano/network.yaml:1:"), "\(broken.errors)")
        // The others are listed all the same.
        let listed = try model("list", in: stock)
        #expect(listed.status == 78 && listed.output.contains("yolox-nano\tits manifest has mistakes"))
        #expect(listed.output.contains("lite0-street\tmissing: make deps"))
        let nothing = try model("list", in: stock.appending(path: "nowhere"))
        #expect(nothing.status == 1 && nothing.errors.contains("there are no networks in"), "\(nothing.errors)")
    }
}
