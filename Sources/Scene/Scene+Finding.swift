import FrameKernels
import Media

/// What a search makes of the foreground: things at rest, and what lives.
extension Scene {
    /// How many pixels around a thing's box tell what the place looks like there.
    private static let around = 6

    /// Holds the background where a thing was in the last search: what it hides comes back when it leaves, and what
    /// surrounds it must not grow into it meanwhile.
    func hold(_ scratch: SceneScratch) {
        scratch.held.copy(from: planes.things)
        guard hasThings else { return }
        Morphology.grow(scratch.held, across: 3, down: 3, scratch: scratch.maskScratch)
    }

    /// Finds what came and stays, takes what was uncovered or lit into the background, and reports the rest.
    func findThings(
        _ picture: AnalysisPicture, _ depth: LookDepth, at now: MediaTime, sinceSearch: Double, _ scratch: SceneScratch
    ) {
        let (mask, maskScratch) = (scratch.mask, scratch.maskScratch)
        Masks.select(scratch.foreground, where: planes.still, atLeast: Self.restTicks, into: mask)
        Morphology.grow(mask, across: 2, down: 2, scratch: maskScratch)
        Morphology.shrink(mask, across: 3, down: 3, scratch: maskScratch)
        Morphology.grow(mask, across: 1, down: 1, scratch: maskScratch)
        scratch.pieces.find(in: mask, smallest: 30)
        scratch.thingsBefore.copy(from: planes.things)
        planes.things.fill(0)
        hasThings = false
        scratch.bulky.fill(0)
        regions.removeAll(keepingCapacity: true)
        for piece in scratch.pieces.pieces {
            switch judge(piece, picture.luma, scratch) {
            case .uncovered: absorb(piece, picture, depth, scratch, rate: 65535)
            case .light: absorb(piece, picture, depth, scratch, rate: Self.rate(sinceSearch, 4))
            case .unclear:
                absorb(piece, picture, depth, scratch, rate: Self.rate(sinceSearch, 30))
                mark(piece, as: .unclear, scratch)
            case .thing(let edgeRatio):
                mark(piece, as: report(piece, edgeRatio, at: now, scratch), scratch)
            }
        }
    }

    private func judge(_ piece: Components.Piece, _ look: Plane<UInt8>, _ scratch: SceneScratch) -> StillJudgement {
        let texture = Regions.texture(of: piece, in: scratch.pieces, look: look, background: scratch.background)
        let likeness = Regions.likeness(
            of: piece, in: scratch.pieces, look: look, background: scratch.background, foreground: scratch.foreground,
            within: Self.around)
        return StillJudgement(
            texture, likeness, wasThing: share(of: piece, thatWas: .judged, scratch) > 0.25,
            wasBulky: share(of: piece, thatWas: .bulky, scratch) > 0.5)
    }

    /// The share of a piece that had at least this mark in the search before.
    private func share(of piece: Components.Piece, thatWas mark: ThingMark, _ scratch: SceneScratch) -> Double {
        let marked = Regions.overlap(of: piece, in: scratch.pieces, with: scratch.thingsBefore, atLeast: mark.rawValue)
        return Double(marked) / Double(piece.area)
    }

    private func mark(_ piece: Components.Piece, as mark: ThingMark, _ scratch: SceneScratch) {
        Regions.mark(piece, in: scratch.pieces, plane: planes.things, with: mark.rawValue)
        if mark == .bulky { Regions.mark(piece, in: scratch.pieces, plane: scratch.bulky, with: 255) }
        hasThings = true
    }

    /// Reports a thing if it is large enough and at rest all around.
    private func report(
        _ piece: Components.Piece, _ edgeRatio: Float, at now: MediaTime, _ scratch: SceneScratch
    ) -> ThingMark {
        let box = self.box(piece)
        let person = personScale.height(atFoot: min(box.y + box.height, 1))
        guard Double(piece.area) >= 0.02 * person * person * Double(height * height), rests(piece, scratch) else {
            return .judged
        }
        let rested = Regions.percentile(
            0.75, of: planes.still, piece: piece, in: scratch.pieces, counts: &scratch.counts)
        regions.append(
            StillRegion(
                box: box, area: Double(piece.area) / Double(width * height),
                since: now - .microseconds(Int64(rested * 1_000_000)), edgeRatio: Double(edgeRatio),
                shape: shape(of: piece, scratch)))
        // What is narrower than two people side by side may be a person who stands: it stays alive too.
        return box.width * Double(width) / Double(height) / person >= 0.6 ? .bulky : .reported
    }

    private func shape(of piece: Components.Piece, _ scratch: SceneScratch) -> Silhouette {
        Silhouette { column, row in
            let x = piece.left + (2 * column + 1) * piece.width / (2 * Silhouette.side)
            let y = piece.top + (2 * row + 1) * piece.height / (2 * Silhouette.side)
            return Regions.isPart(x, y, of: piece, in: scratch.pieces)
        }
    }

    /// Whether it is at rest all around: where people stand close together some of each keeps its level for seconds, but
    /// a good part of what is around it stirs. Measured: 0.3 to 1.3 of the piece's own pixels in a drawn crowd, below
    /// 0.1 at a stall but for moments when somebody passes.
    private func rests(_ piece: Components.Piece, _ scratch: SceneScratch) -> Bool {
        let living = Regions.living(
            around: piece, foreground: scratch.foreground, still: planes.still, least: Self.restTicks)
        let wasReported = share(of: piece, thatWas: .reported, scratch) > 0.5
        return Double(living) < (wasReported ? 0.5 : 0.25) * Double(piece.area)
    }

    private func absorb(
        _ piece: Components.Piece, _ picture: AnalysisPicture, _ depth: LookDepth, _ scratch: SceneScratch, rate: UInt16
    ) {
        Regions.absorb(piece, in: scratch.pieces, source: planes.short, into: planes.long, rate: rate)
        guard depth == .colour else { return }
        Regions.absorbHalf(piece, in: scratch.pieces, source: picture.u, into: planes.u, rate: rate)
        Regions.absorbHalf(piece, in: scratch.pieces, source: picture.v, into: planes.v, rate: rate)
    }

    /// Finds the living foreground.
    func findMasses(_ scratch: SceneScratch) {
        let (mask, maskScratch) = (scratch.mask, scratch.maskScratch)
        mask.copy(from: scratch.foreground)
        Masks.clear(mask, under: scratch.bulky, where: planes.still, above: FixedPoint.ticks(3))
        let down = max(1, height / 100)
        Morphology.grow(mask, across: 1, down: down, scratch: maskScratch)
        Morphology.shrink(mask, across: 1, down: down, scratch: maskScratch)
        scratch.pieces.find(in: mask, smallest: 12)
        let pixels = Double(width * height)
        masses.removeAll(keepingCapacity: true)
        for piece in scratch.pieces.pieces {
            let activity = Regions.activity(
                of: piece, in: scratch.pieces, still: planes.still, present: planes.present,
                recently: Self.recently, established: FixedPoint.ticks(1.5), onsets: &scratch.onsets)
            masses.append(
                Mass(
                    box: box(piece), area: Double(piece.area) / pixels, active: Double(activity.active) / pixels,
                    established: Double(activity.established) / pixels, sudden: Double(activity.sudden)))
        }
    }

    private func box(_ piece: Components.Piece) -> Box {
        Box(
            x: Double(piece.left) / Double(width), y: Double(piece.top) / Double(height),
            width: Double(piece.width) / Double(width), height: Double(piece.height) / Double(height))
    }
}
