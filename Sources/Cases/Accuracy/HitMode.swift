import Media

/// How far a hit of one algorithm on one camera goes by itself (运行模式).
package enum HitMode: String, CaseIterable, Sendable, Codable, Comparable {
    /// 影子: it is kept for whoever reviews, and told to nobody.
    case shadow
    /// 复核: it waits for a person before it is dispatched.
    case review
    /// 自动: it goes to its owner at once.
    case auto

    package var words: Words {
        switch self {
        case .shadow: Words(zh: "影子", en: "shadow")
        case .review: Words(zh: "复核", en: "review")
        case .auto: Words(zh: "自动", en: "auto")
        }
    }

    private var rank: Int {
        switch self {
        case .shadow: 0
        case .review: 1
        case .auto: 2
        }
    }

    package static func < (one: HitMode, other: HitMode) -> Bool { one.rank < other.rank }

    /// The next that goes further; nil: none does.
    package var next: HitMode? { Self.allCases.first { $0.rank == rank + 1 } }

    /// The next that goes less far; nil: none does.
    package var previous: HitMode? { Self.allCases.first { $0.rank == rank - 1 } }
}

/// One algorithm on one camera: what has a mode.
package struct ModePair: Hashable, Sendable, Codable {
    package let camera: String
    package let algorithm: String

    package init(camera: String, algorithm: String) { (self.camera, self.algorithm) = (camera, algorithm) }
}
