import FrameKernels

/// Shows a network one part of a picture after the other. One thread at a time: each decode worker has its own.
package final class NetworkRunner {
    private let network: ObjectNetwork
    private let sampler = PictureSampler()
    private var requests: [(network: Network, request: NetworkRequest)] = []

    package init(_ network: ObjectNetwork) { self.network = network }

    var manifest: NetworkManifest { network.manifest }

    /// - Parameter body: is given what the network says of the part, and the form in which it saw it; valid within it alone.
    package func look<Value>(
        at part: PicturePart, of picture: PicturePlanes,
        _ body: ([Tensor], SampleForm) throws(InferenceError) -> Value
    ) throws(InferenceError) -> Value {
        let form = manifest.form(of: part)
        let request = try request(for: form)
        guard let input = request.input.baseAddress, request.input.count == form.count else {
            throw InferenceError(
                place: manifest.id, reason: InferenceWords.otherInput(request.shape, form.shape),
                advice: InferenceWords.mendManifest)
        }
        sampler.sample(picture, part, as: form, into: input)
        try request.run()
        return try body(try request.outputs(), form)
    }

    private func request(for form: SampleForm) throws(InferenceError) -> NetworkRequest {
        let compiled = try network.network(for: form)
        if let known = requests.first(where: { $0.network === compiled }) { return known.request }
        let made = try NetworkRequest(compiled)
        requests.append((compiled, made))
        return made
    }
}

extension SampleForm {
    /// Of a network's input.
    var shape: [Int] { isInterleaved ? [1, height, width, 3] : [1, 3, height, width] }
}
