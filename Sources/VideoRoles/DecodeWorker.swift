import Dispatch
import Pipeline
import Video

/// A serial queue on which pictures are decoded, with the one decoder that all its sources share for keyframes.
package final class DecodeWorker: @unchecked Sendable {
    // Sendable: decoder and supplier are used on the queue alone.
    package let queue: DispatchQueue
    package let keyframes = KeyframeDecoder()

    /// Finds what algorithms need beside the scene; nil: they need nothing.
    package let supplier: (any LookSupplier)?

    package init(number: Int, supplier: (any LookSupplier)? = nil) {
        queue = DispatchQueue(label: "decode.\(number)")
        self.supplier = supplier
    }
}
