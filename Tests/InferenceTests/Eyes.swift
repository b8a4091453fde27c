import Foundation
import FrameKernels
import Inference
import Settings
import Video

/// What the tests of networks need: OpenVINO as `make test` brings it, and weights that lie beside the repository.
enum Eyes {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let places = OpenVINOPlaces(
        chosen: ProcessInfo.processInfo.environment["PICULET_OPENVINO"]
            ?? root.appending(path: ".build/openvino/libs").path, program: "")

    static var isHere: Bool { places.library != nil }
    static let missing = "OpenVINO is not there; `make deps` brings it"

    static let library = Result { try OpenVINO(places) }

    static let shared = root.deletingLastPathComponent().appending(path: "shared")
    static var hasWeights: Bool {
        isHere && FileManager.default.fileExists(atPath: shared.appending(path: "models").path)
    }
    static let noWeights = "OpenVINO or the shared weights are not there"

    /// A network of `models/networks`, with weights that were made here or lie in the shared folder.
    ///
    /// - Parameter isShared: those of the shared folder, whatever was made here: ours lie there in floats.
    static func network(
        _ id: String, isShared: Bool = false, _ change: (inout NetworkManifest) -> Void = { _ in }
    ) throws -> ObjectNetwork {
        var manifest = try NetworkFile.load(root.appending(path: "models/networks/\(id)/network.yaml").path)
        change(&manifest)
        let name = manifest.files[0].name
        let made = root.appending(path: "models/networks/\(id)/\(name)")
        let isMade = !isShared && FileManager.default.fileExists(atPath: made.path)
        let file = isMade ? made : shared.appending(path: "models/\(id)/\(name)")
        return ObjectNetwork(manifest, at: file.path, in: try library.get())
    }

    /// Calls back with the planes of a still picture.
    static func withPicture<Value>(_ path: String, _ body: (PicturePlanes) throws -> Value) throws -> Value {
        let frame = try StillPicture.frame(at: path)
        return try withExtendedLifetime(frame) { try body(try frame.readable().planes.orFail(path)) }
    }
}

extension Eyes {
    /// What `References/make.py` computed.
    static func reference<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        let file = root.appending(path: "Tests/InferenceTests/References/\(name).json")
        return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    }
}

extension PicturePart {
    static func whole(_ picture: PicturePlanes) -> PicturePart {
        PicturePart(x: 0, y: 0, width: Double(picture.y.width), height: Double(picture.y.height))
    }
}

extension Optional {
    func orFail(_ what: String) throws -> Wrapped {
        guard let self else { throw NothingThere(what: what) }
        return self
    }

    struct NothingThere: Error { let what: String }
}
