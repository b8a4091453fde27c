import Foundation
import FrameKernels
import Inference
import Media
import Settings
import Video

/// How long a network takes for a picture, on one thread: `run` alone, and a whole look (what the network is given is made of the
/// decoder's planes, it runs, its answer is read). One JSON object: medians in milliseconds.
enum InferenceSpeed {
    /// - Parameters:
    ///   - manifest: `network.yaml` of the network.
    ///   - weights: its first file.
    ///   - video: whose first pictures it sees, one after the other: no two looks in a row are alike.
    static func tell(of manifest: String, _ weights: String, on video: String, seconds: Double) throws {
        let library = try OpenVINO(
            OpenVINOPlaces(
                chosen: ProcessInfo.processInfo.environment["PICULET_OPENVINO"], program: CommandLine.arguments[0]))
        let manifest = try NetworkFile.load(manifest)
        let pictures = try frames(of: video).map { try $0.readable() }
        let finder = ObjectFinder(ObjectNetwork(manifest, at: weights, in: library))
        let looks = try medianMilliseconds(for: seconds) { round in
            guard let planes = pictures[round % pictures.count].planes else { return }
            _ = try finder.objects(in: planes)
        }
        guard let planes = pictures.first?.planes else { return }
        let part = PicturePart(x: 0, y: 0, width: Double(planes.y.width), height: Double(planes.y.height))
        let shape = manifest.form(of: part).shape
        let request = try NetworkRequest(Network(weights, shape: shape, precision: manifest.precision, in: library))
        for index in request.input.indices { request.input[index] = Float(index % 255) }
        let runs = try medianMilliseconds(for: seconds) { _ in try request.run() }
        print(
            "{\"network\": \"\(manifest.id)\", \"look_ms\": \(String(format: "%.3f", looks)), "
                + "\"run_ms\": \(String(format: "%.3f", runs))}")
    }

    private static func frames(of video: String) throws -> [Frame] {
        let file = try VideoFile(path: video)
        let decoder = try StreamDecoder(file.format)
        var frames: [Frame] = []
        while frames.count < 24, let packet = file.nextPacket() { decoder.decode(packet) { frames.append($0) } }
        return frames
    }

    /// After a second to warm up.
    private static func medianMilliseconds(for seconds: Double, _ body: (Int) throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        var times: [Double] = []
        let begin = clock.now
        var round = 0
        while (clock.now - begin) < .seconds(seconds + 1) {
            let from = clock.now
            try body(round)
            round += 1
            if from - begin > .seconds(1) { times.append((clock.now - from).inSeconds * 1000) }
        }
        return times.sorted()[times.count / 2]
    }
}
