import Media

/// Why a requirement cannot be read.
package enum RequirementError: Error, Worded, Hashable, Sendable {
    case incomplete(String)
    case noAlgorithm(String, String?, [String])
    case noFigure(String, String?)
    case noNumber(String)
    case noComparison(String)

    package var words: Words {
        let figures = Requirement.Figure.allCases.map(\.rawValue).joined(separator: ", ")
        switch self {
        case .incomplete(let text):
            return Words(
                zh: "--require “\(text)”：应写成 \"street-stall recall>=0.9 false-per-day<=0.5\"",
                en: "--require '\(text)': write it as \"street-stall recall>=0.9 false-per-day<=0.5\"")
        case .noAlgorithm(let name, let nearest, let known):
            let all = (known + [AlgorithmScore.overallID]).joined(separator: ", ")
            return Words(
                zh: "--require：没有算法“\(name)”" + (nearest.map { "，是否指 \($0)？" } ?? "。") + "可用：\(all)",
                en: "--require: there is no algorithm '\(name)'" + (nearest.map { ", did you mean \($0)? " } ?? ". ")
                    + "Known: \(all)")
        case .noFigure(let name, let nearest):
            return Words(
                zh: "--require：没有指标“\(name)”" + (nearest.map { "，是否指 \($0)？" } ?? "。") + "可用：\(figures)",
                en: "--require: there is no figure '\(name)'" + (nearest.map { ", did you mean \($0)? " } ?? ". ")
                    + "Known: \(figures)")
        case .noNumber(let word):
            return Words(zh: "--require：“\(word)”中没有数字", en: "--require: no number stands in '\(word)'")
        case .noComparison(let word):
            return Words(zh: "--require：“\(word)”中应有 >= 或 <=", en: "--require: '\(word)' needs >= or <=")
        }
    }
}
