import Media

/// What changed against an earlier score, for a terminal.
enum ComparisonLines {
    static func lines(_ comparison: Comparison) -> [Words] {
        let head = Words(
            zh: "与 \(comparison.earlierGeneratedAt) 的评分相比：",
            en: "Against the score of \(comparison.earlierGeneratedAt):")
        let left = comparison.uncomparedClips
        let note = Words(
            zh: "  只在其中一次评分中的录像不参与比较：\(left.joined(separator: "、"))",
            en: "  clips that only one of the two has are left out: \(left.joined(separator: ", "))")
        var lines = [head]
        for policy in comparison.policies { lines += policy.algorithms.map { line($0, policy.policy) } }
        return left.isEmpty ? lines : lines + [note]
    }

    private static func line(_ change: Comparison.AlgorithmChange, _ policy: String) -> Words {
        let chance = change.p.map { "p = \($0.rounded(to: 3))" } ?? "-"
        return Words(
            zh:
                "  \(policy) \(change.algorithm)  新检出 \(change.gained)，丢失 \(change.lost)，共 \(change.events) 条事件（\(chance)）"
                + "  查全率 \(difference(change.recall))  新误报 \(change.newFalse)，消除误报 \(change.goneFalse)"
                + "  每日误报 \(difference(change.falsePerDay))",
            en:
                "  \(policy) \(change.algorithm)  gained \(change.gained), lost \(change.lost) of \(change.events) event(s) (\(chance))"
                + "  recall \(difference(change.recall))  new false \(change.newFalse), gone \(change.goneFalse)"
                + "  false a day \(difference(change.falsePerDay))")
    }

    /// `+0.1 [-0.05, +0.2]`.
    private static func difference(_ difference: Comparison.Difference) -> String {
        func signed(_ value: Double) -> String { (value < 0 ? "" : "+") + "\(value.rounded(to: 2))" }
        guard let value = difference.value else { return "-" }
        guard let low = difference.low, let high = difference.high else { return signed(value) }
        return "\(signed(value)) [\(signed(low)), \(signed(high))]"
    }
}
