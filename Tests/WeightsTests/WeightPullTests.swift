import Foundation
import Media
import TestSupport
import Testing
import Video
import Weights

/// Weights are brought from where their owner offers them, or from a folder; what is no such file is not kept.
@Suite(.serialized) struct WeightPullTests {
    private let weights = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) })

    private func sha256(_ data: Data) -> String { Digest.sha256(data) }

    /// A network with one file, in a stock of its own.
    private func listed(
        _ name: String = "net.onnx", bytes: Int? = nil, sha256: String? = nil, address: String? = nil,
        offered: String = ""
    ) throws -> ListedNetwork {
        let stock = try TemporaryFolder.make()
        let folder = stock.appending(path: "net")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let manifest = """
            id: net
            upstream: https://example.org/net
            licence: Apache-2.0
            files:
              - name: \(name)
                sha256: \(sha256 ?? self.sha256(weights))
                bytes: \(bytes ?? weights.count)
            \(address.map { "    address: \($0)" } ?? "")
            \(offered)
            input: {size: [64, 64], order: rgb}
            output: {form: rows}
            """
        try Data(manifest.utf8).write(to: folder.appending(path: "network.yaml"))
        return try NetworkStock(chosen: stock.path, program: "").listed("net")
    }

    private func pull(_ network: ListedNetwork, from source: WeightPull.Source = .owner) throws -> Int {
        try WeightPull(network).pull(from: source) { _, _ in }
    }

    /// What is said where a pull fails.
    private func refusal(_ network: ListedNetwork, from source: WeightPull.Source = .owner) -> String {
        do {
            _ = try pull(network, from: source)
            return "nothing was wrong"
        } catch let fault as WeightFault { return fault.words.en } catch { return "\(error)" }
    }

    private func isHere(_ network: ListedNetwork, _ name: String = "net.onnx") -> Bool {
        (try? Data(contentsOf: network.folder.appending(path: name))) == weights
    }

    /// Nothing lies beside the manifest but these.
    private func files(_ network: ListedNetwork) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: network.folder.path).filter { $0 != "network.yaml" }
            .sorted()
    }

    @Test func `what the owner offers is brought once`() throws {
        let owner = try Owner()
        defer { owner.stop() }
        try owner.offer(weights, as: "net.onnx")
        let network = try listed(address: owner.address(of: "net.onnx"))
        #expect(network.filesHere == nil)
        #expect(try pull(network) == 1 && isHere(network) && network.filesHere != nil)
        #expect(try pull(network) == 0)
        #expect(try files(network) == ["net.onnx"])
        #expect(try network.verified().map(\.state) == [.whole])
    }

    @Test func `a pull that broke off goes on where it did`() throws {
        let owner = try Owner()
        defer { owner.stop() }
        try owner.offer(weights, as: "broken-net.onnx")
        let network = try listed(address: owner.address(of: "broken-net.onnx"))
        #expect(refusal(network).contains("cannot be pulled from https://localhost"))
        let part = network.folder.appending(path: "net.onnx.part")
        let had = try Data(contentsOf: part)
        #expect(had == weights.prefix(had.count) && !had.isEmpty && had.count < weights.count)
        // The owner has half of it alone now: the rest must come from what is here.
        try owner.offer(Data(repeating: 0, count: had.count) + weights.dropFirst(had.count), as: "broken-net.onnx")
        #expect(try pull(network) == 1 && isHere(network))
        #expect(try files(network) == ["net.onnx"])
    }

    @Test func `an owner who cannot go on in the middle is asked for all of it`() throws {
        let owner = try Owner()
        defer { owner.stop() }
        try owner.offer(weights, as: "whole-net.onnx")
        let network = try listed(address: owner.address(of: "whole-net.onnx"))
        try weights.prefix(1000).write(to: network.folder.appending(path: "net.onnx.part"))
        #expect(try pull(network) == 1 && isHere(network))
    }

    @Test func `another file of the same size is named by its digest and not kept`() throws {
        let owner = try Owner()
        defer { owner.stop() }
        try owner.offer(Data(weights.reversed()), as: "net.onnx")
        let network = try listed(address: owner.address(of: "net.onnx"))
        let said = refusal(network)
        #expect(said.contains(sha256(Data(weights.reversed()))) && said.contains("Nothing was kept"))
        #expect(try files(network) == [])
    }

    @Test func `a larger file than the manifest says is not taken`() throws {
        let owner = try Owner()
        defer { owner.stop() }
        try owner.offer(weights + weights, as: "net.onnx")
        let network = try listed(address: owner.address(of: "net.onnx"))
        #expect(refusal(network).contains("(63)"))
        #expect(!isHere(network) && network.filesHere == nil)
    }

    @Test func `what is not there, and what leads away from HTTPS, is refused with the reason`() throws {
        let owner = try Owner()
        defer { owner.stop() }
        try owner.offer(weights, as: "net.onnx")
        let absent = refusal(try listed(address: owner.address(of: "absent.onnx")))
        #expect(absent.contains("404") && absent.contains("--from") && !absent.contains("Run it again"))
        #expect(refusal(try listed(address: owner.address(of: "moved-net.onnx"))).lowercased().contains("protocol"))
        #expect(
            refusal(try listed()).contains("has no address to pull from; get its files from https://example.org/net"))
    }

    @Test func `a folder may hold the files, or a folder called as the network`() throws {
        let (own, shared) = (try TemporaryFolder.make(), try TemporaryFolder.make())
        try weights.write(to: own.appending(path: "net.onnx"))
        let inside = shared.appending(path: "net")
        try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
        try weights.write(to: inside.appending(path: "net.onnx"))
        // As a folder that others share is laid.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o444], ofItemAtPath: inside.appending(path: "net.onnx").path)
        for folder in [own, shared] {
            let network = try listed()
            #expect(try pull(network, from: .folder(folder)) == 1 && isHere(network))
        }
        let empty = refusal(try listed(), from: .folder(try TemporaryFolder.make()))
        #expect(empty.contains("net.onnx (300000 B)"))
    }

    @Test func `either edition of a network will do`() throws {
        let other = Data(weights.reversed().dropLast(5))
        let offered = """
            offered:
              - {name: net.onnx, address: "https://localhost/net", sha256: \(sha256(other)), bytes: \(other.count)}
            """
        let network = try listed(offered: offered)
        let folder = try TemporaryFolder.make()
        try other.write(to: folder.appending(path: "net.onnx"))
        #expect(try pull(network, from: .folder(folder)) == 1)
        #expect(network.filesHere?.first?.bytes == other.count)
        #expect(try network.verified().map(\.state) == [.whole])
    }

    @Test func `where one edition is here another is not fetched`() throws {
        let offered = """
            offered:
              - {name: net.onnx, address: "https://localhost:1/net", sha256: \(sha256(Data([1, 2]))), bytes: 2}
            """
        let network = try listed(offered: offered)
        try weights.write(to: network.folder.appending(path: "net.onnx"))
        #expect(try pull(network) == 0 && isHere(network))
    }

    @Test func `of several files all are taken or none`() throws {
        let owner = try Owner()
        defer { owner.stop() }
        try owner.offer(weights, as: "net.onnx")
        let absent = """
              - {name: net.bin, address: "\(owner.address(of: "net.bin"))", sha256: \(sha256(Data([1, 2]))), bytes: 2}
            """
        let network = try listed(address: owner.address(of: "net.onnx"), offered: absent)
        let old = Data("of another edition".utf8)
        try old.write(to: network.folder.appending(path: "net.onnx"))
        #expect(refusal(network).contains("net.bin cannot be pulled"))
        #expect(try Data(contentsOf: network.folder.appending(path: "net.onnx")) == old)
        try owner.offer(Data([1, 2]), as: "net.bin")
        #expect(try pull(network) == 2 && isHere(network))
        #expect(try files(network) == ["net.bin", "net.onnx"])
    }

    @Test func `damage is told file by file`() throws {
        let network = try listed()
        let file = network.folder.appending(path: "net.onnx")
        #expect(try network.verified().map(\.state) == [.missing])
        try weights.dropLast().write(to: file)
        #expect(try network.verified().map(\.state) == [.otherSize(weights.count - 1)])
        try Data(weights.reversed()).write(to: file)
        #expect(try network.verified().map(\.state) == [.otherContents])
    }

    @Test func `a program that is not installed is named with its package`() {
        #expect {
            try OutsideProgram("no-such-program").run([])
        } throws: {
            ($0 as? WeightFault)?.words.en
                == "there is no program no-such-program; run `apt-get install no-such-program`, or take the files from a folder with --from"
        }
    }
}
