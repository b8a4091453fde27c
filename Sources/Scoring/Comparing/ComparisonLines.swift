import Media

/// What changed against an earlier score, for a terminal.
enum ComparisonLines {
    static func lines(_ comparison: Comparison) -> [Words] {
        let head = Words(
            zh: "与 \(comparison.earlierGeneratedAt) 的评分相比：",
            en: "Against the score of \(comparison.earlierGeneratedAt):")
        var lines = [head]
        for policy in comparison.policies { lines += policy.algorithms.map { line($0, policy.policy) } }
        return lines + leftOut(comparison)
    }

    /// So many names are told of a list.
    private static let told = 10

    /// What only one of the two has: nothing is concluded from it.
    private static func leftOut(_ comparison: Comparison) -> [Words] {
        let truths = (comparison.uncomparedTruths ?? []).map { one in
            Words(
                zh: "\(one.clip) 的 \(one.algorithm)（\(one.isJudgedNow ? "仅本次" : "仅上次")）",
                en: "\(one.algorithm) in \(one.clip) (\(one.isJudgedNow ? "only now" : "only before"))")
        }
        let events = (comparison.uncomparedEvents ?? []).compactMap { change in
            change.line.map { line in
                let place = "\(line.policy) \(line.clip) \(line.algorithm) \(line.zone)"
                let seconds = "\(line.truth?.startS ?? 0)"
                return Words(
                    zh: "\(place) \(seconds) 秒（\(change.now == nil ? "仅上次" : "仅本次")）",
                    en: "\(place) \(seconds) s (\(change.now == nil ? "only before" : "only now"))")
            }
        }
        func names(_ names: [String]?) -> [Words] { (names ?? []).map { Words(name: $0) } }
        return [
            note(names(comparison.uncomparedClips), "只在其中一次评分中的录像", "clips that only one of the two has"),
            note(names(comparison.uncomparedPolicies), "只在其中一次评分中的解码策略", "policies that only one of the two has"),
            note(
                names(comparison.uncomparedAlgorithms), "只在其中一次评分中的算法",
                "algorithms that only one of the two was asked for"),
            note(truths, "只有其中一次的标注说明了真值", "the labels of only one of the two tell the truth of"),
            note(events, "只在其中一次标注中的事件", "events that only one of the two was asked for"),
        ].compactMap(\.self)
    }

    private static func note(_ names: [Words], _ zh: String, _ en: String) -> Words? {
        guard !names.isEmpty else { return nil }
        let (shown, rest) = (names.prefix(told), names.count - names.prefix(told).count)
        return Words(
            zh: "  不参与比较：\(zh)：" + shown.map(\.zh).joined(separator: "、") + (rest > 0 ? "，另有 \(rest) 个" : ""),
            en: "  not compared: \(en): " + shown.map(\.en).joined(separator: ", ")
                + (rest > 0 ? ", and \(rest) more" : ""))
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
