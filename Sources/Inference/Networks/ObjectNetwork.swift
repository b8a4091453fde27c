import FrameKernels
import Synchronization

/// A network that finds objects, compiled once for each size of picture that it is given; threads share it.
package final class ObjectNetwork: Sendable {
    package let manifest: NetworkManifest
    private let path: String
    private let library: OpenVINO
    private let compiled = Mutex<[Compiled]>([])

    private struct Compiled {
        let width: Int
        let height: Int
        let network: Network
    }

    /// So many sizes are kept; cameras of a city have few.
    private static let mostSizes = 8

    /// - Parameter path: of the manifest's first file; it is read when the first picture comes.
    package init(_ manifest: NetworkManifest, at path: String, in library: OpenVINO) {
        (self.manifest, self.path, self.library) = (manifest, path, library)
    }

    /// Reads and compiles it for pictures of a usual shape, to see whether it can be.
    package func prepare() throws(InferenceError) {
        _ = try network(for: manifest.form(of: PicturePart(x: 0, y: 0, width: 1280, height: 720)))
    }

    func network(for form: SampleForm) throws(InferenceError) -> Network {
        // Held while one is compiled: whoever waits wants the same.
        let found: Result<Network, InferenceError> = compiled.withLock { known in
            if let one = known.first(where: { $0.width == form.width && $0.height == form.height }) {
                return .success(one.network)
            }
            do throws(InferenceError) {
                let made = try Network(path, shape: form.shape, precision: manifest.precision, in: library)
                if known.count == Self.mostSizes { known.removeFirst() }
                known.append(Compiled(width: form.width, height: form.height, network: made))
                return .success(made)
            } catch {
                return .failure(error)
            }
        }
        return try found.get()
    }
}
