import FrameKernels

/// Finds foreground by its colour where its level is the ground's, and knows when the colour of the whole picture changed:
/// an infra-red switch at dusk, a white balance.
struct ColourGuard {
    /// Mean distance of what is background, in levels: what the sensor and the codec make of one colour.
    private var noise = 0.0
    /// Pixels of foreground within a tile around, of 576.
    private static let company = 12
    /// Whether the place's colour was ever seen.
    var isKnown = false

    /// Adds to the foreground what has another colour than the place: |du| + |dv| above 8 levels and three times the
    /// noise (8...40). Colour alone is no thing: some pixels near must have another level too, else it is what codecs
    /// leave behind, or a lamp, and is learnt. A change of two fifths of the picture is none of things: the new colour is taken over.
    mutating func mark(_ picture: AnalysisPicture, _ planes: ScenePlanes, _ scratch: SceneScratch) {
        guard isKnown else {
            adopt(picture, planes)
            scratch.coloured.fill(0)
            return
        }
        let threshold = Int(min(8 + 3 * noise, 40))
        let seen = Colour.mark(
            u: picture.u, v: picture.v, knownU: planes.u, knownV: planes.v, threshold: threshold,
            into: scratch.coloured)
        if seen.marked * 5 > scratch.coloured.count * 2 {
            adopt(picture, planes)
            scratch.coloured.fill(0)
            return
        }
        noise += 0.1 * (seen.noise - noise)
        guard seen.marked > 0 else { return }
        Masks.join(
            half: scratch.coloured, into: scratch.foreground, near: Self.company, counts: scratch.tileCounts)
    }

    mutating func adopt(_ picture: AnalysisPicture, _ planes: ScenePlanes) {
        isKnown = true
        Background.widen(picture.u, into: planes.u)
        Background.widen(picture.v, into: planes.v)
    }
}
