import FrameKernels
import Media

/// What a network found in a picture.
package struct NetworkObject: Hashable, Sendable {
    package let label: String
    /// 0..1.
    package let score: Double
    /// Within the picture.
    package let box: Box

    package init(label: String, score: Double, box: Box) { (self.label, self.score, self.box) = (label, score, box) }
}

extension NetworkObject {
    /// What a network said, by its manifest's names; nil: its class has none, or it said no number.
    init?(_ said: PixelBox, of manifest: NetworkManifest, box: Box) {
        guard manifest.labels.indices.contains(said.label), !manifest.labels[said.label].isEmpty,
            said.score.isFinite
        else { return nil }
        self.init(label: manifest.labels[said.label], score: min(max(Double(said.score), 0), 1), box: box)
    }
}

/// Finds objects in one picture after the other, with one network. One thread at a time: each decode worker has its own.
package final class ObjectFinder {
    private let runner: NetworkRunner

    /// So many objects are told of a picture.
    private static let most = 300

    package init(_ network: ObjectNetwork) { runner = NetworkRunner(network) }

    /// - Returns: the surest first.
    package func objects(in picture: PicturePlanes) throws(InferenceError) -> [NetworkObject] {
        let manifest = runner.manifest
        let tiles = PictureTiles(manifest.tiles, width: picture.y.width, height: picture.y.height)
        var found: [[PixelBox]] = []
        for part in tiles.parts { found.append(try runner.boxes(at: part, of: picture)) }
        let kept = tiles.joined(found, overlap: Float(manifest.overlap), atMost: Self.most)
        return kept.compactMap { object($0, in: picture, manifest) }
    }

    private func object(
        _ box: PixelBox, in picture: PicturePlanes, _ manifest: NetworkManifest
    ) -> NetworkObject? {
        let (width, height) = (Double(picture.y.width), Double(picture.y.height))
        func share(_ edge: Float, _ size: Double) -> Double { min(max(Double(edge) / size, 0), 1) }
        let (left, right) = (share(box.left, width), share(box.right, width))
        let (top, bottom) = (share(box.top, height), share(box.bottom, height))
        guard right > left, bottom > top else { return nil }
        return NetworkObject(
            box, of: manifest, box: Box(x: left, y: top, width: right - left, height: bottom - top))
    }
}
