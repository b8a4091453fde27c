import CityAlgorithms
import Media
import Scene

/// Finds in a picture what algorithms need beside the scene.
///
/// Belongs to one decode worker and is asked on its thread, between the scene's look and the algorithms', while the
/// decoded picture is still there. The same pictures in the same order give the same answers: a replay depends on it.
package protocol LookSupplier: AnyObject, Sendable {
    /// Every object that a network finds in a picture.
    ///
    /// - Parameters:
    ///   - network: one that an algorithm of the camera needs.
    ///   - scene: what the scene says of the same picture.
    func objects(
        of network: String, in picture: any OriginalPicture, _ scene: SceneLook
    ) throws(LookFault) -> [FoundObject]
}

/// A network gave no answer for a picture. The algorithms that need it do not judge that look.
package struct LookFault: Error, CustomStringConvertible {
    package let network: String
    package let reason: String

    package init(network: String, reason: String) { (self.network, self.reason) = (network, reason) }

    package var description: String { "the network '\(network)' gave no answer: \(reason)" }
}
