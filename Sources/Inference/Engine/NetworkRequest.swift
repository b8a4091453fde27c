import COpenVINO

/// Runs a network on one picture after the other, on the thread that asks. One thread at a time.
package final class NetworkRequest {
    private let pointer: OpaquePointer
    private let network: Network
    /// The input's numbers, to be written before each run.
    package let input: UnsafeMutableBufferPointer<Float>
    /// The input's sizes, the picture's number first.
    package let shape: [Int]

    package init(_ network: Network) throws(InferenceError) {
        var reason = Reason()
        guard let opened = reason.fill({ piculet_request_open(network.pointer, $0, $1) }) else {
            throw Self.error(network, reason)
        }
        (pointer, self.network) = (opened, network)
        var tensor = PiculetTensor()
        guard let base = piculet_request_input(opened, &tensor) else {
            piculet_request_close(opened)
            throw InferenceError(
                place: network.path, reason: InferenceWords.notFloats(0), advice: InferenceWords.mendManifest)
        }
        (input, shape) = (UnsafeMutableBufferPointer(start: base, count: tensor.count), tensor.sizes)
    }

    deinit { piculet_request_close(pointer) }

    package func run() throws(InferenceError) {
        var reason = Reason()
        guard reason.fill({ piculet_request_run(pointer, $0, $1) }) == 0 else { throw Self.error(network, reason) }
    }

    /// What the last run gave; valid until the next.
    package func output(_ index: Int) throws(InferenceError) -> Tensor {
        var reason = Reason()
        var tensor = PiculetTensor()
        guard reason.fill({ piculet_request_output(pointer, index, &tensor, $0, $1) }) == 0 else {
            throw Self.error(network, reason)
        }
        guard let values = tensor.values else {
            throw InferenceError(
                place: network.path, reason: InferenceWords.notFloats(index), advice: InferenceWords.mendManifest)
        }
        return Tensor(values: UnsafeBufferPointer(start: values, count: tensor.count), shape: tensor.sizes)
    }

    package func outputs() throws(InferenceError) -> [Tensor] {
        var tensors: [Tensor] = []
        for index in 0..<network.outputs { tensors.append(try output(index)) }
        return tensors
    }

    private static func error(_ network: Network, _ reason: Reason) -> InferenceError {
        InferenceError(
            place: network.path, reason: InferenceWords.failed(reason.text), advice: InferenceWords.verifyNetwork)
    }
}

/// Numbers that a network gave, the last size running fastest.
package struct Tensor {
    package let values: UnsafeBufferPointer<Float>
    package let shape: [Int]

    package init(values: UnsafeBufferPointer<Float>, shape: [Int]) { (self.values, self.shape) = (values, shape) }
}

extension PiculetTensor {
    fileprivate var sizes: [Int] {
        let all = [shape.0, shape.1, shape.2, shape.3, shape.4, shape.5, shape.6, shape.7]
        return all.prefix(Int(rank)).map(Int.init)
    }
}
