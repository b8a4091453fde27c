import FrameKernels

/// What still foreground is: a thing that came, a place that something left, or light.
///
/// A thing brings edges of its own, above all along its rim; what was uncovered shows a rim in the background instead;
/// light and shadow bring neither, and keep the texture. Where the texture was replaced the surroundings tell by what: what
/// was uncovered looks like them, what a thing hides did. Only what looks like its surroundings is taken for uncovered, for
/// what was taken into the background is lost.
enum StillJudgement {
    case thing(edgeRatio: Float)
    case uncovered
    case light
    /// Neither the edges nor the surroundings tell; more of it may show.
    case unclear

    /// - Parameters:
    ///   - likeness: of it and of what was there to the surroundings; nil where there are none to see.
    ///   - wasThing: a good part of it was judged a thing in the search before.
    ///   - wasBulky: most of it was a thing wider than a person.
    init(_ texture: Regions.Texture, _ likeness: Regions.Likeness?, wasThing: Bool, wasBulky: Bool) {
        let ratio = texture.edgesNow / max(texture.edgesBefore, 0.1)
        let hasRim = texture.rimNow > 1.3 * texture.rimBefore + 2
        let hasEdges = texture.edgesNow > 1.3 * texture.edgesBefore + 1.5
        let isTextured = max(texture.spreadNow, texture.spreadBefore) > 8
        let isReplaced = texture.correlation < 0.35 && min(texture.spreadNow, texture.spreadBefore) > 8
        let isOther = texture.correlation < 0.6 && isTextured
        let lostEdges =
            texture.edgesBefore > 1.3 * texture.edgesNow + 1.5 || texture.rimBefore > 1.2 * texture.rimNow + 2
        // Above 0: what was there belonged there better than what is there.
        let margin = likeness.map { $0.before - $0.now } ?? 0
        let hidesItsPlace = isOther && margin > 0.15
        let isKept =
            wasBulky && texture.rimNow > 1.1 * texture.rimBefore && ratio > 0.8
            || wasThing && isTextured && texture.correlation < 0.75 && margin > -0.15
        if lostEdges && !hidesItsPlace && !isKept {
            self = likeness == nil || margin < -0.15 ? .uncovered : .unclear
        } else if hasRim && (hasEdges || isReplaced) || hidesItsPlace || isKept {
            self = .thing(edgeRatio: ratio)
        } else {
            self = isOther ? .unclear : .light
        }
    }
}
