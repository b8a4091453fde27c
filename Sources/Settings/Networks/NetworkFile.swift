import Foundation
import FrameKernels
import Inference
import Media
import Yams

/// Reads `network.yaml`: what a network is, in the folder where its weights belong (docs/networks.md).
package enum NetworkFile {
    /// The name of a manifest in a network's folder.
    package static let name = "network.yaml"

    /// Of a network's folder, which is called as the network is.
    ///
    /// - Throws: every mistake with its line.
    package static func load(in folder: URL) throws(SettingsFaults) -> NetworkManifest {
        let name = folder.lastPathComponent
        return try load(folder.appending(path: Self.name).path, as: "\(name)/\(Self.name)", folder: name)
    }

    /// - Throws: every mistake with its line.
    package static func load(_ path: String) throws(SettingsFaults) -> NetworkManifest {
        try load(path, as: nil, folder: nil)
    }

    private static func load(
        _ path: String, as shown: String?, folder: String?
    ) throws(SettingsFaults) -> NetworkManifest {
        let (node, reader) = try YAMLFile.load(path, as: shown)
        let manifest = NetworkReader(reader: reader).manifest(node)
        if let folder, let id = manifest?.id, id != folder {
            reader.note(node.mapping?["id"], "id", PackWords.otherFolder(id, folder))
        }
        guard reader.isClean, let manifest else { throw reader.all }
        return manifest
    }
}

/// Makes a network's manifest of a file's tree.
struct NetworkReader {
    let reader: Reader

    private static let sides = 32.0...4096.0
    private static let shares = 0.001...1.0

    func manifest(_ node: Node) -> NetworkManifest? {
        let fields = reader.fields(
            node, "",
            allowed: [
                "id", "upstream", "licence", "files", "offered", "made_here", "input", "output", "classes", "least",
                "overlap", "tiles",
                "precision", "trained_on", "crops",
            ], required: ["id", "upstream", "licence", "files", "input", "output"])
        let files = self.files(fields["files"], "files")
        let offered = self.files(fields["offered"], "offered")
        for (file, node) in zip(offered, reader.list(fields["offered"], "offered")) where file.address == nil {
            reader.note(node, "offered", NetworkWords.addressNeeded(file.name))
        }
        let isMadeHere = reader.flag(fields["made_here"], "made_here") ?? false
        if fields["files"] != nil, files.isEmpty { reader.note(fields["files"], "files", NetworkWords.noFiles) }
        let input = fields["input"].flatMap { self.input($0, "input") }
        let output = fields["output"].flatMap { self.output($0, "output") }
        let labels = reader.list(fields["classes"], "classes").enumerated().map { index, name in
            // `-` leaves a class out.
            reader.text(name, "classes[\(index)]").map { $0 == "-" ? "" : $0 } ?? ""
        }
        let least = reader.number(fields["least"], "least", in: Self.shares)
        let overlap = reader.number(fields["overlap"], "overlap", in: Self.shares)
        let tiles = fields["tiles"].flatMap { self.tiles($0, "tiles") }
        let crops = fields["crops"].flatMap { self.crops($0, "crops") }
        let precision = reader.choice(
            fields["precision"], "precision", Network.Precision.allCases.map { ($0.rawValue, $0) })
        guard let id = reader.text(fields["id"], "id"), let upstream = reader.text(fields["upstream"], "upstream"),
            let licence = reader.text(fields["licence"], "licence"), let input, let output
        else { return nil }
        return NetworkManifest(
            id: id, upstream: upstream, licence: licence,
            trainedOn: reader.text(fields["trained_on"], "trained_on"), files: files, offered: offered,
            isMadeHere: isMadeHere, size: input.size, fit: input.fit,
            order: input.order, mean: input.mean, deviation: input.deviation, isArea: input.isArea,
            isInterleaved: input.isInterleaved, precision: precision ?? .fast, output: output, labels: labels,
            least: least ?? 0.3, overlap: overlap ?? 0.5, tiles: tiles ?? .whole,
            crops: crops)
    }

    private func files(_ node: Node?, _ key: String) -> [WeightFile] {
        reader.list(node, key, atMost: 16).enumerated().compactMap { file($1, "\(key)[\($0)]") }
    }

    private func file(_ node: Node, _ key: String) -> WeightFile? {
        let fields = reader.fields(
            node, key, allowed: ["name", "address", "sha256", "bytes"], required: ["name", "sha256", "bytes"])
        let name = reader.text(fields["name"], "\(key).name")
        if let name, name.contains("/") || name == ".." || name.hasPrefix(".") {
            reader.note(fields["name"], "\(key).name", NetworkWords.noFileName(name))
        }
        let address = reader.text(fields["address"], "\(key).address")
        if let address, !address.hasPrefix("https://") {
            reader.note(fields["address"], "\(key).address", NetworkWords.httpsNeeded)
        }
        let sha256 = reader.text(fields["sha256"], "\(key).sha256")
        if let sha256, sha256.wholeMatch(of: /[0-9a-f]{64}/) == nil {
            reader.note(fields["sha256"], "\(key).sha256", NetworkWords.digestNeeded)
        }
        let bytes = reader.number(fields["bytes"], "\(key).bytes", in: 1...4e9)
        guard let name, let sha256, let bytes else { return nil }
        return WeightFile(name: name, address: address, sha256: sha256, bytes: Int(bytes))
    }

    private struct Input {
        var size: NetworkManifest.Size
        var fit: SampleForm.Fit
        var order: SampleForm.Order
        var mean: SIMD3<Double>
        var deviation: SIMD3<Double>
        var isArea: Bool
        var isInterleaved: Bool
    }

    private func input(_ node: Node, _ key: String) -> Input? {
        let fields = reader.fields(
            node, key,
            allowed: ["size", "pixels", "multiple", "pad", "order", "mean", "deviation", "area", "interleaved"],
            required: ["order"])
        let size = size(fields, key, at: node)
        let pad = reader.number(fields["pad"], "\(key).pad", in: 0...255)
        let order = reader.choice(
            fields["order"], "\(key).order", SampleForm.Order.allCases.map { ($0.rawValue, $0) })
        let mean = three(fields["mean"], "\(key).mean", in: 0...255) ?? .zero
        let deviation = three(fields["deviation"], "\(key).deviation", in: 0.001...1000) ?? .one
        let isArea = reader.flag(fields["area"], "\(key).area") ?? false
        let isInterleaved = reader.flag(fields["interleaved"], "\(key).interleaved") ?? false
        guard let size, let order else { return nil }
        return Input(
            size: size, fit: pad.map { .padded(level: $0) } ?? .stretched, order: order, mean: mean,
            deviation: deviation, isArea: isArea, isInterleaved: isInterleaved)
    }

    private func size(_ fields: [String: Node], _ key: String, at node: Node) -> NetworkManifest.Size? {
        if let size = fields["size"] {
            let sides = reader.list(size, "\(key).size").enumerated().compactMap {
                reader.number($1, "\(key).size[\($0)]", in: Self.sides)
            }
            guard sides.count == 2 else {
                reader.note(size, "\(key).size", NetworkWords.sizeNeeded)
                return nil
            }
            return .fixed(width: Int(sides[0]), height: Int(sides[1]))
        }
        guard let pixels = reader.number(fields["pixels"], "\(key).pixels", in: 1024...16_777_216) else {
            reader.note(node, key, NetworkWords.sizeNeeded)
            return nil
        }
        let multiple = reader.number(fields["multiple"], "\(key).multiple", in: 1...256) ?? 32
        return .fitting(pixels: Int(pixels), multiple: Int(multiple))
    }

    private func three(_ node: Node?, _ key: String, in range: ClosedRange<Double>) -> SIMD3<Double>? {
        guard let node else { return nil }
        let numbers = reader.list(node, key).enumerated().compactMap { reader.number($1, "\(key)[\($0)]", in: range) }
        guard numbers.count == 3 else {
            reader.note(node, key, NetworkWords.threeNeeded)
            return nil
        }
        return SIMD3(numbers[0], numbers[1], numbers[2])
    }

    private func output(_ node: Node, _ key: String) -> OutputForm? {
        let fields = reader.fields(node, key, allowed: ["form", "strides"], required: ["form"])
        let strides = reader.list(fields["strides"], "\(key).strides", atMost: 8).enumerated().compactMap {
            reader.number($1, "\(key).strides[\($0)]", in: 1...256).map { Int($0) }
        }
        let forms: [(name: String, value: OutputForm)] = [
            ("grid", .grid(strides: strides)), ("distances", .distances(strides: strides)), ("rows", .rows),
            ("grid-maps", .gridMaps(strides: strides)), ("middles", .middles(strides: strides)),
            ("cells", .cells(strides: strides)), ("classes", .classes), ("maps", .maps),
        ]
        let form = reader.choice(fields["form"], "\(key).form", forms)
        if let form, form.needsStrides, strides.isEmpty { reader.note(node, key, NetworkWords.stridesNeeded) }
        return form
    }

    private func tiles(_ node: Node, _ key: String) -> NetworkManifest.Tiles? {
        let fields = reader.fields(
            node, key, allowed: ["columns", "rows", "overlap"], required: ["columns", "rows"])
        let columns = reader.number(fields["columns"], "\(key).columns", in: 1...8)
        let rows = reader.number(fields["rows"], "\(key).rows", in: 1...8)
        let overlap = reader.number(fields["overlap"], "\(key).overlap", in: 0...0.5)
        guard let columns, let rows else { return nil }
        return .init(columns: Int(columns), rows: Int(rows), overlap: overlap ?? 0.1)
    }

    private func crops(_ node: Node, _ key: String) -> NetworkManifest.Crops? {
        let fields = reader.fields(
            node, key, allowed: ["found", "moving", "margin", "narrowest", "most"])
        // One network, or several in the order in which they are preferred.
        let preferred =
            fields["found"].map { node in
                node.sequence == nil
                    ? [found(node, "\(key).found")]
                    : reader.list(node, "\(key).found", atMost: 4).enumerated().map { found($1, "\(key).found[\($0)]") }
            }?.compactMap(\.self) ?? []
        let moving = reader.number(fields["moving"], "\(key).moving", in: 0...100)
        if fields["found"] == nil, fields["moving"] == nil { reader.note(node, key, NetworkWords.foundOrMoving) }
        let margin = reader.number(fields["margin"], "\(key).margin", in: 0...1)
        let narrowest = reader.number(fields["narrowest"], "\(key).narrowest", in: 1...4096)
        let most = reader.number(fields["most"], "\(key).most", in: 1...100)
        guard !preferred.isEmpty || moving != nil else { return nil }
        return .init(
            found: preferred.first, fallbacks: Array(preferred.dropFirst()), moving: moving, margin: margin ?? 0.1,
            narrowest: Int(narrowest ?? 32),
            most: Int(most ?? 8))
    }

    private func found(_ node: Node, _ key: String) -> NetworkManifest.Crops.Found? {
        let fields = reader.fields(
            node, key, allowed: ["by", "classes", "least", "moves", "size"], required: ["by", "classes"])
        let classes = reader.list(fields["classes"], "\(key).classes", atMost: 100).enumerated().compactMap {
            reader.text($1, "\(key).classes[\($0)]")
        }
        if fields["classes"] != nil, classes.isEmpty {
            reader.note(fields["classes"], "\(key).classes", NetworkWords.classNeeded)
        }
        let least = reader.number(fields["least"], "\(key).least", in: Self.shares)
        let size = reader.number(fields["size"], "\(key).size", in: 0...100)
        let isMoving = reader.flag(fields["moves"], "\(key).moves") ?? false
        return reader.text(fields["by"], "\(key).by").map {
            .init(by: $0, classes: Set(classes), least: least ?? 0.3, isMoving: isMoving, size: size ?? 0)
        }
    }
}
