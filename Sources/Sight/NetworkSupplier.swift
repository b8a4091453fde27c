import CityAlgorithms
import Inference
import Media
import Pipeline
import Scene
import Video
import VideoRoles

/// Finds with networks what algorithms need beside the scene.
final class NetworkSupplier: LookSupplier, @unchecked Sendable {
    // Sendable: used on its decode worker's queue alone.
    private let finders: [String: ObjectFinder]

    init(_ networks: [ObjectNetwork]) {
        finders = Dictionary(
            networks.map { ($0.manifest.id, ObjectFinder($0)) }, uniquingKeysWith: { first, _ in first })
    }

    func objects(
        of network: String, in picture: any OriginalPicture, _ scene: SceneLook
    ) throws(LookFault) -> [FoundObject] {
        guard let finder = finders[network] else { throw LookFault(network: network, reason: "it is not there") }
        guard let frame = picture as? Frame ?? (picture as? Keyframe)?.draft else {
            throw LookFault(network: network, reason: "the picture's levels are not there")
        }
        do {
            let readable = try frame.readable()
            guard let planes = readable.planes else {
                throw LookFault(network: network, reason: "the picture's colour cannot be read")
            }
            let found = try withExtendedLifetime(readable) { () throws(InferenceError) in
                try finder.objects(in: planes)
            }
            return found.map { FoundObject(label: $0.label, box: $0.box, score: $0.score) }
        } catch let fault as LookFault {
            throw fault
        } catch {
            throw LookFault(network: network, reason: "\(error)")
        }
    }
}
