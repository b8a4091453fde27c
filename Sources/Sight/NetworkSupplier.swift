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
    /// Of the networks that judge things one by one.
    private let judges: [String: CropFinder]

    init(_ networks: [ObjectNetwork]) {
        var finders: [String: ObjectFinder] = [:]
        var judges: [String: CropFinder] = [:]
        for network in networks {
            if let judge = CropFinder(network) {
                judges[network.manifest.id] = judge
            } else {
                finders[network.manifest.id] = ObjectFinder(network)
            }
        }
        (self.finders, self.judges) = (finders, judges)
    }

    func objects(
        of network: String, in picture: any OriginalPicture, _ scene: SceneLook
    ) throws(LookFault) -> [FoundObject] {
        guard let frame = picture as? Frame ?? (picture as? Keyframe)?.draft else {
            throw LookFault(network: network, reason: "the picture's levels are not there")
        }
        do {
            let readable = try frame.readable()
            guard let planes = readable.planes else {
                throw LookFault(network: network, reason: "the picture's colour cannot be read")
            }
            let found = try withExtendedLifetime(readable) {
                if let finder = finders[network] { return try finder.objects(in: planes) }
                guard let judge = judges[network] else {
                    throw LookFault(network: network, reason: "it is not there")
                }
                let named = try judge.crops.found.flatMap { try finders[$0.network]?.objects(in: planes) } ?? []
                return try judge.classes(of: judge.crops.things(named, scene), in: planes)
            }
            return found.map { FoundObject(label: $0.label, box: $0.box, score: $0.score) }
        } catch let fault as LookFault {
            throw fault
        } catch {
            throw LookFault(network: network, reason: "\(error)")
        }
    }
}
