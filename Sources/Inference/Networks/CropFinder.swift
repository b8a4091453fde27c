import FrameKernels
import Media

/// Judges things in a picture one by one: which vehicle is a muck truck. One thread at a time.
package final class CropFinder {
    private let runner: NetworkRunner
    /// What is to be cut out for it.
    package let crops: NetworkManifest.Crops

    /// - Returns: nil where the network's manifest does not say what is cut out.
    package init?(_ network: ObjectNetwork) {
        guard let crops = network.manifest.crops else { return nil }
        (self.crops, runner) = (crops, NetworkRunner(network))
    }

    /// - Parameter things: where they are; of those that are wide enough the largest are judged.
    /// - Returns: of each thing that is judged, the largest first, how sure the network is of each class, with the thing's box.
    package func classes(of things: [Box], in picture: PicturePlanes) throws(InferenceError) -> [NetworkObject] {
        let width = Double(picture.y.width)
        let wide = things.filter { $0.width * width >= Double(crops.narrowest) }.sorted { $0.area > $1.area }
        var judged: [NetworkObject] = []
        for thing in wide.prefix(crops.most) { judged += try classes(of: thing, in: picture) }
        return judged
    }

    private func classes(of thing: Box, in picture: PicturePlanes) throws(InferenceError) -> [NetworkObject] {
        let manifest = runner.manifest
        let part = PicturePart(
            around: thing, margin: crops.margin, width: picture.y.width, height: picture.y.height)
        return try runner.boxes(at: part, of: picture).compactMap { NetworkObject($0, of: manifest, box: thing) }
    }
}

extension PicturePart {
    /// Around a box, with a share of its size more on each side, as far as the picture reaches; whole pixels.
    init(around box: Box, margin: Double, width: Int, height: Int) {
        func span(_ from: Double, _ size: Double, _ length: Double) -> (from: Double, length: Double) {
            let first = min(max(((from - margin * size) * length).rounded(.down), 0), length - 1)
            let end = min(max(((from + (1 + margin) * size) * length).rounded(.up), first + 1), length)
            return (first, end - first)
        }
        let (across, down) = (
            span(box.x, box.width, Double(width)), span(box.y, box.height, Double(height))
        )
        self.init(x: across.from, y: down.from, width: across.length, height: down.length)
    }
}
