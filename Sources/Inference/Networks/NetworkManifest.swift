import FrameKernels

/// What a network is: where its weights come from, what it wants to be given, and how its answer is read.
package struct NetworkManifest: Hashable, Sendable {
    /// How large the picture is that the network sees.
    package enum Size: Hashable, Sendable {
        case fixed(width: Int, height: Int)
        /// Of the shape of the part that is shown: about so many pixels, both sides multiples of a number.
        case fitting(pixels: Int, multiple: Int)
    }

    /// How a picture is cut up: small things are too small in the whole.
    package struct Tiles: Hashable, Sendable {
        package let columns: Int
        package let rows: Int
        /// By how much of its width and height a tile reaches into the next, 0..<1.
        package let overlap: Double

        package init(columns: Int, rows: Int, overlap: Double) {
            precondition(columns > 0 && rows > 0 && (0..<1).contains(overlap), "a picture has tiles")
            (self.columns, self.rows, self.overlap) = (columns, rows, overlap)
        }

        package static let whole = Tiles(columns: 1, rows: 1, overlap: 0)
    }

    /// Sees no whole picture: things are cut out of it and judged, one after the other.
    package struct Crops: Hashable, Sendable {
        /// What another network finds.
        package struct Found: Hashable, Sendable {
            package let network: String
            /// What it calls the things that are cut out.
            package let classes: Set<String>
            /// How sure it must be of one, 0...1.
            package let least: Double
            /// What does not move is left out.
            package let isMoving: Bool
            /// What is less wide or less high is left out, in heights of a person who stands there.
            package let size: Double

            package init(
                by network: String, classes: Set<String>, least: Double, isMoving: Bool = false, size: Double = 0
            ) {
                (self.network, self.classes, self.least) = (network, classes, least)
                (self.isMoving, self.size) = (isMoving, size)
            }
        }

        /// nil: no other network is asked.
        package let found: Found?
        /// Asked instead where the network of `found` is not here, the first that is.
        package let fallbacks: [Found]
        /// What moves and is at least so wide and so high, in heights of a person who stands there; nil: only what is found.
        package let moving: Double?
        /// By how much of its width and height more is shown on each side, 0...1.
        package let margin: Double
        /// In pixels of the picture: what is narrower shows too little, and is not judged.
        package let narrowest: Int
        /// So many of one picture are judged, the largest.
        package let most: Int

        package init(
            found: Found?, fallbacks: [Found] = [], moving: Double?, margin: Double, narrowest: Int, most: Int
        ) {
            precondition(found != nil || moving != nil, "something is cut out")
            precondition(narrowest > 0 && most > 0, "what is cut out has a size")
            (self.found, self.fallbacks, self.moving, self.margin) = (found, fallbacks, moving, margin)
            (self.narrowest, self.most) = (narrowest, most)
        }

        /// All that may be asked, in the order in which they are preferred.
        package var finders: [Found] { (found.map { [$0] } ?? []) + fallbacks }

        /// The same, asking another network.
        fileprivate func with(finder found: Found) -> Crops {
            Crops(found: found, moving: moving, margin: margin, narrowest: narrowest, most: most)
        }
    }

    package let id: String
    /// Whose it is and under what terms, as its owner says it.
    package let upstream: String
    package let licence: String
    /// What its weights learned from, where that is ours to say.
    package let trainedOn: String?
    /// The first is the network itself, the others lie beside it.
    package let files: [WeightFile]
    /// Another edition of the same network, which its owner offers and nobody measured here.
    package let offered: [WeightFile]
    /// It is made here, by the script in its folder: nothing is to be pulled.
    package let isMadeHere: Bool
    package var size: Size
    package let fit: SampleForm.Fit
    package let order: SampleForm.Order
    package let mean: SIMD3<Double>
    package let deviation: SIMD3<Double>
    package let isArea: Bool
    package let isInterleaved: Bool
    package var precision: Network.Precision
    package let output: OutputForm
    /// What its classes are called, by number; a class without a name is not told.
    package let labels: [String]
    /// The least sure that is told, above 0.
    package var least: Double
    /// See `Suppression.kept`.
    package let overlap: Double
    package var tiles: Tiles
    /// nil: it sees the picture itself.
    package private(set) var crops: Crops?

    package init(
        id: String, upstream: String, licence: String, trainedOn: String? = nil, files: [WeightFile],
        offered: [WeightFile] = [], isMadeHere: Bool = false, size: Size, fit: SampleForm.Fit,
        order: SampleForm.Order, mean: SIMD3<Double> = .zero, deviation: SIMD3<Double> = .one, isArea: Bool = false,
        isInterleaved: Bool = false, precision: Network.Precision = .fast, output: OutputForm, labels: [String],
        least: Double, overlap: Double, tiles: Tiles = .whole,
        crops: Crops? = nil
    ) {
        (self.id, self.upstream, self.licence, self.trainedOn) = (id, upstream, licence, trainedOn)
        (self.files, self.offered, self.isMadeHere) = (files, offered, isMadeHere)
        (self.size, self.fit, self.order, self.mean, self.deviation) = (size, fit, order, mean, deviation)
        (self.isArea, self.isInterleaved, self.precision) = (isArea, isInterleaved, precision)
        (self.output, self.labels, self.least, self.overlap, self.tiles) = (output, labels, least, overlap, tiles)
        self.crops = crops
    }

    /// Its weights, as they were measured here first.
    package var editions: [[WeightFile]] { offered.isEmpty ? [files] : [files, offered] }

    /// Whether its owner offers it under an address.
    package var hasAddress: Bool { editions.contains { $0.allSatisfy { $0.address != nil } } }

    /// The same, judging what another network finds.
    package func with(finder found: Crops.Found) -> NetworkManifest {
        var manifest = self
        manifest.crops = crops?.with(finder: found)
        return manifest
    }

    /// What it is given of a part of a picture.
    package func form(of part: PicturePart) -> SampleForm {
        let size = size(of: part)
        return SampleForm(
            width: size.width, height: size.height, fit: fit, order: order, mean: mean, deviation: deviation,
            isArea: isArea, isInterleaved: isInterleaved)
    }

    private func size(of part: PicturePart) -> (width: Int, height: Int) {
        switch size {
        case .fixed(let width, let height): return (width, height)
        case .fitting(let pixels, let multiple):
            let height = (Double(pixels) * part.height / part.width).squareRoot()
            let rows = max(Int((height / Double(multiple)).rounded()), 1) * multiple
            // As wide as its rows leave room for, in the part's shape.
            let wanted = min(Double(pixels) / Double(rows), Double(rows) * part.width / part.height)
            return (max(Int((wanted / Double(multiple)).rounded()), 1) * multiple, rows)
        }
    }
}

/// One file of a network's weights.
package struct WeightFile: Hashable, Sendable {
    /// Its name in the network's folder.
    package let name: String
    /// Where its owner offers it; nil: it is made here, or comes from a folder.
    package let address: String?
    /// In hexadecimal digits.
    package let sha256: String
    package let bytes: Int

    package init(name: String, address: String?, sha256: String, bytes: Int) {
        (self.name, self.address, self.sha256, self.bytes) = (name, address, sha256, bytes)
    }
}
