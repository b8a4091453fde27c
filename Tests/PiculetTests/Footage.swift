import Foundation
import TestSupport
import Testing

/// Clips with labels: the committed samples, and real footage where the shared folder lies beside the repository.
struct LabelledClip: CustomTestStringConvertible, Sendable {
    struct Labels: Decodable, Sendable {
        struct Zone: Codable, Sendable {
            let id: String
            let kind: String
            let polygon: [[Double]]
        }
        struct Event: Decodable, Sendable {
            let algorithm: String
            let zone: String
            let start: Double
            let end: Double
            let tolerance: Double

            enum CodingKeys: String, CodingKey {
                case algorithm, zone
                case start = "start_s"
                case end = "end_s"
                case tolerance = "tolerance_s"
            }
        }
        let zones: [Zone]
        let events: [Event]
        let absent: [String]
    }

    let video: URL
    let labels: Labels

    var name: String { video.deletingPathExtension().lastPathComponent }
    var testDescription: String { name }

    static let samples = clips(Program.root.appending(path: "samples"), labels: "")
    static let footage = clips(Program.root.appending(path: "../shared/footage"), labels: "labels/")
    static var footageIsHere: Bool { !footage.isEmpty }

    private static func clips(_ folder: URL, labels: String) -> [LabelledClip] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".mp4") || $0.hasSuffix(".avi") }.compactMap { name in
            let video = folder.appending(path: name)
            let stem = video.deletingPathExtension().lastPathComponent
            guard let data = try? Data(contentsOf: folder.appending(path: "\(labels)\(stem).json")),
                let labels = try? JSONDecoder().decode(Labels.self, from: data)
            else { return nil }
            return LabelledClip(video: video, labels: labels)
        }
    }

    /// A configuration with the clips' zones and the two algorithms on the zones that they watch by themselves, with
    /// `dwell: 10s`, `hold: 5s`, `threshold: 15`. JSON is YAML.
    static func configuration(_ clips: [LabelledClip]) throws -> String {
        struct Camera: Encodable {
            let id: String
            let zones: [Labels.Zone]
            let algorithms: [Use]
        }
        struct Use: Encodable {
            let use: String
            var dwell: String?
            var hold: String?
            var threshold: Int?
        }
        let uses = [Use(use: "street-stall", dwell: "10s"), Use(use: "crowd", hold: "5s", threshold: 15)]
        let cameras = clips.map { Camera(id: $0.name, zones: $0.labels.zones, algorithms: uses) }
        let file = try TemporaryFolder.make().appending(path: "piculet.yaml")
        try JSONEncoder().encode(["cameras": cameras]).write(to: file)
        return file.path
    }
}
