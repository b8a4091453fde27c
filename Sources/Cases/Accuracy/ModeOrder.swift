import Media

/// What a person asks of a mode.
package enum ModeOrder: Hashable, Sendable {
    case pin(HitMode)
    /// The rule decides again.
    case release

    /// Who may.
    package static let roles: Set<CaseActor.Role> = [.shiftHead, .leader]

    /// Why it cannot be done; nil: it can.
    package func refusal(by actor: CaseActor, note: String, _ stand: ModeStand, cap: HitMode) -> ModeRefusal? {
        guard actor.isAny(of: Self.roles) else { return ModeRefusal(words: ModeWords.role(actor.name)) }
        if note.isEmpty { return ModeRefusal(words: RefusalWords.reasonNeeded) }
        switch self {
        case .pin(let mode):
            return mode > cap ? ModeRefusal(words: ModeWords.beyond(mode, cap)) : nil
        case .release:
            return stand.isPinned ? nil : ModeRefusal(words: ModeWords.ruledAlready)
        }
    }
}

/// Why a mode is not changed, in words for whoever asked.
package struct ModeRefusal: Error, Worded, Hashable, Sendable {
    package let words: Words
}

/// Every sentence of `ModeRefusal`.
enum ModeWords {
    static func role(_ name: String) -> Words {
        let roles = CaseActor.Role.allCases.filter(ModeOrder.roles.contains)
        return Words(
            zh: "运行模式不能由 \(name.quoted) 指定：需要\(roles.map(\.nameZH).joined(separator: "或"))",
            en: "the mode is not for \(name.quoted) to set: it takes a "
                + roles.map { "\($0.rawValue) (\($0.nameZH))" }.joined(separator: ", or a "))
    }
    static func beyond(_ mode: HitMode, _ cap: HitMode) -> Words {
        Words(
            zh: "配置最高只允许 '\(cap.rawValue)'，不能设为 '\(mode.rawValue)'",
            en: "the configuration allows '\(cap.rawValue)' at most, not '\(mode.rawValue)'")
    }
    static let ruledAlready = Words(zh: "已由规则决定，没有人工指定", en: "the rule decides already: nobody overruled it")
}
