import COpenVINO

/// A network, compiled once; requests of many threads share it, each of one thread a picture.
package final class Network: @unchecked Sendable {
    // Sendable: what was compiled is only read.
    let pointer: OpaquePointer
    /// The file, for messages.
    package let path: String
    /// Kept open as long as its networks.
    private let library: OpenVINO

    /// How exactly it computes.
    package enum Precision: String, Hashable, Sendable, CaseIterable {
        /// In 32-bit floats: nearly the same numbers on every processor.
        case exact
        /// In whatever the processor is fastest with; bfloat16 where it has that.
        case fast
    }

    /// Reads and compiles it; takes some tenths of a second.
    ///
    /// - Parameters:
    ///   - path: of an ONNX file, or of an OpenVINO IR's `.xml` with its `.bin` beside it.
    ///   - shape: of its input, where the file leaves that open.
    package init(_ path: String, shape: [Int]? = nil, precision: Precision, in library: OpenVINO) throws(InferenceError)
    {
        var reason = Reason()
        let sizes = (shape ?? []).map(Int64.init)
        let opened = reason.fill { text, room in
            piculet_network_open(
                library.pointer, path, sizes, Int32(sizes.count), precision == .exact ? 1 : 0, text, room)
        }
        guard let opened else {
            throw InferenceError(
                place: path, reason: InferenceWords.noNetwork(reason.text), advice: InferenceWords.verifyNetwork)
        }
        (pointer, self.path, self.library) = (opened, path, library)
    }

    deinit { piculet_network_close(pointer) }

    package var outputs: Int { piculet_network_outputs(pointer) }
}
