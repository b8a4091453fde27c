import FrameKernels

/// What still foreground is: a thing that came, a place that something left, or light.
///
/// A thing brings edges of its own; what was uncovered shows the edges in the background instead; light and shadow
/// bring neither. Before a busy background a thing may have fewer edges than what it hides: there the texture must
/// have been replaced (correlation below 0.35).
enum StillJudgement {
    case thing(edgeRatio: Float)
    case uncovered
    case light

    /// - Parameter wasThing: most of it was judged a thing in the look before; it then stays one unless it was uncovered.
    init(_ texture: Regions.Texture, wasThing: Bool) {
        let ratio = texture.edgesNow / max(texture.edgesBefore, 0.1)
        if texture.edgesBefore > 1.3 * texture.edgesNow + 1.5 || texture.rimBefore > 1.5 * texture.rimNow + 3 {
            self = .uncovered
        } else if texture.edgesNow > 1.3 * texture.edgesBefore + 1.5 || wasThing {
            self = .thing(edgeRatio: ratio)
        } else if texture.correlation < 0.35, texture.spreadNow > 8, texture.spreadBefore > 8 {
            self = .thing(edgeRatio: ratio)
        } else {
            self = .light
        }
    }
}
