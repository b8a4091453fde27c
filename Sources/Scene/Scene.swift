import Foundation
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
    static let restTicks = FixedPoint.ticks(2)
    /// What changed within this time is alive.
    static let recently = FixedPoint.ticks(8)

    package let width: Int
    package let height: Int
    let personScale: PersonScale
    private let groundScale: GroundScale?
    private let depths: [DepthMark]
    private let ignored: Plane<UInt8>?
    private var first: MediaTime?
    private var last: MediaTime?
    private var searched: MediaTime?
    /// What the last search found.
    var regions: [StillRegion] = []
    var masses: [Mass] = []
    /// Whether the last search left any mark in the plane of things.
    var hasThings = false
    var colour = ColourGuard()

    let planes: ScenePlanes
    private let recalled: Bool

    /// - Parameters:
    ///   - width, height: of the pictures that come, at least 16 each.
    ///   - personScale: what holds where the ground gives none.
    ///   - ignoring: polygons where nothing is ever seen.
    ///   - recalling: what was known of the place before a restart, of this size.
    package init(
        width: Int, height: Int, personScale: PersonScale, ground: CameraGround = .unknown, ignoring: [Polygon],
        recalling memory: SceneMemory? = nil
    ) {
        (self.width, self.height) = (width, height)
        groundScale = ground.reference?.scale(aspect: Double(width) / Double(height))
        self.personScale = groundScale.map { PersonScale($0) } ?? personScale
        depths = ground.depths
        planes = ScenePlanes(width: width, height: height)
        if let memory {
            precondition(memory.width == width && memory.height == height, "a memory of this scene's size")
            Background.widen(memory.background, into: planes.long)
            Background.widen(memory.u, into: planes.u)
            Background.widen(memory.v, into: planes.v)
            colour.isKnown = true
        }
        ignored = ignoring.isEmpty ? nil : Self.rasterise(ignoring, width: width, height: height)
        recalled = memory != nil
        regions.reserveCapacity(32)
        masses.reserveCapacity(128)
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
                let point = Point(ofCell: column, row, columns: width, rows: height)
                if polygons.hold(point) { plane[column, row] = 255 }
            }
        }
        return plane
    }

    /// Takes one look.
    ///
    /// - Parameters:
    ///   - picture: of this scene's size; its colour is read where the depth says so.
    ///   - depth: how thoroughly to look; the first look of a scene should be thorough.
    ///   - at: not before the last look's time.
    ///   - scratch: of this scene's size, nobody else's meanwhile.
    /// - Returns: what a search found; nil for motion alone.
    package func see(
        _ picture: AnalysisPicture, _ depth: LookDepth, at now: MediaTime, with scratch: SceneScratch
    ) -> SceneLook? {
        precondition(picture.width == width && picture.height == height, "a scene sees pictures of one size")
        precondition(scratch.width == width && scratch.height == height, "a scratch of the scene's size")
        guard let began = first, let before = last, let searchedBefore = searched else {
            (first, last, searched) = (now, now, now)
            begin(with: picture, depth)
            return seen(at: now)
        }
        last = now
        if depth != .motion { followExposure(picture.luma, scratch) }
        let ticks = ticks(from: before, to: now, since: began)
        let seconds = min((now - before).inSeconds, 2)
        Background.followMotion(
            picture.luma, short: planes.short, noise: planes.noise, still: planes.still, ticks: ticks,
            shortRate: Self.rate(seconds, 1), noiseRate: Self.rate(seconds, 8))
        guard depth != .motion else { return nil }
        searched = now
        let sinceSearch = min((now - searchedBefore).inSeconds, 2)
        learn(
            picture, depth, scratch, seconds: sinceSearch,
            ticks: self.ticks(from: searchedBefore, to: now, since: began),
            isLearning: !recalled && now - began < Self.learning)
        findThings(picture, depth, at: now, sinceSearch: sinceSearch, scratch)
        findMasses(scratch)
        return seen(at: now)
    }

    private func begin(with picture: AnalysisPicture, _ depth: LookDepth) {
        Background.widen(picture.luma, into: planes.short)
        if recalled { return }
        planes.long.copy(from: planes.short)
        if depth == .colour { colour.adopt(picture, planes) }
    }

    /// Tells foreground from background and light, and lets the background follow what is neither.
    private func learn(
        _ picture: AnalysisPicture, _ depth: LookDepth, _ scratch: SceneScratch, seconds: Double, ticks: UInt16,
        isLearning: Bool
    ) {
        let (look, foreground) = (picture.luma, scratch.foreground)
        Background.round(planes.long, into: scratch.background)
        Extremes.around(
            scratch.background, lowest: scratch.lowest, highest: scratch.highest,
            scratch: (scratch.mask, scratch.maskScratch))
        Background.markForeground(
            look, lowest: scratch.lowest, highest: scratch.highest, noise: planes.noise, foreground: foreground)
        if depth == .colour { colour.mark(picture, planes, scratch) }
        if let ignored { Masks.clear(foreground, under: ignored) }
        scratch.lightGuard.markLight(
            of: look, over: scratch.background, foreground: foreground, in: scratch.light)
        hold(scratch)
        let (rate, lightRate) = (Self.rate(seconds, isLearning ? 2 : 15), Self.rate(seconds, 1.5))
        Background.learn(
            look, long: planes.long, still: planes.still, present: planes.present, foreground: foreground,
            light: scratch.light, held: scratch.held, ticks: ticks, rate: rate, lightRate: lightRate)
        let second = FixedPoint.ticks(1)
        if isLearning {
            Background.adoptResting(
                short: planes.short, long: planes.long, still: planes.still, foreground: foreground, ticks: second)
        }
        guard depth == .colour else { return }
        Colour.rates(
            foreground: foreground, light: scratch.light, held: scratch.held, coloured: scratch.coloured,
            still: planes.still, rate: rate,
            lightRate: lightRate, adopting: isLearning ? second : nil, into: scratch.rates)
        Colour.follow(picture.u, memory: planes.u, rates: scratch.rates)
        Colour.follow(picture.v, memory: planes.v, rates: scratch.rates)
    }

    private func seen(at now: MediaTime) -> SceneLook {
        SceneLook(
            at: now, aspect: Double(width) / Double(height), personScale: personScale, groundScale: groundScale,
            depths: depths, still: regions, masses: masses)
    }

    /// Ticks between two looks, 2 s at most. They are counted from the first look on, so that they keep up with the time.
    private func ticks(from before: MediaTime, to now: MediaTime, since began: MediaTime) -> UInt16 {
        func ticks(_ time: MediaTime) -> Double { ((time - began).inSeconds * FixedPoint.ticks).rounded(.down) }
        return UInt16(min(ticks(now) - ticks(before), 2 * FixedPoint.ticks))
    }

    /// The share of the way, of 65,536, that an exponential memory of a time constant goes in a time.
    static func rate(_ elapsed: Double, _ constant: Double) -> UInt16 { FixedPoint.rate(1 - exp(-elapsed / constant)) }

    /// Takes a change of the whole picture's light out of both memories.
    private func followExposure(_ look: Plane<UInt8>, _ scratch: SceneScratch) {
        if let gain = scratch.lightGuard.globalGain(of: look, over: planes.long) {
            Background.scale(planes.long, by: min(Double(gain), 15))
        }
        if let gain = scratch.lightGuard.globalGain(of: look, over: planes.short) {
            Background.scale(planes.short, by: min(Double(gain), 15))
        }
    }
}
