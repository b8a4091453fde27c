import Board
import Foundation

/// Where the console's content comes from. Answers at once; called from any thread.
package protocol ConsoleSource: Sendable {
    /// What all screens show.
    var board: Board { get }
    /// Wall time in milliseconds.
    func now() -> Int64
    /// What watching the cameras took up to now, in any order.
    func figures() -> [CameraFigures]
    /// A case's picture, JPEG.
    func casePicture(_ number: String, marked: Bool) -> Data?
    /// What a camera showed lately, JPEG.
    func cameraPicture(_ id: String) -> Data?
    /// Prometheus text.
    func metrics() -> String
    /// Whether all parts still answer.
    func isHealthy() -> Bool
    /// Whether the store is open and every camera was started.
    func isReady() -> Bool
}
