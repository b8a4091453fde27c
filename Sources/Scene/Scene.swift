import FrameKernels
import Media

/// What one camera's picture is made of: background, foreground, things at rest. Computed once a look, for all
/// algorithms; its memories run on media time, so that it sees the same under every decode policy.
///
/// One owner at a time.
package final class Scene {
    /// How long the first background is still being learnt.
    private static let learning = Duration.seconds(8)
    /// A pixel at rest for this long may belong to a thing at rest.
    private static let restSeconds: Float = 2
    /// What changed within this many seconds is alive.
    private static let recently: Float = 8
    /// What moves is followed at every look. Light, background, things and masses change slowly: it is enough to look
    /// for them five times a second.
    private static let searchEvery = Duration.milliseconds(200)

    package let width: Int
    package let height: Int
    private let personScale: PersonScale
    private let ignored: Plane<UInt8>?
    private var first: MediaTime?
    private var last: MediaTime?
    private var searched: MediaTime?
    /// What the last search found.
    private var regions: [StillRegion] = []
    private var masses: [Mass] = []

    /// nil: they rest.
    private let own: ScenePlanes?
    private let resting: RestingPlanes?
    private let things: Plane<UInt8>
    private let recalled: Bool

    /// - Parameters:
    ///   - width, height: of the pictures that come, at least 16 each.
    ///   - ignoring: polygons where nothing is ever seen.
    ///   - recalling: what was known of the place before a restart, of this size.
    ///   - seldom: it is looked at so seldom that it rests between looks, in half the memory.
    package init(
        width: Int, height: Int, personScale: PersonScale, ignoring: [Polygon], recalling memory: SceneMemory? = nil,
        seldom: Bool = false
    ) {
        (self.width, self.height, self.personScale) = (width, height, personScale)
        let planes = ScenePlanes(width: width, height: height)
        if let memory {
            precondition(memory.width == width && memory.height == height, "a memory of this scene's size")
            Background.widen(memory.background, into: planes.long)
        }
        own = seldom ? nil : planes
        resting = seldom ? RestingPlanes(width: width, height: height) : nil
        resting?.rest(planes)
        things = Plane(width: width, height: height, filledWith: 0)
        ignored = ignoring.isEmpty ? nil : Self.rasterise(ignoring, width: width, height: height)
        recalled = memory != nil
    }

    /// Whether the place is known: what comes now is foreground.
    package var hasLearnt: Bool {
        guard let first, let last else { return false }
        return recalled || last - first >= Self.learning
    }

    private static func rasterise(_ polygons: [Polygon], width: Int, height: Int) -> Plane<UInt8> {
        let plane = Plane<UInt8>(width: width, height: height, filledWith: 0)
        for row in 0..<height {
            for column in 0..<width {
                let point = Point(x: (Double(column) + 0.5) / Double(width), y: (Double(row) + 0.5) / Double(height))
                if polygons.contains(where: { $0.contains(point) }) { plane[column, row] = 255 }
            }
        }
        return plane
    }

    /// Takes one look.
    ///
    /// - Parameters:
    ///   - picture: luma, of this scene's size.
    ///   - at: not before the last look's time.
    ///   - scratch: of this scene's size, nobody else's meanwhile.
    package func see(_ picture: Plane<UInt8>, at now: MediaTime, with scratch: SceneScratch) -> SceneLook {
        precondition(picture.width == width && picture.height == height, "a scene sees pictures of one size")
        precondition(scratch.width == width && scratch.height == height, "a scratch of the scene's size")
        let planes = awake(scratch)
        resting?.wake(into: planes)
        defer { resting?.rest(planes) }
        guard let began = first, let before = last, let searchedBefore = searched else {
            (first, last, searched) = (now, now, now)
            Background.widen(picture, into: planes.short)
            if !recalled { planes.long.copy(from: planes.short) }
            return seen(at: now)
        }
        last = now
        let isSearching = now - searchedBefore >= Self.searchEvery
        if isSearching {
            Background.widen(picture, into: scratch.look)
            followExposure(scratch)
        }
        let elapsed = elapsed(from: before, to: now, since: began)
        Background.followMotion(
            picture, short: planes.short, noise: planes.noise, still: planes.still,
            rates: .init(elapsed: elapsed, short: Self.rate(elapsed, 1), noise: Self.rate(elapsed, 8)))
        if isSearching {
            searched = now
            let sinceSearch = self.elapsed(from: searchedBefore, to: now, since: began)
            learn(scratch, elapsed: sinceSearch, isLearning: !recalled && now - began < Self.learning)
            regions = findThings(at: now, sinceSearch: sinceSearch, scratch)
            masses = findMasses(scratch)
        }
        return seen(at: now)
    }

    /// Tells foreground from background and light, and lets the background follow what is neither.
    private func learn(_ scratch: SceneScratch, elapsed: Float, isLearning: Bool) {
        let (planes, look, foreground) = (awake(scratch), scratch.look, scratch.foreground)
        Extremes.around(planes.long, lowest: scratch.lowest, highest: scratch.highest, scratch: scratch.floats)
        Background.markForeground(
            look, lowest: scratch.lowest, highest: scratch.highest, noise: planes.noise, foreground: foreground)
        if let ignored { Masks.clear(foreground, under: ignored) }
        scratch.lightGuard.markLight(of: look, over: planes.long, foreground: foreground, in: scratch.light)
        Background.learn(
            look, long: planes.long, still: planes.still, present: planes.present, foreground: foreground,
            light: scratch.light,
            rate: Self.rate(elapsed, isLearning ? 2 : 15), lightRate: Self.rate(elapsed, 1.5), elapsed: elapsed)
        if isLearning {
            Background.adoptResting(
                short: planes.short, long: planes.long, still: planes.still, foreground: foreground, seconds: 1)
        }
    }

    private func seen(at now: MediaTime) -> SceneLook {
        SceneLook(
            at: now, aspect: Double(width) / Double(height), personScale: personScale, still: regions, masses: masses)
    }

    /// The planes to work on.
    private func awake(_ scratch: SceneScratch) -> ScenePlanes { own ?? scratch.planes }

    /// The background as it is between looks.
    var background: Plane<Float> {
        if let own { return own.long }
        let plane = Plane<Float>(width: width, height: height, filledWith: 0)
        resting?.wakeBackground(into: plane)
        return plane
    }

    /// Seconds between two looks, 2 at most. Planes that rest count in ticks: the steps are whole ticks and keep up
    /// with the time.
    private func elapsed(from before: MediaTime, to now: MediaTime, since began: MediaTime) -> Float {
        guard resting != nil else { return Float(min((now - before).inSeconds, 2)) }
        func ticks(_ time: MediaTime) -> Double {
            ((time - began).inSeconds * Double(RestingPlanes.ticks)).rounded(.down)
        }
        return min(Float(ticks(now) - ticks(before)) / RestingPlanes.ticks, 2)
    }

    /// The share of the way an exponential memory goes in a time.
    private static func rate(_ elapsed: Float, _ constant: Double) -> Float {
        let part = Double(elapsed) / constant
        // 1 - exp(-x) to four terms below 0.5, where looks usually are; the rest by halving.
        if part > 0.5 { return 1 - (1 - rate(elapsed / 2, constant)) * (1 - rate(elapsed / 2, constant)) }
        return Float(part - part * part / 2 + part * part * part / 6 - part * part * part * part / 24)
    }

    /// Takes a change of the whole picture's light out of both memories.
    private func followExposure(_ scratch: SceneScratch) {
        for memory in [awake(scratch).long, awake(scratch).short] {
            if let gain = scratch.lightGuard.globalGain(of: scratch.look, over: memory) {
                Background.scale(memory, by: gain)
            }
        }
    }

    /// Finds what came and stays, takes what was uncovered or lit into the background, and reports the rest.
    private func findThings(at now: MediaTime, sinceSearch: Float, _ scratch: SceneScratch) -> [StillRegion] {
        let planes = awake(scratch)
        let (mask, maskScratch) = (scratch.mask, scratch.maskScratch)
        Masks.select(scratch.foreground, where: planes.still, atLeast: Self.restSeconds, into: mask)
        Morphology.grow(mask, across: 2, down: 2, scratch: maskScratch)
        Morphology.shrink(mask, across: 3, down: 3, scratch: maskScratch)
        Morphology.grow(mask, across: 1, down: 1, scratch: maskScratch)
        scratch.pieces.find(in: mask, smallest: 30)
        let pieces = scratch.pieces
        scratch.thingsBefore.copy(from: things)
        things.fill(0)
        var regions: [StillRegion] = []
        for piece in pieces.pieces {
            let texture = Regions.texture(of: piece, in: pieces, look: scratch.look, background: planes.long)
            let known = Regions.overlap(of: piece, in: pieces, with: scratch.thingsBefore) * 2 > piece.area
            switch StillJudgement(texture, wasThing: known) {
            case .uncovered:
                Regions.absorb(piece, in: pieces, source: planes.short, into: planes.long, rate: 1)
            case .light:
                Regions.absorb(
                    piece, in: pieces, source: planes.short, into: planes.long, rate: Self.rate(sinceSearch, 4))
            case .thing(let edgeRatio):
                let box = self.box(piece)
                let person = personScale.height(atFoot: min(box.y + box.height, 1))
                // What is narrower than two people side by side may be a person who stands: it stays alive.
                let inPersons = box.width * Double(width) / Double(height) / person
                guard inPersons >= 0.6, Double(piece.area) >= 0.2 * person * person * Double(height * height) else {
                    continue
                }
                Regions.mark(piece, in: pieces, mask: things)
                let rested = Regions.percentile(0.75, of: planes.still, piece: piece, in: pieces)
                regions.append(
                    StillRegion(
                        box: box, area: Double(piece.area) / Double(width * height),
                        since: now - .microseconds(Int64(rested * 1_000_000)), edgeRatio: Double(edgeRatio)))
            }
        }
        return regions
    }

    /// Finds the living foreground.
    private func findMasses(_ scratch: SceneScratch) -> [Mass] {
        let planes = awake(scratch)
        let (mask, maskScratch) = (scratch.mask, scratch.maskScratch)
        mask.copy(from: scratch.foreground)
        Masks.clear(mask, under: things, where: planes.still, above: 3)
        let down = max(1, height / 100)
        Morphology.grow(mask, across: 1, down: down, scratch: maskScratch)
        Morphology.shrink(mask, across: 1, down: down, scratch: maskScratch)
        scratch.pieces.find(in: mask, smallest: 12)
        let pieces = scratch.pieces
        let pixels = Double(width * height)
        return pieces.pieces.map { piece in
            let activity = Regions.activity(
                of: piece, in: pieces, still: planes.still, present: planes.present, recently: Self.recently,
                established: 1.5)
            return Mass(
                box: box(piece), area: Double(piece.area) / pixels, active: Double(activity.active) / pixels,
                established: Double(activity.established) / pixels, sudden: Double(activity.sudden))
        }
    }

    private func box(_ piece: Components.Piece) -> Box {
        Box(
            x: Double(piece.left) / Double(width), y: Double(piece.top) / Double(height),
            width: Double(piece.width) / Double(width), height: Double(piece.height) / Double(height))
    }
}
