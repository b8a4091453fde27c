import Media
import Video

/// What which colour means on an annotated picture.
enum AnnotationColours {
    static let panel = Colour(17, 19, 24)
    static let track = Colour(54, 58, 68)
    static let text = Colour(238, 240, 244)
    static let dim = Colour(150, 156, 168)
    static let dark = Colour(12, 13, 16)
    /// Seen, and enough for the rule: its time runs.
    static let counts = Colour(255, 196, 61)
    static let hit = Colour(236, 52, 52)
    static let permitted = Colour(92, 200, 120)
    /// What a network found.
    static let part = Colour(220, 232, 120)
    /// Foreground of the scene.
    static let still = Colour(64, 214, 224)
    static let moving = Colour(84, 132, 240)

    static func of(_ standing: Annotation.Seen.Standing) -> Colour {
        switch standing {
        case .below: text
        case .counts: counts
        case .hit: hit
        }
    }

    /// Red and yellow are left to the rules.
    static func of(_ zone: ZoneKind) -> Colour {
        switch zone {
        case .pavement: Colour(178, 140, 255)
        case .road: Colour(120, 150, 190)
        case .publicSpace: Colour(72, 190, 170)
        case .water: Colour(70, 140, 250)
        case .building: Colour(196, 160, 130)
        case .fireLane: Colour(255, 130, 80)
        case .noStopping: Colour(245, 120, 200)
        case .shopFront: Colour(200, 170, 110)
        case .watch: Colour(225, 228, 235)
        case .permit: permitted
        case .ignore: Colour(120, 122, 128)
        }
    }
}
