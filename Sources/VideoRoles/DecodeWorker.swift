import Dispatch
import Video

/// A serial queue on which pictures are decoded, with the one decoder that all its sources share for keyframes.
package final class DecodeWorker: @unchecked Sendable {
    // Sendable: the decoder is used on the queue alone.
    package let queue: DispatchQueue
    package let keyframes = KeyframeDecoder()

    package init(number: Int) { queue = DispatchQueue(label: "decode.\(number)") }
}
