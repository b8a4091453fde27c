import Foundation
import FrameKernels
import Inference
import Measures
import Media
import Testing
import Video

/// The networks see what their owners say that they see: the port of their inputs and outputs is right.
@Suite(.enabled(if: Eyes.hasWeights, "\(Eyes.noWeights)"))
struct ParityTests {
    /// Of public implementations on the same 128 pictures, as shared/README.md has them.
    @Test(arguments: [("yolox-nano", 0.340), ("picodet-s-416", 0.350)])
    func `average precision on COCO is the published network's`(id: String, wanted: Double) throws {
        // COCO counts whatever is detected at all.
        let network = try Eyes.network(id) { $0.least = 0.005 }
        let labels = network.manifest.labels
        let ap = try Self.precision(of: network) { labels[$0] }.ap.orFail("truths")
        #expect(abs(ap - wanted) <= 0.005, "AP \(ap)")
    }

    @Test func `the street's network finds persons in 8-bit integers as well as in floats`() throws {
        // COCO's first class; its others lump together what COCO keeps apart.
        // The first forty pictures set the ranges of the integers.
        func persons(_ network: ObjectNetwork) throws -> Double {
            try Self.precision(of: network, from: 40) { $0 == 0 ? "person" : nil }.ap50.orFail("truths")
        }
        let made = Eyes.root.appending(path: "models/networks/lite0-street/lite0-street.bin").path
        try #require(FileManager.default.fileExists(atPath: made), "else floats are held to themselves")
        let rounded = try persons(try Eyes.network("lite0-street") { $0.least = 0.005 })
        let floats = try persons(try Eyes.network("lite0-street", isShared: true) { $0.least = 0.005 })
        #expect(floats > 0.3 && rounded >= floats - 0.005, "AP50 \(rounded), in floats \(floats)")
    }

    /// On the 128 pictures of COCO.
    ///
    /// - Parameters:
    ///   - first: so many pictures are left out.
    ///   - label: of each class of COCO what the network calls it; nil: it is left out.
    private static func precision(of network: ObjectNetwork, from first: Int = 0, _ label: (Int) -> String?) throws
        -> BoxPrecision
    {
        let finder = ObjectFinder(network)
        let folder = Eyes.shared.appending(path: "images/coco-val128")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jpg") }
        #expect(names.count == 128)
        return BoxPrecision(
            try names.sorted().dropFirst(first).map { name in
                let path = folder.appending(path: name)
                let found = try Eyes.withPicture(path.path) { try finder.objects(in: $0) }
                return .init(
                    detections: found.map { .init(category: $0.label, box: .init($0.box), score: $0.score) },
                    truths: try truths(path, label).map { .init(category: $0.0, box: $0.1) })
            })
    }

    @Test func `bodies and heads are counted as the reference counts them`() throws {
        let network = try Eyes.network("yolox-body-head-hand") { ($0.precision, $0.tiles) = (.exact, .whole) }
        let finder = ObjectFinder(network)
        let wanted = try Eyes.reference("counts", as: [String: [Int]].self)
        var (bodies, heads) = ((given: 0, wanted: 0), (given: 0, wanted: 0))
        for (name, counts) in wanted {
            let path = Eyes.shared.appending(path: "images/coco-val128/\(name)").path
            let labels = try Eyes.withPicture(path) { try finder.objects(in: $0) }.map(\.label)
            bodies.given += labels.count { $0 == "body" }
            heads.given += labels.count { $0 == "head" }
            bodies.wanted += counts[0]
            heads.wanted += counts[1]
        }
        #expect(wanted.count == 128 && bodies.wanted > 100)
        #expect(abs(Double(bodies.given - bodies.wanted)) <= 0.01 * Double(bodies.wanted))
        #expect(abs(Double(heads.given - heads.wanted)) <= 0.01 * Double(heads.wanted))
    }

    @Test func `the backbone's features are the reference's`() throws {
        let network = try Eyes.network("efficientnet-lite0") {
            ($0.precision, $0.size) = (.exact, .fixed(width: 480, height: 352))
        }
        let runner = NetworkRunner(network)
        let wanted = try Eyes.reference("features", as: [[Double]].self)
        #expect(wanted.count == 3)
        // A picture that comes again at once is not worked out again; one that comes later is.
        for seed in [0, 1, 1, 2, 0] {
            let means = wanted[seed]
            let given = try Self.withDrawn(seed) { picture in
                try runner.look(at: .whole(picture), of: picture) { outputs, _ in outputs[2].channelMeans }
            }
            let apart = zip(given, means).map { abs($0 - $1) }.max() ?? .infinity
            #expect(given.count == 1280 && means.count == 1280 && apart <= 0.01, "picture \(seed): \(apart)")
        }
    }

    /// The picture that the reference draws: at the network's own size, its colour as wide as its brightness.
    private static func withDrawn<Value>(_ seed: Int, _ body: (PicturePlanes) throws -> Value) rethrows -> Value {
        let (width, height) = (480, 352)
        var levels = [UInt8](repeating: 0, count: 3 * width * height)
        for y in 0..<height {
            for x in 0..<width {
                let at = y * width + x
                levels[at] = UInt8((3 * x + 5 * y + x * y / (7 + seed)) % 256)
                levels[width * height + at] = UInt8(96 + x / (5 + seed) * 16 % 64)
                levels[2 * width * height + at] = UInt8(96 + y / (9 - seed) * 24 % 64)
            }
        }
        return try levels.withUnsafeBufferPointer { memory in
            guard let base = memory.baseAddress else { preconditionFailure("a picture has pixels") }
            let planes = (0..<3).map {
                PicturePlanes.Rows(base: base + $0 * width * height, stride: width, width: width, height: height)
            }
            return try body(
                PicturePlanes(
                    y: planes[0], colour: (planes[1], planes[2]), coding: .init(isBT709: false, isFullRange: true)))
        }
    }

    /// `class cx cy w h`, 0..1, in the folder of labels.
    private static func truths(_ picture: URL, _ label: (Int) -> String?) throws -> [(String, BoxPrecision.Box)] {
        let name = picture.deletingPathExtension().lastPathComponent + ".txt"
        let text = try String(
            contentsOf: picture.deletingLastPathComponent().appending(path: "labels/\(name)"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let numbers = line.split(separator: " ").compactMap { Double($0) }
            guard let label = label(Int(numbers[0])) else { return nil }
            return (
                label,
                .init(
                    x: numbers[1] - numbers[3] / 2, y: numbers[2] - numbers[4] / 2, width: numbers[3],
                    height: numbers[4])
            )
        }
    }
}

extension BoxPrecision.Box {
    fileprivate init(_ box: Media.Box) { self.init(x: box.x, y: box.y, width: box.width, height: box.height) }
}

extension Tensor {
    /// Of each channel the mean over its map.
    fileprivate var channelMeans: [Double] {
        let each = shape[2] * shape[3]
        return (0..<shape[1]).map { channel in
            values[channel * each..<(channel + 1) * each].reduce(0) { $0 + Double($1) } / Double(each)
        }
    }
}
