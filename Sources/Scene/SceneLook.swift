import Media

/// What the scene says of one look: what algorithms judge.
package struct SceneLook: Sendable {
    package let at: MediaTime
    /// Width over height of the picture, for comparing widths with heights.
    package let aspect: Double
    package let personScale: PersonScale
    /// nil: the camera has none.
    package let groundScale: GroundScale?
    /// What is marked in the picture for telling how deep water is.
    package let depths: [DepthMark]
    /// Still foreground: things that came and do not move.
    package let still: [StillRegion]
    /// Foreground that lives: people, vehicles, whatever moves or fidgets.
    package let masses: [Mass]

    package init(
        at: MediaTime, aspect: Double, personScale: PersonScale, groundScale: GroundScale? = nil,
        depths: [DepthMark] = [], still: [StillRegion], masses: [Mass]
    ) {
        (self.at, self.aspect, self.personScale) = (at, aspect, personScale)
        (self.groundScale, self.depths) = (groundScale, depths)
        (self.still, self.masses) = (still, masses)
    }

    /// The height of a person who stands where a box stands, 0..1 of the picture's height.
    package func personHeight(at box: Box) -> Double { personScale.height(atFoot: min(box.y + box.height, 1)) }

    /// The smaller of a box's width and height, in heights of a person who stands there.
    package func persons(across box: Box) -> Double { min(box.width * aspect, box.height) / personHeight(at: box) }

    /// Whether what is in a box moves: masses cover enough of it.
    package func isMoving(_ box: Box) -> Bool {
        masses.reduce(0) { $0 + $1.box.intersection(box) } >= Self.moving * box.area
    }

    /// What moves covers this share of a thing's box, which holds some of the ground as well.
    private static let moving = 0.3
}

/// Something that was not there before, has edges of its own and has not moved for two seconds or more.
package struct StillRegion: Sendable {
    package let box: Box
    /// Its pixels as a share of the picture.
    package let area: Double
    /// When it came to rest.
    package let since: MediaTime
    /// How much more edge it has than the place had without it; above 1.
    package let edgeRatio: Double
    package let shape: Silhouette

    package init(box: Box, area: Double, since: MediaTime, edgeRatio: Double, shape: Silhouette = .whole) {
        (self.box, self.area, self.since, self.edgeRatio, self.shape) = (box, area, since, edgeRatio, shape)
    }
}

/// A connected piece of foreground, things at rest left out.
package struct Mass: Sendable {
    package let box: Box
    /// Its pixels as a share of the picture.
    package let area: Double
    /// Those that changed lately (8 s), likewise.
    package let active: Double
    /// Those of the active that have been foreground for 1.5 s or more, likewise.
    package let established: Double
    /// The largest share of its pixels that became foreground within one second, 0..1.
    package let sudden: Double

    package init(box: Box, area: Double, active: Double, established: Double, sudden: Double) {
        (self.box, self.area, self.active, self.established, self.sudden) = (box, area, active, established, sudden)
    }
}
