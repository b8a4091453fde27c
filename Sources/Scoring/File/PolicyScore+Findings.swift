extension PolicyScore {
    /// - Parameters:
    ///   - algorithms: in the order in which they are told.
    ///   - clips: of this policy.
    ///   - counts: how well persons were counted in those of a condition; nil: in all of them.
    ///   - boxes: the same of boxes; nil: none is labelled.
    package init(
        _ policy: String, _ algorithms: [String], over clips: [ClipFindings],
        counts: (_ condition: String?) -> [CountScore] = { _ in [] },
        boxes: (_ condition: String?) -> BoxScores? = { _ in nil }
    ) {
        let conditions = Set(clips.flatMap(\.conditions)).sorted()
        func scores(_ clips: [ClipFindings]) -> (AlgorithmScore, [AlgorithmScore]) {
            (AlgorithmScore(nil, over: clips), algorithms.map { AlgorithmScore($0, over: clips) })
        }
        let (overall, each) = scores(clips)
        self.init(
            policy: policy, overall: overall, algorithms: each,
            conditions: conditions.map { condition in
                let (overall, each) = scores(clips.filter { $0.conditions.contains(condition) })
                return ConditionScore(
                    condition: condition, overall: overall, algorithms: each, counts: counts(condition),
                    boxes: boxes(condition))
            }, counts: counts(nil), boxes: boxes(nil))
    }
}
