import Media

/// What somebody found the hit of a case to be (判定). A later verdict takes the place of the one before; the log keeps all.
package enum CaseVerdict: String, CaseIterable, Sendable, Codable {
    /// 属实: what the algorithm is for was there.
    case correct = "true"
    /// 误报: it was not.
    case wrong = "false"
    /// 许可: it was there and is allowed. No error of the algorithm, and nothing that it found: left out of precision.
    case permitted
    /// 重复: another case is about the same.
    case duplicate
    /// 无法判定: the pictures do not tell.
    case unclear

    /// Whether precision counts it.
    package var isDecided: Bool { self == .correct || self == .wrong }

    package var words: Words {
        switch self {
        case .correct: Words(zh: "属实", en: "true")
        case .wrong: Words(zh: "误报", en: "false")
        case .permitted: Words(zh: "许可", en: "permitted")
        case .duplicate: Words(zh: "重复", en: "duplicate")
        case .unclear: Words(zh: "无法判定", en: "unclear")
        }
    }
}

extension CaseCourse {
    /// A verdict, whose it is, and since when.
    package struct Judged: Hashable, Sendable, Codable {
        package let verdict: CaseVerdict
        package let by: String
        package let at: WallTime
        package let note: String
    }
}

extension CaseAction {
    /// The verdict that lies in an action of a person: whoever rejects a case as a false detection, or as permitted, has said
    /// what the hit was; so has whoever makes a case of a hit that waited for their review. A void case gives its reason in
    /// words, which are nobody's to guess at.
    package func impliedVerdict(in course: CaseCourse) -> CaseVerdict? {
        switch self {
        case .reject(.falseDetection): .wrong
        case .reject(.permitted): .permitted
        case .register: course.mode == .review ? .correct : nil
        default: nil
        }
    }
}
