import Cases
import Foundation
import Media
import Scene

/// Connects to one camera's source. Blocks; called on the camera's reader thread.
package protocol SourceConnector: Sendable {
    func connect() throws(SourceFault) -> any LiveSession
    /// Ends whatever blocks now, and every later call. From any thread.
    func callOff()
}

/// A connection that stands. Used on the reader's thread, its decoder on the decode worker's queue.
package protocol LiveSession: AnyObject {
    /// The next packet, or the seam of a looped source. Blocks.
    func next() throws(SourceFault) -> LiveUnit
    var decoder: any PictureDecoder { get }
    /// Packets come as fast as they are read: they are held back to live pace.
    var isPaced: Bool { get }
    /// The timestamps of the last packets were of no use.
    var isUntimed: Bool { get }
}

package enum LiveUnit {
    case packet(any EncodedPacket)
    /// What comes next does not continue what was before.
    case seam
}

/// Keeps what cameras tell. Called on the store queue, but for memories; nothing that is told may be lost.
package protocol LiveKeeper: AnyObject, Sendable {
    func keep(_ events: [CameraEvent], of camera: String)
    func keep(_ change: HealthMonitor.Change)
    /// At most once in ten minutes, and at the end. Called on a queue of its own, beside the others.
    func keep(_ memory: CameraMemory, of camera: String)
    /// A camera is watched no longer.
    func end(_ health: HealthEvent)
}

/// Notes which camera each thread is busy with, so that it is known after a crash.
package protocol CrashMark: Sendable {
    /// The calling thread decodes a camera.
    func begin(_ camera: String)
    /// It is done with it.
    func end()
    /// The calling thread reads a camera, until it ends.
    func read(_ camera: String)
}
