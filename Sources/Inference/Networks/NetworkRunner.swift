import Foundation
import FrameKernels

/// Shows a network one part of a picture after the other. One thread at a time: each decode worker has its own.
package final class NetworkRunner {
    private let network: ObjectNetwork
    private let sampler = PictureSampler()
    private var requests: [RequestInUse] = []

    package init(_ network: ObjectNetwork) { self.network = network }

    var manifest: NetworkManifest { network.manifest }

    /// - Parameter body: is given what the network says of the part, and the form in which it saw it; valid within it alone.
    package func look<Value>(
        at part: PicturePart, of picture: PicturePlanes,
        _ body: ([Tensor], SampleForm) throws(InferenceError) -> Value
    ) throws(InferenceError) -> Value {
        let form = manifest.form(of: part)
        let inUse = try request(for: form)
        let request = inUse.request
        guard let input = request.input.baseAddress, request.input.count == form.count else {
            throw InferenceError(
                place: manifest.id, reason: InferenceWords.otherInput(request.shape, form.shape),
                advice: InferenceWords.mendManifest)
        }
        sampler.sample(picture, part, as: form, into: input)
        if inUse.isAnotherPicture {
            try request.run()
            inUse.keepPicture()
        }
        return try body(try request.outputs(), form)
    }

    /// What the network says of a part, in pixels of the picture, before what is of one thing is joined.
    func boxes(at part: PicturePart, of picture: PicturePlanes) throws(InferenceError) -> [PixelBox] {
        let manifest = manifest
        return try look(at: part, of: picture) { (outputs, form) throws(InferenceError) in
            let shown = form.shown(of: part)
            let (x, y) = (Float(part.width) / Float(shown.columns), Float(part.height) / Float(shown.rows))
            do throws(FormMismatch) {
                return try manifest.output.boxes(
                    in: outputs, input: (form.width, form.height), atLeast: Float(manifest.least)
                ).map { $0.inPicture(part, x: x, y: y) }
            } catch {
                throw InferenceError(
                    place: manifest.id, reason: InferenceWords.otherOutput(error.index, error.shape, error.wanted),
                    advice: InferenceWords.mendManifest)
            }
        }
    }

    private func request(for form: SampleForm) throws(InferenceError) -> RequestInUse {
        let compiled = try network.network(for: form)
        if let known = requests.first(where: { $0.network === compiled }) { return known }
        let made = RequestInUse(compiled, try NetworkRequest(compiled))
        requests.append(made)
        return made
    }
}

extension PixelBox {
    /// From pixels of a network's input to pixels of the picture.
    fileprivate func inPicture(_ part: PicturePart, x: Float, y: Float) -> PixelBox {
        PixelBox(
            label: label, score: score, left: Float(part.x) + left * x, top: Float(part.y) + top * y,
            right: Float(part.x) + right * x, bottom: Float(part.y) + bottom * y)
    }
}

/// A request and the picture that it answered last: a still picture, or a stream that froze, needs no second answer.
private final class RequestInUse {
    let network: Network
    let request: NetworkRequest
    private var last: [Float] = []

    init(_ network: Network, _ request: NetworkRequest) { (self.network, self.request) = (network, request) }

    /// Whether the input differs from what was answered last.
    var isAnotherPicture: Bool {
        let now = UnsafeRawBufferPointer(request.input)
        return last.withUnsafeBytes { last in
            guard last.count == now.count, let last = last.baseAddress, let base = now.baseAddress else { return true }
            return memcmp(last, base, now.count) != 0
        }
    }

    func keepPicture() {
        last.removeAll(keepingCapacity: true)
        last.append(contentsOf: request.input)
    }
}

extension SampleForm {
    /// Of a network's input.
    package var shape: [Int] { isInterleaved ? [1, height, width, 3] : [1, 3, height, width] }
}
