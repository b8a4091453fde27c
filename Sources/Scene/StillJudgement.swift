import FrameKernels

/// What still foreground is: a thing that came, a place that something left, or light.
///
/// A thing brings edges of its own, above all along its rim; what was uncovered shows a rim in the background instead;
/// light and shadow bring neither. Before a busy background a thing may have fewer edges than what it hides: there the
/// texture must have been replaced (correlation below 0.35).
enum StillJudgement {
    case thing(edgeRatio: Float)
    case uncovered
    case light

    /// - Parameter wasThing: most of it was judged a thing in the look before; it then stays one unless it was uncovered.
    init(_ texture: Regions.Texture, wasThing: Bool) {
        let ratio = texture.edgesNow / max(texture.edgesBefore, 0.1)
        let hasRim = texture.rimNow > 1.3 * texture.rimBefore + 2
        let hasEdges = texture.edgesNow > 1.3 * texture.edgesBefore + 1.5
        let isReplaced = texture.correlation < 0.35 && texture.spreadNow > 8 && texture.spreadBefore > 8
        let isKept = wasThing && texture.rimNow > 1.1 * texture.rimBefore && ratio > 0.8
        if texture.edgesBefore > 1.3 * texture.edgesNow + 1.5 || texture.rimBefore > 1.2 * texture.rimNow + 2 {
            self = .uncovered
        } else if hasRim && (hasEdges || isReplaced) || isKept {
            self = .thing(edgeRatio: ratio)
        } else {
            self = .light
        }
    }
}
