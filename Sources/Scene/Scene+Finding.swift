import FrameKernels
import Media

/// What a search makes of the foreground: things at rest, and what lives.
extension Scene {
    /// Finds what came and stays, takes what was uncovered or lit into the background, and reports the rest.
    func findThings(
        _ picture: AnalysisPicture, _ depth: LookDepth, at now: MediaTime, sinceSearch: Double, _ scratch: SceneScratch
    ) {
        let (mask, maskScratch, things) = (scratch.mask, scratch.maskScratch, planes.things)
        Masks.select(scratch.foreground, where: planes.still, atLeast: Self.restTicks, into: mask)
        Morphology.grow(mask, across: 2, down: 2, scratch: maskScratch)
        Morphology.shrink(mask, across: 3, down: 3, scratch: maskScratch)
        Morphology.grow(mask, across: 1, down: 1, scratch: maskScratch)
        scratch.pieces.find(in: mask, smallest: 30)
        scratch.thingsBefore.copy(from: things)
        things.fill(0)
        regions.removeAll(keepingCapacity: true)
        for piece in scratch.pieces.pieces {
            let texture = Regions.texture(
                of: piece, in: scratch.pieces, look: picture.luma, background: scratch.background)
            let known = Regions.overlap(of: piece, in: scratch.pieces, with: scratch.thingsBefore) * 2 > piece.area
            switch StillJudgement(texture, wasThing: known) {
            case .uncovered: absorb(piece, picture, depth, scratch, rate: 65535)
            case .light: absorb(piece, picture, depth, scratch, rate: Self.rate(sinceSearch, 4))
            case .thing(let edgeRatio):
                let box = self.box(piece)
                let person = personScale.height(atFoot: min(box.y + box.height, 1))
                guard Double(piece.area) >= 0.02 * person * person * Double(height * height),
                    rests(piece, wasThing: known, scratch)
                else { continue }
                // What is narrower than two people side by side may be a person who stands: it stays alive too.
                let inPersons = box.width * Double(width) / Double(height) / person
                if inPersons >= 0.6 { Regions.mark(piece, in: scratch.pieces, mask: things) }
                let rested = Regions.percentile(
                    0.75, of: planes.still, piece: piece, in: scratch.pieces, counts: &scratch.counts)
                regions.append(
                    StillRegion(
                        box: box, area: Double(piece.area) / Double(width * height),
                        since: now - .microseconds(Int64(rested * 1_000_000)), edgeRatio: Double(edgeRatio)))
            }
        }
    }

    /// Whether it is at rest all around: where people stand close together some of each keeps its level for seconds, but
    /// a good part of what is around it stirs. Measured: 0.3 to 1.3 of the piece's own pixels in a drawn crowd, below
    /// 0.1 at a stall but for moments when somebody passes.
    private func rests(_ piece: Components.Piece, wasThing: Bool, _ scratch: SceneScratch) -> Bool {
        let living = Regions.living(
            around: piece, foreground: scratch.foreground, still: planes.still, least: Self.restTicks)
        return Double(living) < (wasThing ? 0.5 : 0.25) * Double(piece.area)
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
        Masks.clear(mask, under: planes.things, where: planes.still, above: FixedPoint.ticks(3))
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
