import Media
import Scene

/// How much of a zone is covered by what a network says of each cell of the picture: standing water on a road.
///
/// What the place usually shows while nothing is the matter, it learns by itself (`UsualLook`), and counts the less of what
/// is covered the less of it is new. Tells how many square metres that is where the camera has a ground scale, and how deep it is
/// as far as marks of known height say.
package struct CoveredCells: Algorithm {
    package struct Terms: Hashable, Sendable {
        package let network: String
        /// What the network calls such a cell.
        package let label: String
        /// How sure it must be of a cell that counts as covered, 0...1.
        package let sure: Double
        /// Where spots are this much more likely than usual on the average, what is covered counts in full, else in proportion;
        /// nil: nothing is learned.
        package let unusual: Double?

        package init(network: String, label: String, sure: Double = 0.5, unusual: Double? = nil) {
            (self.network, self.label, self.sure, self.unusual) = (network, label, sure, unusual)
        }
    }

    /// Water comes in minutes. Where it covers this share of what counts, it is watched more closely.
    private static let (hurried, calm) = (Duration.seconds(10), Duration.seconds(60))
    private static let some = 0.5
    /// Spots of a zone that are asked whether water is there lie this close.
    private static let lattice = 48

    private let terms: Terms
    private let zone: Zone
    /// Spread evenly over the zone.
    private let spots: [Point]
    /// Of each spot, in the last look of the network.
    private var likelihoods: [Float]
    /// The share of the zone that is covered, and what it counts for.
    private var (covered, share) = (0.0, 0.0)
    private var around: Box?
    private var extent = Extent(size: .noScale)
    /// How much ground each spot stands for, and by which scale that is.
    private var groundOfSpots: (squareMetres: [Double], by: GroundScale)?
    private var cells: [Box] = []
    /// When the network found what these say.
    private var lookedAt: MediaTime?
    package private(set) var usual: UsualLook?
    private var learnedAt: MediaTime?

    package init(zone: Zone, _ terms: Terms) {
        (self.terms, self.zone) = (terms, zone)
        spots = zone.polygon.bounds.places(Self.lattice).filter(zone.polygon.contains)
        likelihoods = [Float](repeating: 0, count: spots.count)
        if terms.unusual != nil { usual = UsualLook(of: "\(terms.label) by \(terms.network)", spots: spots.count) }
    }

    /// Water does not move: nothing in the scene says when to look.
    package func lookInterval(_ scene: SceneLook, enter: Double) -> Duration? {
        share >= Self.some * enter ? Self.hurried : Self.calm
    }

    package mutating func judge(_ look: Look, into observations: inout [Observation]) {
        let now = look.lookedAt(terms.network)
        if now == nil || now != lookedAt { measure(look.objects(of: terms.network), look.scene) }
        lookedAt = now
        guard let around else { return }
        observations.append(
            Observation(since: look.at, box: around, measure: share, score: share, parts: cells, extent: extent))
    }

    private mutating func measure(_ objects: [FoundObject], _ scene: SceneLook) {
        let seen = objects.filter { $0.label == terms.label }
        var wet: [Point] = []
        var squareMetres = 0.0
        let ground = scene.groundScale.map { groundOfSpots($0) }
        for (index, spot) in spots.enumerated() {
            let likelihood = seen.first { $0.box.contains(spot) }?.score ?? 0
            likelihoods[index] = Float(likelihood)
            guard likelihood >= terms.sure else { continue }
            wet.append(spot)
            squareMetres += ground?[index] ?? 0
        }
        let size = scene.groundScale.map { Extent.Size.area(squareMetres: squareMetres, isRough: $0.isRough) }
        cells = seen.filter { cell in cell.score >= terms.sure && wet.contains(where: cell.box.contains) }.map(\.box)
        extent = Extent(size: size ?? .noScale, depth: depth(by: scene.depths))
        covered = Double(wet.count) / Double(max(spots.count, 1))
        share = covered * newness
        let bounds = Polygon(wet).bounds
        around =
            wet.isEmpty
            ? nil
            : Box(x: bounds.x, y: bounds.y, width: max(bounds.width, 0.001), height: max(bounds.height, 0.001))
    }

    private mutating func groundOfSpots(_ scale: GroundScale) -> [Double] {
        if let known = groundOfSpots, known.by == scale { return known.squareMetres }
        let bounds = zone.polygon.bounds
        let (width, height) = (bounds.width / Double(Self.lattice), bounds.height / Double(Self.lattice))
        let squareMetres = spots.map { spot in
            scale.squareMetres(
                of: Box(x: spot.x - width / 2, y: spot.y - height / 2, width: width, height: height))
        }
        groundOfSpots = (squareMetres, scale)
        return squareMetres
    }

    /// By those marks that lie in the zone.
    private func depth(by marks: [DepthMark]) -> Extent.Depth {
        let marks = marks.filter { zone.polygon.contains($0.at.insidePicture) }
        let covered = marks.filter { mark in cells.contains { $0.contains(mark.at.insidePicture) } }
        if let highest = covered.map(\.centimetres).max() { return .atLeast(centimetres: highest) }
        return marks.map(\.centimetres).min().map { .below(centimetres: $0) } ?? .noMarks
    }

    /// How much of what is covered counts, 0...1.
    private var newness: Double {
        guard let unusual = terms.unusual, let usual, usual.isEnough else { return 1 }
        // Where all is new, a little counts in full as well.
        let all = Double(likelihoods.reduce(0, +)) / Double(max(likelihoods.count, 1))
        return all > 0 ? min(1, usual.news(in: likelihoods) / min(unusual, all)) : 1
    }

    package mutating func learnUsual() {
        guard let lookedAt else { return }
        usual?.learn(likelihoods, share: covered, after: learnedAt.map { lookedAt - $0 } ?? .zero)
        learnedAt = lookedAt
    }

    package mutating func recall(_ usual: UsualLook) {
        guard usual.subject == self.usual?.subject, usual.likelihoods.count == spots.count else { return }
        self.usual = usual
    }
}
